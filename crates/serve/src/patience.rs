//! How long a request may take to arrive: whoever stops in the middle of one must not keep a connection from others.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use tokio_stream::StreamExt as _;

use crate::uploads;

/// A connection that sends nothing of what it owes for this time is closed: of the head of a request, or of its body.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// After this time the body of a call is whole. Files may take as long as they come.
const WHOLE: Duration = Duration::from_secs(10);

/// The rest of a body was too long in coming.
#[derive(Debug, thiserror::Error)]
#[error("the body of a request did not arrive in time")]
struct TooSlow;

/// Ends the body of a request with an error when it is too long in coming; answering then closes the connection.
pub(crate) async fn limit(request: Request, next: Next) -> Response {
    let end = (request.uri().path() != uploads::PATH).then(|| Instant::now() + WHOLE);
    let in_time = move || end.is_none_or(|end| Instant::now() < end);
    let request = request.map(|body| {
        Body::from_stream(body.into_data_stream().timeout(PATIENCE).map(move |piece| match piece {
            Ok(piece) if in_time() => piece,
            _ => Err(axum::Error::new(TooSlow)),
        }))
    });
    next.run(request).await
}
