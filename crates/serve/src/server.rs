//! The server itself: its address, its routes, its life.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};
use commands::Office;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, broadcast};

use crate::events::{self, News};
use crate::guard::{self, Guard};
use crate::patience::{self, PATIENCE};
use crate::uploads::{self, Uploads};
use crate::{calls, downloads, headers, interface};

/// The largest JSON body of a call. Files come another way.
const LARGEST_CALL: usize = 4 * 1024 * 1024;
/// So many calls are worked on at once; others wait. Each has a connection to the register with its own memory.
pub const MOST_CALLS: usize = 8;
/// So many connections are open at once; others wait to be taken.
const MOST_CONNECTIONS: usize = 256;
/// How long to wait when the system has no connection to give (too many open files).
const RECOVERY: Duration = Duration::from_millis(100);

/// How to serve.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Folder of the store.
    pub store: PathBuf,
    /// Port; 0 takes a free one.
    pub port: u16,
}

/// Why the server could not start or go on.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken or may not be used.
    #[error("不能在127.0.0.1:{port}上提供界面：{source}。请换一个端口（--port），或不指定端口。")]
    Listen {
        /// The port asked for.
        port: u16,
        /// What the system says.
        source: std::io::Error,
    },
    /// The system has no random numbers to give.
    #[error("系统没有给出随机数，不能生成进入界面的凭据：{0}")]
    Random(#[from] getrandom::Error),
    /// The folder for uploaded files could not be made.
    #[error("不能在临时目录中建立上传文件夹：{0}。请检查临时目录是否可写。")]
    Uploads(std::io::Error),
    /// The network failed while serving.
    #[error("界面服务中断：{0}")]
    Io(#[from] std::io::Error),
}

/// What every request can reach.
#[derive(Debug, Clone)]
pub(crate) struct Shared {
    pub(crate) office: Arc<Office>,
    pub(crate) guard: Arc<Guard>,
    pub(crate) uploads: Arc<Uploads>,
    pub(crate) news: broadcast::Sender<News>,
    pub(crate) calls: Arc<Semaphore>,
}

/// A server that listens and has not begun to answer.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    shared: Shared,
}

impl Server {
    /// Opens the store and takes the port. A store that cannot be opened is restored by the page.
    ///
    /// # Errors
    /// When the port cannot be taken.
    pub async fn bind(options: &Options) -> Result<Self, ServeError> {
        let office = Office::open(&options.store);
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let listener =
            TcpListener::bind(wanted).await.map_err(|source| ServeError::Listen { port: options.port, source })?;
        let guard = Guard::new(listener.local_addr()?)?;
        let uploads = Uploads::new(&std::env::temp_dir()).map_err(ServeError::Uploads)?;
        let shared = Shared {
            office: Arc::new(office),
            guard: Arc::new(guard),
            uploads: Arc::new(uploads),
            news: events::channel(),
            calls: Arc::new(Semaphore::new(MOST_CALLS)),
        };
        Ok(Self { listener, shared })
    }

    /// The address to open first. It works once; the page that used it keeps the session.
    #[must_use]
    pub fn start_address(&self) -> String {
        self.shared.guard.start_address()
    }

    /// Answers until `end` is ready.
    pub async fn run(self, end: impl Future<Output = ()> + Send + 'static) {
        let watch = tokio::spawn(events::watch_store(self.shared.clone()));
        let router = routes(self.shared);
        // Open event streams never finish by themselves, so the end does not wait for them.
        tokio::select! {
            () = answer(&self.listener, router) => (),
            () = end => (),
        }
        watch.abort();
    }
}

/// Answers whoever connects, so many at a time.
async fn answer(listener: &TcpListener, router: Router) {
    let connections = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&connections).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(RECOVERY).await;
            continue;
        };
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
            // A browser that goes away in the middle is no error of ours.
            let _ = http.serve_connection(TokioIo::new(stream), service).await;
            drop(place);
        });
    }
}

fn routes(shared: Shared) -> Router {
    Router::new()
        .route("/api/call/{command}", post(calls::call).layer(DefaultBodyLimit::max(LARGEST_CALL)))
        .route(uploads::PATH, post(uploads::take))
        .route("/api/downloads", post(downloads::promise))
        .route("/download/{id}", get(downloads::fetch))
        .route("/api/events", get(events::stream))
        .route(guard::ENTER, post(guard::enter))
        .fallback(get(interface::file))
        .layer(middleware::from_fn(patience::limit))
        .layer(middleware::from_fn_with_state(shared.clone(), guard::check))
        .layer(middleware::from_fn(headers::add))
        .with_state(shared)
}

/// Serves until the program is told to end, after giving the address to `announce`.
///
/// # Errors
/// When the server cannot start or go on.
pub fn serve(options: &Options, announce: impl FnOnce(&str)) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let server = Server::bind(options).await?;
        announce(&server.start_address());
        server.run(asked_to_end()).await;
        Ok(())
    })
}

/// Ready at Ctrl-C and, where there is one, at the signal that asks a program to end.
async fn asked_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => (),
        () = terminate => (),
    }
}
