//! What the page hears without asking: progress of a long command, and that the store has changed.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use serde_json::{Value, json};
use tokio::sync::broadcast;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt as _};

use crate::Shared;

/// How often the store is looked at for writes of others, such as `duban import` beside an open window.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Something to tell every open page.
#[derive(Debug, Clone)]
pub(crate) struct News {
    pub(crate) name: &'static str,
    pub(crate) data: Value,
}

/// Where news goes. A page that falls far behind misses old news, which is no loss: only the last counts.
pub(crate) fn channel() -> broadcast::Sender<News> {
    broadcast::channel(256).0
}

/// `GET /api/events`
pub(crate) async fn stream(State(shared): State<Shared>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let news = BroadcastStream::new(shared.news.subscribe()).filter_map(Result::ok);
    Sse::new(news.map(|news| Ok(Event::default().event(news.name).data(news.data.to_string()))))
        .keep_alive(KeepAlive::default())
}

/// Tells every change of the store's revision, for as long as the server runs.
pub(crate) async fn watch_store(shared: Shared) {
    let mut last = None;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        if shared.news.receiver_count() == 0 {
            continue;
        }
        let store = Arc::clone(&shared.office);
        let now = tokio::task::spawn_blocking(move || store.watched()).await.ok().flatten();
        if let Some(watched) = &now
            && last != now
        {
            let _ = shared.news.send(News { name: "revision", data: json!({ "revision": watched.revision }) });
        }
        // After a time in which it could not be opened it is news that it can.
        last = now;
    }
}
