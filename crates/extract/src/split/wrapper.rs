//! The notice that issues a plan: 现将《…》印发给你们. The plan that follows under its own title belongs to it.

use crate::head::compact::is_longer;

/// Words by which a notice issues something else.
const ISSUING: [&str; 16] = [
    "印发给你们",
    "印发你们",
    "现印发",
    "予以印发",
    "转发给你们",
    "现转发",
    "现予公布",
    "现予发布",
    "予以公布",
    "予以发布",
    "发给你们",
    "现将《",
    "现公布",
    "现发布",
    "印发执行",
    "通过，",
];
/// So many titles are remembered of one notice.
const MOST_TITLES: usize = 400;

/// What the document being read has said so far about a plan it issues.
#[derive(Debug, Default)]
pub(crate) struct Wrapper {
    issues: bool,
    plan_taken: bool,
    /// Titles in book title marks, without punctuation.
    named: Vec<String>,
    read: usize,
}

impl Wrapper {
    /// Reads one more line of the document.
    pub(crate) fn read(&mut self, text: &str) {
        // What is issued is named at the beginning.
        if self.read > 40 {
            return;
        }
        self.read += 1;
        self.plan_taken |= self.issues && !self.named.is_empty() && self.names(text);
        self.issues |= ISSUING.iter().any(|words| text.contains(words));
        for part in text.split('《').skip(1) {
            if self.named.len() < MOST_TITLES
                && let Some(title) = part.split('》').next()
                && !is_longer(title, 100)
            {
                self.named.push(letters(title));
            }
        }
    }

    /// Whether a plan has been announced whose title has not come yet.
    pub(crate) fn awaits_plan(&self) -> bool {
        self.issues && !self.plan_taken
    }

    /// Whether a title is that of a plan the notice issues; the plan then counts as found.
    pub(crate) fn takes_plan(&mut self, title: &str) -> bool {
        let named = self.issues && self.names(title);
        let only_candidate = self.awaits_plan() && self.named.is_empty();
        self.plan_taken |= named || only_candidate;
        named || only_candidate
    }

    /// Whether a line is one of the titles named so far.
    fn names(&self, line: &str) -> bool {
        if is_longer(line, 100) {
            return false;
        }
        let line = letters(line);
        self.named.contains(&line)
    }
}

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
