//! The server over real sockets: who is let in, and what they can reach.

// Helpers of tests, which the lints do not take for tests.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};
use serve::{MOST_CALLS, Options, Server};
use tempfile::TempDir;

/// A running server and what a browser would know of it.
struct Running {
    address: SocketAddr,
    token: String,
    _folder: TempDir,
    _runtime: tokio::runtime::Runtime,
}

fn start() -> Running {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let options = Options { store: folder.path().join("store"), port: 0 };
    let server = runtime.block_on(Server::bind(&options)).unwrap();
    let start = server.start_address();
    let (host, token) = start.trim_start_matches("http://").split_once("/#enter=").unwrap();
    let running =
        Running { address: host.parse().unwrap(), token: token.to_owned(), _folder: folder, _runtime: runtime };
    running._runtime.spawn(server.run(std::future::pending()));
    running
}

/// One request, every header of it chosen.
struct Request<'a> {
    method: &'a str,
    path: &'a str,
    host: String,
    origin: Option<String>,
    session: Option<String>,
    body: Vec<u8>,
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Running {
    fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What the server's own page would send, without the session.
    fn request<'a>(&self, method: &'a str, path: &'a str) -> Request<'a> {
        let origin = (method == "POST").then(|| self.origin());
        Request { method, path, host: self.address.to_string(), origin, session: None, body: Vec::new() }
    }

    /// Exchanges the token for the session.
    fn enter(&self) -> String {
        let answer = self.send(&self.entering(&self.token));
        assert_eq!(answer.status, 200);
        assert!(!answer.head.contains("set-cookie"), "browsers send cookies to every port: {}", answer.head);
        let given: Value = serde_json::from_str(&answer.body).unwrap();
        given["session"].as_str().unwrap().to_owned()
    }

    fn entering(&self, token: &str) -> Request<'static> {
        Request { body: token.as_bytes().to_vec(), ..self.request("POST", "/api/enter") }
    }

    fn call(&self, session: &str, command: &str, args: &Value) -> Answer {
        let path = format!("/api/call/{command}");
        let mut request = self.request("POST", &path);
        request.session = Some(session.to_owned());
        request.body = json!({ "as_of": null, "args": args }).to_string().into_bytes();
        self.send(&request)
    }

    fn send(&self, request: &Request<'_>) -> Answer {
        let mut text = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", request.method, request.path);
        if !request.host.is_empty() {
            text += &format!("Host: {}\r\n", request.host);
        }
        if let Some(origin) = &request.origin {
            text += &format!("Origin: {origin}\r\n");
        }
        if let Some(session) = &request.session {
            text += &format!("X-Duban-Session: {session}\r\n");
        }
        text += &format!("Content-Type: application/json\r\nContent-Length: {}\r\n\r\n", request.body.len());
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        // A server that refuses may close before it has read the whole body.
        let _ = stream.write_all(&request.body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {answer:?}"));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }
}

#[test]
fn nothing_of_the_register_is_given_without_the_session() {
    let server = start();
    for (method, path) in [
        ("GET", "/api/events"),
        ("POST", "/api/call/app_status"),
        ("POST", "/api/call/import"),
        ("POST", "/api/files?name=a"),
        ("POST", "/api/downloads?name=a"),
    ] {
        let mut request = server.request(method, path);
        assert_eq!(server.send(&request).status, 403, "{method} {path}");
        request.session = Some("0".repeat(32));
        assert_eq!(server.send(&request).status, 403, "{method} {path} with a guessed session");
    }
    assert_eq!(server.send(&server.request("GET", "/")).status, 200, "the interface holds nothing of the register");
}

#[test]
fn the_start_address_works_once() {
    let server = start();
    let wrong = server.send(&server.entering("00000000000000000000000000000000"));
    assert_eq!(wrong.status, 403, "a wrong token");
    let foreign = Request { origin: Some("http://127.0.0.1:1".to_owned()), ..server.entering(&server.token) };
    assert_eq!(server.send(&foreign).status, 403, "a page of another port does not use the token up");
    let session = server.enter();
    assert_ne!(session, server.token, "the token is left in histories, so it is not the key");
    let again = server.send(&server.entering(&server.token));
    assert_eq!(again.status, 403, "the token a second time");
    assert!(again.body.contains("duban serve"), "says what to do: {}", again.body);
}

#[test]
fn idle_connections_do_not_keep_the_owner_out() {
    let server = start();
    let _idle: Vec<TcpStream> = (0..300).map(|_| TcpStream::connect(server.address).unwrap()).collect();
    assert_eq!(server.send(&server.request("GET", "/")).status, 200);
}

#[test]
fn requests_that_stop_before_their_body_do_not_keep_the_owner_out() {
    let server = start();
    let head = format!(
        "POST /api/enter HTTP/1.1\r\nHost: {}\r\nOrigin: {}\r\nContent-Length: 32\r\n\r\n",
        server.address,
        server.origin()
    );
    let stopped = || {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream
    };
    let _stopped: Vec<TcpStream> = (0..300).map(|_| stopped()).collect();
    assert_eq!(server.send(&server.request("GET", "/")).status, 200);
}

/// Writers wait for a lock that somebody holds, and each keeps its place: one place left lets a reader through, none does
/// not, however quickly it could be answered.
#[test]
fn no_more_calls_run_at_once_than_may() {
    let server = start();
    let session = server.enter();
    assert_eq!(server.call(&session, "app_status", &json!({})).status, 200);
    let mut holder = store::Store::open(&server._folder.path().join("store")).unwrap();
    let (answered, answers) = std::sync::mpsc::channel();
    let pause = Duration::from_millis(700);
    std::thread::scope(|threads| {
        let write = || {
            let rule = json!({ "days": 3, "weeks": 2, "months": 1 });
            assert_eq!(server.call(&session, "set_backup_rule", &rule).status, 200);
        };
        let ask = || {
            let answered = answered.clone();
            let (server, session) = (&server, &session);
            threads.spawn(move || answered.send(server.call(session, "app_status", &json!({})).status).unwrap());
        };
        let held: Result<(), store::StoreError> = holder.rehearse(|_| {
            for _ in 1..MOST_CALLS {
                threads.spawn(write);
            }
            std::thread::sleep(pause);
            ask();
            assert_eq!(answers.recv_timeout(Duration::from_secs(10)), Ok(200), "a place is free");
            threads.spawn(write);
            std::thread::sleep(pause);
            ask();
            assert!(answers.recv_timeout(pause).is_err(), "as many calls as may run wait for the lock");
            Ok(())
        });
        held.unwrap();
        assert_eq!(answers.recv_timeout(Duration::from_secs(20)), Ok(200), "it comes when the others are done");
    });
}

#[test]
fn requests_must_name_this_server_and_come_from_its_page() {
    let server = start();
    let session = server.enter();
    let port = server.address.port();
    let status = |host: &str, origin: Option<&str>| {
        let mut request = server.request("POST", "/api/call/app_status");
        request.session = Some(session.clone());
        request.body = b"{}".to_vec();
        host.clone_into(&mut request.host);
        request.origin = origin.map(str::to_owned);
        server.send(&request).status
    };
    let ours = server.address.to_string();
    let origin = server.origin();
    assert_eq!(status(&ours, Some(&origin)), 200, "the page itself");
    for host in [
        "evil.example",
        "localhost",
        &format!("localhost:{port}"),
        "127.0.0.1",
        &format!("127.0.0.1:{port}.evil.example"),
        "",
    ] {
        assert_ne!(status(host, Some(&origin)), 200, "Host {host:?}");
    }
    for origin in [
        None,
        Some("http://evil.example"),
        Some("null"),
        Some("http://127.0.0.1"),
        Some(&*format!("https://127.0.0.1:{port}")),
    ] {
        assert_eq!(status(&ours, origin), 403, "Origin {origin:?}");
    }
}

#[test]
fn every_declared_command_has_a_route() {
    let server = start();
    let session = server.enter();
    for command in commands::COMMANDS {
        // A request that fits no command: what matters is that the command was found.
        let answer = server.call(&session, command.name, &json!(7));
        assert_eq!(answer.status, 422, "{}: {}", command.name, answer.body);
        let refusal: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(refusal["code"], "invalid", "{}", command.name);
    }
    let unknown = server.call(&session, "drop_everything", &Value::Null);
    assert_eq!(unknown.status, 404);
}

#[test]
fn a_refusal_names_the_field_it_is_about() {
    let server = start();
    let session = server.enter();
    let answer = server.call(&session, "add_task", &json!({ "text": " ", "origin": { "kind": "hand" } }));
    let refusal: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((answer.status, &refusal["field"]), (422, &json!("text")), "{}", answer.body);
}

#[test]
fn a_page_cannot_read_this_machines_disk() {
    let server = start();
    let session = server.enter();
    for path in ["/etc/passwd", "upload:../../etc/passwd", "upload:0123456789abcdef0123456789abcdef", ""] {
        let args = json!({ "sources": [{ "path": path }], "confirm": false, "rehearse": true });
        let answer = server.call(&session, "import", &args);
        let refusal: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!((answer.status, &refusal["code"]), (422, &json!("path_not_allowed")), "{path}");
    }
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(secret.path(), "一、加强领导。市教育局牵头，6月底前完成。\n").unwrap();
    let sources = json!([{ "path": secret.path() }]);
    for (command, args) in [("account_files", json!([sources])), ("import", json!([sources, true, true]))] {
        let answer = server.call(&session, command, &args);
        assert_eq!(answer.status, 422, "{command}: fields without names are not looked at: {}", answer.body);
    }
    for path in [
        "/../Cargo.toml",
        "/..%2f..%2fCargo.toml",
        "/%2e%2e/Cargo.toml",
        "//etc/passwd",
        "/assets/../../Cargo.toml",
        "/etc/passwd",
    ] {
        let mut request = server.request("GET", path);
        request.session = Some(session.clone());
        let answer = server.send(&request);
        assert!(!answer.body.contains("[package]") && !answer.body.contains("root:"), "{path}: {}", answer.body);
    }
}

#[test]
fn answers_forbid_the_browser_everything_remote() {
    let server = start();
    let mut request = server.request("GET", "/");
    for session in [None, Some(server.enter())] {
        request.session = session;
        let head = server.send(&request).head;
        for header in
            ["content-security-policy: default-src 'none'", "x-content-type-options: nosniff", "x-frame-options: DENY"]
        {
            assert!(head.contains(header), "{header} in {head}");
        }
        assert!(!head.contains("unsafe"), "no exceptions in {head}");
        assert!(!head.to_lowercase().contains("access-control"), "no other site may read answers: {head}");
    }
}

#[test]
fn a_request_that_is_too_large_is_refused() {
    let server = start();
    let mut request = server.request("POST", "/api/call/search");
    request.session = Some(server.enter());
    request.body = vec![b' '; 4 * 1024 * 1024 + 1];
    assert_eq!(server.send(&request).status, 413);
}

#[test]
fn an_uploaded_file_is_imported_under_its_own_name() {
    let server = start();
    let session = server.enter();
    let mut upload = server.request("POST", "/api/files?name=..%2F%E9%80%9A%E7%9F%A5.txt");
    upload.session = Some(session.clone());
    upload.body = "关于做好工作的通知\n\n各单位：\n一、加强领导。市教育局牵头，6月底前完成。\n".as_bytes().to_vec();
    let handed: Value = serde_json::from_str(&server.send(&upload).body).unwrap();
    let import = |rehearse: bool| {
        let args = json!({ "sources": [handed.clone()], "confirm": false, "rehearse": rehearse });
        server.call(&session, "import", &args)
    };
    let rehearsed = import(true);
    assert_eq!(rehearsed.status, 200, "{}", rehearsed.body);
    let imported = import(false);
    assert_eq!(imported.status, 200, "the rehearsal kept the file: {}", imported.body);
    let report: Value = serde_json::from_str(&imported.body).unwrap();
    assert_eq!(report["files"][0]["file"], "通知.txt");
    assert!(!imported.body.contains("duban-uploads"), "where it lay meanwhile is nobody's business: {}", imported.body);
    assert_eq!(import(false).status, 422, "once imported, the upload is gone");
}

#[test]
fn an_archive_of_everything_is_fetched_once_and_taken_in_again() {
    let server = start();
    let session = server.enter();
    let post = |path: &'static str, body: Vec<u8>| {
        let request = Request { session: Some(session.clone()), body, ..server.request("POST", path) };
        serde_json::from_str::<Value>(&server.send(&request).body).unwrap()
    };
    let text = "滨江市优化营商环境行动方案\n一、简化办事材料。（市政务办牵头，2022年6月底前完成）\n";
    let handed = post("/api/files?name=a.txt", text.as_bytes().to_vec());
    let taken_in = server.call(&session, "import", &json!({ "sources": [handed] }));
    assert_eq!(taken_in.status, 200, "{}", taken_in.body);
    let refused = server.call(&session, "export_all", &json!({ "to": "/tmp/out.zip" }));
    assert_eq!((refused.status, refused.body.contains("path_not_allowed")), (422, true), "{}", refused.body);

    let place = post("/api/downloads?name=%E5%85%A8%E9%83%A8.zip", Vec::new());
    let exported = server.call(&session, "export_all", &json!({ "to": place["path"] }));
    let size = serde_json::from_str::<Value>(&exported.body).unwrap()["size"].as_u64().unwrap();
    // A browser that follows a link sends no header of ours.
    let address = place["address"].as_str().unwrap();
    let fetched = server.send(&server.request("GET", address));
    assert_eq!(fetched.status, 200);
    assert!(fetched.head.contains(&format!("content-length: {size}")), "{}", fetched.head);
    assert_eq!(server.send(&server.request("GET", address)).status, 404, "a second time");
    assert_eq!(server.send(&server.request("GET", "/download/0123")).status, 404, "a guessed name");

    let broken = post("/api/files?name=a.zip", b"PK\x03\x04 no archive".to_vec());
    let source = json!({ "source": { "path": broken["path"] } });
    for _ in 0..2 {
        let preview = server.call(&session, "preview_restore", &source);
        assert!(preview.body.contains("不能用来恢复"), "what was looked at is still there: {}", preview.body);
    }
    let foreign = server.call(&session, "preview_restore", &json!({ "source": { "path": "/etc/passwd" } }));
    assert!(foreign.body.contains("path_not_allowed"), "{}", foreign.body);
}
