//! Who may speak to the server: a browser on this machine that was given the start-up token.
//!
//! Any page a person has open can send requests to 127.0.0.1. So every request must name this server as its
//! `Host` (against DNS rebinding), a request that changes something must come from the server's own page
//! (`Origin`), and all but the first must carry a cookie that other sites can neither read nor send.

use std::net::SocketAddr;
use std::sync::Mutex;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::Shared;

/// The secrets of one run of the server.
#[derive(Debug)]
pub(crate) struct Guard {
    host: String,
    origin: String,
    cookie_name: String,
    /// In the address printed at the start; taken by the first browser that shows it.
    start_token: Mutex<Option<String>>,
    /// What that browser gets in exchange. Not the token itself, which is left in histories and process lists.
    session: String,
}

impl Guard {
    /// Draws the secrets.
    pub(crate) fn new(address: SocketAddr) -> Result<Self, getrandom::Error> {
        Ok(Self {
            host: address.to_string(),
            origin: format!("http://{address}"),
            // Cookies ignore the port, so two servers of one person need two names.
            cookie_name: format!("duban_{}", address.port()),
            start_token: Mutex::new(Some(secret()?)),
            session: secret()?,
        })
    }

    /// The address to open first, with the token; without it once the token is used.
    pub(crate) fn start_address(&self) -> String {
        match self.start_token.lock().unwrap_or_else(std::sync::PoisonError::into_inner).as_deref() {
            Some(token) => format!("{}/?token={token}", self.origin),
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
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == self.cookie_name && same(value, &self.session))
    }

    fn take_token(&self, query: &str) -> bool {
        let Some(given) = query.split('&').find_map(|pair| pair.strip_prefix("token=")) else {
            return false;
        };
        let mut token = self.start_token.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        token.take_if(|expected| same(given, expected)).is_some()
    }

    fn welcome(&self) -> Response {
        let cookie = format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.cookie_name, self.session);
        let mut response = Redirect::to("/").into_response();
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// Lets a request through, exchanges the token for the cookie, or refuses.
pub(crate) async fn check(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let guard = &shared.guard;
    let headers = request.headers();
    if !guard.is_for_us(headers) || !guard.is_from_our_page(request.method(), headers) {
        return refuse("请求不是从督办台账自己的页面发出的，已拒绝。");
    }
    let known = guard.is_known(headers);
    let query = request.uri().query().unwrap_or_default();
    if request.uri().path() == "/" && query.contains("token=") {
        return if known {
            Redirect::to("/").into_response()
        } else if guard.take_token(query) {
            guard.welcome()
        } else {
            refuse("这个地址已经用过一次或不正确。请重新运行 duban serve，打开它新给出的地址。")
        };
    }
    if known {
        next.run(request).await
    } else {
        refuse("没有进入的凭据。请打开 duban serve 启动时给出的完整地址。")
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
fn same(given: &str, expected: &str) -> bool {
    given.len() == expected.len()
        && given.bytes().zip(expected.bytes()).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}
