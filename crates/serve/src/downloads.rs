//! Files that a command writes for the page to hand on to the person: they lie among the uploads, under a name that was
//! drawn before, until they are fetched once.
//!
//! A browser saves a file by going to its address, and then it sends no header. So the address itself is the secret: 128
//! random bits, told to the page that has the session, good for one time.

use std::path::PathBuf;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio_util::io::ReaderStream;

use crate::Shared;
use crate::calls::Refusal;
use crate::uploads::{Name, Uploads};

/// What the name of a file to be written starts with.
const PREFIX: &str = "download:";

impl Uploads {
    /// Where a command is to write what was promised under this name.
    pub(crate) fn promised(&self, name: &str) -> Option<PathBuf> {
        name.starts_with(PREFIX).then(|| self.known(name)).flatten()
    }
}

/// `POST /api/downloads?name=NAME`: a name under which a command may write, and the address to fetch it from afterwards.
pub(crate) async fn promise(State(shared): State<Shared>, Query(query): Query<Name>) -> Response {
    match shared.uploads.make_place(PREFIX, &query.name).await {
        Ok((id, _)) => {
            let told = serde_json::json!({ "path": format!("{PREFIX}{id}"), "address": format!("/download/{id}") });
            axum::Json(told).into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

/// `GET /download/ID`
pub(crate) async fn fetch(State(shared): State<Shared>, Path(id): Path<String>) -> Response {
    match shared.uploads.take_out(&format!("{PREFIX}{id}")) {
        Some(file) => stream(file).await.unwrap_or_else(IntoResponse::into_response),
        None => (StatusCode::NOT_FOUND, "没有这个文件，或者已经下载过一次。请在“备份”页重新导出。").into_response(),
    }
}

async fn stream(path: PathBuf) -> Result<Response, Refusal> {
    let failed = |error: std::io::Error| Refusal::fault("download", &error);
    let file = tokio::fs::File::open(&path).await.map_err(failed)?;
    let size = file.metadata().await.map_err(failed)?.len();
    // Its name goes now, the file itself when it has been read; where that is not possible, with the folder at the end.
    crate::uploads::drop_file(&path);
    let mut response = Response::new(Body::from_stream(ReaderStream::new(file)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    Ok(response)
}
