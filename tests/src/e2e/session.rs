//! A started interface on a store of its own, and everything that must end with it.

use std::path::{Path, PathBuf};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};
use tempfile::TempDir;

use super::gestures::Person;
use super::process::Group;
use super::steps;
use crate::desk::PLAN;
use crate::programs::run_duban;

/// What is in the register when the interface starts.
#[derive(Debug, Clone, Copy)]
pub enum Register<'a> {
    /// Nothing: the first start.
    Empty,
    /// The sample data, as one click makes it.
    Sample,
    /// These documents, imported and confirmed.
    Documents(&'a [&'a Path]),
    /// Another file lies in its place, and a backup beside it.
    Lost,
}

/// A running interface and the person before it.
#[derive(Debug)]
pub struct Session {
    /// Who uses it.
    pub person: Person,
    /// Folder of its store, to look at it from the command line.
    pub store: PathBuf,
    /// Whether the driver keeps what the page complains of: WebKit's does not.
    keeps_complaints: bool,
    // In the order in which they must end.
    groups: Vec<Group>,
    _folder: TempDir,
}

impl Session {
    pub(crate) async fn start(folder: TempDir, groups: Vec<Group>, driver: u16, wishes: Map<String, Value>) -> Self {
        let client = connect(driver, wishes).await;
        let store = store_in(&folder);
        Self { person: Person::new(client), store, keeps_complaints: false, groups, _folder: folder }
    }

    pub(crate) fn keeping_complaints(self) -> Self {
        Self { keeps_complaints: true, ..self }
    }

    /// The page has kept its own content policy so far, and no code of it failed.
    ///
    /// # Panics
    /// When the browser has complained.
    pub async fn nothing_was_complained_of(&self) {
        if self.keeps_complaints {
            assert_eq!(self.person.complaints().await, Vec::<String>::new());
        }
    }

    /// Closes the interface. A test that panics closes it too, less politely.
    ///
    /// # Panics
    /// When the driver refuses.
    pub async fn close(mut self) {
        self.person.leave().await;
        for group in self.groups.drain(..) {
            drop(group);
        }
    }
}

/// A folder for one test, with its store filled.
pub(crate) fn prepare(register: Register<'_>) -> TempDir {
    let folder = tempfile::Builder::new().prefix("duban-e2e-").tempdir().expect("a folder for the test");
    let store = store_in(&folder);
    match register {
        Register::Empty => {}
        Register::Sample => {
            run_duban(&store, &["sample"]);
        }
        Register::Documents(files) => {
            let mut words = vec!["import", "--yes"];
            words.extend(files.iter().map(|file| file.to_str().expect("a plain path")));
            run_duban(&store, &words);
        }
        Register::Lost => {
            let plan = folder.path().join("方案.txt");
            std::fs::write(&plan, PLAN).expect("the document can be written");
            run_duban(&store, &["import", "--yes", plan.to_str().expect("a plain path")]);
            run_duban(&store, &["backup"]);
            steps::lose_the_register(&store);
        }
    }
    folder
}

/// Where the store of a test lies.
pub(crate) fn store_in(folder: &TempDir) -> PathBuf {
    folder.path().join("store")
}

async fn connect(port: u16, wishes: Map<String, Value>) -> Client {
    ClientBuilder::new(HttpConnector::new())
        .capabilities(wishes)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .unwrap_or_else(|error| panic!("the driver gives no session: {error}"))
}
