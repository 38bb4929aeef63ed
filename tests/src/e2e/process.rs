//! Programs that a test starts and that end with it, their children too.
//!
//! A driver that is killed at once leaves its browser behind, which keeps the port and a dead display and makes
//! later tests fail. So each program leads a process group, and the group is asked to end.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a program may take to be ready.
const READY: Duration = Duration::from_secs(30);
/// How long a program may take to end when asked.
const ENDED: Duration = Duration::from_secs(5);

/// A running program and all it has started.
#[derive(Debug)]
pub(crate) struct Group {
    /// The program itself, its output piped where that was asked for.
    pub(crate) leader: Child,
}

impl Group {
    /// Starts a program as the leader of a group.
    pub(crate) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let leader = command
            .process_group(0)
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} could not be started: {error}"));
        Self { leader }
    }

    /// Waits until the program answers on its port.
    pub(crate) fn wait_for_port(&mut self, port: u16) {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Ok(Some(status)) = self.leader.try_wait() {
                panic!("the driver ended before it was ready: {status}");
            }
            assert!(started.elapsed() < READY, "the driver does not answer on port {port}");
            sleep(Duration::from_millis(20));
        }
    }

    fn signal(&self, name: &str) {
        // The shell knows `kill` even where no such program is installed.
        let order = format!("kill -{name} -{}", self.leader.id());
        let _ = Command::new("sh").args(["-c", &order]).stderr(Stdio::null()).status();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.signal("TERM");
        let asked = Instant::now();
        while asked.elapsed() < ENDED {
            if !matches!(self.leader.try_wait(), Ok(None)) {
                return;
            }
            sleep(Duration::from_millis(20));
        }
        self.signal("KILL");
        let _ = self.leader.wait();
    }
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}
