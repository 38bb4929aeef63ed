//! The built interface, kept in the binary.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, Uri, header};

/// Path below ui/dist and content, made by the build script.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/interface.rs"));

const NOT_BUILT: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>督办台账</title>\
<h1>界面尚未构建</h1><p>这个程序编译时没有 ui/dist。请在源码目录运行 <code>cargo xtask run</code>，或先运行 \
<code>npm ci &amp;&amp; npm run build</code>（在 ui 目录）再重新编译。</p></html>";

/// Whether a built interface is in this binary.
#[must_use]
pub fn is_built() -> bool {
    find("index.html").is_some()
}

/// Answers any path that is not under /api: exactly the files of the list, nothing from the disk.
pub(crate) async fn file(uri: Uri) -> Response<Body> {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    match find(path) {
        Some(bytes) => answer(StatusCode::OK, kind(path), caching(path), bytes),
        None if path == "index.html" => {
            answer(StatusCode::OK, "text/html; charset=utf-8", "no-store", NOT_BUILT.as_bytes())
        }
        None => answer(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", "no-store", "没有这个页面。".as_bytes()),
    }
}

fn find(path: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, bytes)| *bytes)
}

fn answer(status: StatusCode, kind: &'static str, caching: &'static str, bytes: &'static [u8]) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}

/// Files under assets/ carry a hash in their name and never change; all others may.
fn caching(path: &str) -> &'static str {
    if path.starts_with("assets/") { "max-age=31536000, immutable" } else { "no-store" }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
