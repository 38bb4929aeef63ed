//! Who may speak to the server: a page that was opened with the start-up token.
//!
//! Any page a person has open can send requests to 127.0.0.1. So every request must name this server as its
//! `Host` (against DNS rebinding), a request that changes something must come from the server's own page
//! (`Origin`), and every call must carry the session in a header. A cookie would not do: browsers send it to every
//! port of 127.0.0.1, whoever listens there. The interface itself holds nothing of the register and is given to all.

use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::Shared;

/// Header that carries the session.
const SESSION: &str = "x-duban-session";
/// Where a page exchanges the token for the session.
pub(crate) const ENTER: &str = "/api/enter";

/// The secrets of one run of the server.
#[derive(Debug)]
pub(crate) struct Guard {
    host: String,
    origin: String,
    /// In the address printed at the start; taken by the first page that shows it.
    start_token: Mutex<Option<String>>,
    /// What that page gets in exchange. Not the token itself, which is left in histories.
    session: String,
}

impl Guard {
    /// Draws the secrets.
    pub(crate) fn new(address: SocketAddr) -> Result<Self, getrandom::Error> {
        Ok(Self {
            host: address.to_string(),
            origin: format!("http://{address}"),
            start_token: Mutex::new(Some(secret()?)),
            session: secret()?,
        })
    }

    /// The address to open first, with the token; without it once the token is used.
    ///
    /// Browsers keep what stands behind `#` to themselves, so nothing that fetches the address uses the token up.
    pub(crate) fn start_address(&self) -> String {
        match self.start_token.lock().unwrap_or_else(PoisonError::into_inner).as_deref() {
            Some(token) => format!("{}/#enter={token}", self.origin),
            None => format!("{}/", self.origin),
        }
    }

    fn is_for_us(&self, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        hosts.next().is_some_and(|host| host.as_bytes() == self.host.as_bytes()) && hosts.next().is_none()
    }

    fn is_from_our_page(&self, method: &Method, headers: &HeaderMap) -> bool {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        match (origins.next(), origins.next()) {
            (Some(origin), None) => origin.as_bytes() == self.origin.as_bytes(),
            (None, _) => method == Method::GET || method == Method::HEAD,
            _ => false,
        }
    }

    fn is_known(&self, headers: &HeaderMap) -> bool {
        headers.get(SESSION).is_some_and(|given| same(given.as_bytes(), self.session.as_bytes()))
    }

    fn take_token(&self, given: &str) -> bool {
        let mut token = self.start_token.lock().unwrap_or_else(PoisonError::into_inner);
        token.take_if(|expected| same(given.as_bytes(), expected.as_bytes())).is_some()
    }
}

/// Lets a request through or refuses it.
pub(crate) async fn check(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let guard = &shared.guard;
    let headers = request.headers();
    if !guard.is_for_us(headers) || !guard.is_from_our_page(request.method(), headers) {
        return refuse("请求不是从督办台账自己的页面发出的，已拒绝。");
    }
    let path = request.uri().path();
    let is_open = !path.starts_with("/api/") || path == ENTER;
    if is_open || guard.is_known(headers) {
        next.run(request).await
    } else {
        refuse("没有进入的凭据。请打开 duban serve 启动时给出的完整地址。")
    }
}

/// `POST /api/enter`: the token as the body, for the session.
pub(crate) async fn enter(State(shared): State<Shared>, token: String) -> Response {
    if shared.guard.take_token(&token) {
        Json(json!({ "session": shared.guard.session })).into_response()
    } else {
        refuse("这个地址已经用过一次或不正确。请重新运行 duban serve，打开它新给出的地址。")
    }
}

fn refuse(sentence: &'static str) -> Response {
    (StatusCode::FORBIDDEN, sentence).into_response()
}

/// 128 random bits in hexadecimal.
pub(crate) fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Compares without telling by its duration where the first difference is.
fn same(given: &[u8], expected: &[u8]) -> bool {
    given.len() == expected.len() && given.iter().zip(expected).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}
