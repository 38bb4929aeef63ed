//! What came of the faults: counted by kind, and what must not be is kept to be looked at.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What came of all faults so far.
pub(super) struct Tally {
    counts: BTreeMap<(&'static str, String), u64>,
    wrong: Vec<String>,
    /// Where registers are kept of which something must not be.
    kept: PathBuf,
}

impl Tally {
    /// Nothing yet.
    pub(super) fn new(folder: &Path) -> Self {
        Self { counts: BTreeMap::new(), wrong: Vec::new(), kept: folder.join("wrong") }
    }

    /// One fault, and what came of it.
    pub(super) fn count(&mut self, fault: &'static str, outcome: String) {
        *self.counts.entry((fault, outcome)).or_default() += 1;
    }

    /// One fault after which something is that must not be; its register is kept.
    pub(super) fn wrong(&mut self, fault: &'static str, what: &str, store: &Path) -> Result<(), String> {
        let kept = self.kept.join(self.wrong.len().to_string());
        super::program::copy(store, &kept)?;
        let told = format!("{fault}: {what} ({})", kept.display());
        println!("WRONG {told}");
        self.wrong.push(told);
        Ok(())
    }

    /// Prints what was counted; something that must not be fails the run.
    pub(super) fn verdict(&self) -> Result<(), String> {
        for ((fault, outcome), count) in &self.counts {
            println!("{fault:<14} {count:>5}  {outcome}");
        }
        if self.wrong.is_empty() {
            println!("{} faults, none left the register half or wrong unseen", self.counts.values().sum::<u64>());
            return Ok(());
        }
        Err(format!("{} wrong:\n{}", self.wrong.len(), self.wrong.join("\n")))
    }
}
