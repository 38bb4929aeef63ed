//! `POST /api/call/{command}`: a command of the command layer, called by the page.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use commands::{Effect, Envelope, PathUse};
use serde::Serialize;
use serde_json::{Value, json};

use crate::events::News;
use crate::uploads::Uploads;
use crate::{Shared, bridge};

/// Calls the command and gives back its answer.
pub(crate) async fn call(
    State(shared): State<Shared>,
    Path(command): Path<String>,
    envelope: Result<Json<Envelope>, JsonRejection>,
) -> Response {
    match answer(shared, command, envelope).await {
        Ok(json) => ([(CONTENT_TYPE, "application/json")], json).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

async fn answer(
    shared: Shared,
    command: String,
    envelope: Result<Json<Envelope>, JsonRejection>,
) -> Result<String, Refusal> {
    let Json(mut envelope) = envelope.map_err(|rejection| Refusal::bad_envelope(&rejection))?;
    let uploaded = exchange(&mut envelope.args, &shared.uploads)?;
    let is_write = commands::find(&command).is_some_and(|command| matches!(command.effect, Effect::Write { .. }));
    let rehearsal = envelope.args.get("rehearse").and_then(Value::as_bool).unwrap_or_default();
    let office = Arc::clone(&shared.office);
    let news = shared.news.clone();
    let place = Arc::clone(&shared.calls).acquire_owned().await.map_err(|error| Refusal::fault("call", &error))?;
    // Commands read and write files: not on the threads that serve the network.
    let result = tokio::task::spawn_blocking(move || {
        let answer = bridge::call(&office, &command, envelope, &|progress| {
            // No page listening is not an error.
            let _ = news.send(News { name: "progress", data: json!(progress) });
        });
        drop(place);
        answer
    })
    .await
    .map_err(|error| Refusal::fault("call", &error))?;
    // What was only looked at, as before a restore, is needed once more.
    if is_write && !rehearsal && result.is_ok() {
        shared.uploads.forget(&uploaded);
    }
    result
}

/// Puts the files that this server keeps in the place of the names it gave for them, and refuses every path. Gives back
/// those that were handed over.
fn exchange(args: &mut Value, uploads: &Uploads) -> Result<Vec<PathBuf>, Refusal> {
    let mut found = Vec::new();
    commands::exchange_paths(args, |usage, name| {
        let (file, message) = match usage {
            PathUse::Read => (
                uploads.find(name),
                format!("浏览器中的页面不能读取本机路径“{name}”。请用“选择文件”或把文件拖到窗口里，再导入。"),
            ),
            PathUse::Write => {
                (uploads.promised(name), format!("浏览器中的页面不能写入本机路径“{name}”。请用页面上的按钮导出。"))
            }
        };
        let file = file.ok_or_else(|| Refusal {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            code: Some(json!("path_not_allowed")),
            message,
            detail: None,
            field: None,
        })?;
        if usage == PathUse::Read {
            found.push(file.clone());
        }
        // The folder is in the temporary folder of this system, and the file has a name that we made.
        file.into_os_string()
            .into_string()
            .map_err(|_| Refusal::fault("path", &"a temporary folder that is no Unicode"))
    })?;
    Ok(found)
}

/// A refusal as the page gets it.
#[derive(Debug, Serialize)]
pub(crate) struct Refusal {
    #[serde(skip)]
    pub(crate) status: StatusCode,
    /// Something the page can act on.
    pub(crate) code: Option<Value>,
    /// The sentence for the person.
    pub(crate) message: String,
    /// For the log.
    pub(crate) detail: Option<String>,
    /// The field of the request that it is about.
    pub(crate) field: Option<String>,
}

impl Refusal {
    /// Something went wrong in the program or the machine, not in what was asked.
    pub(crate) fn fault(code: &str, error: &dyn std::fmt::Display) -> Self {
        Self {
            status: StatusCode::INTERNAL_SERVER_ERROR,
            code: Some(json!(code)),
            message: "程序内部出错，这一步没有完成。请重试；若仍出错，请把详细信息告诉维护人员。".to_owned(),
            detail: Some(error.to_string()),
            field: None,
        }
    }

    /// More was sent than is taken.
    pub(crate) fn too_large(message: String) -> Self {
        Self {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            code: Some(json!("too_large")),
            message,
            detail: None,
            field: None,
        }
    }

    fn bad_envelope(rejection: &JsonRejection) -> Self {
        Self {
            status: rejection.status(),
            code: Some(json!("bad_request")),
            message: "页面发出的请求不完整，未执行。请刷新页面后重试。".to_owned(),
            detail: Some(rejection.body_text()),
            field: None,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status, Json(self)).into_response()
    }
}
