//! The blocks a specification may have, and how one is compared with what was read.

/// What a block speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Every measure: number | text | leads | co-units | due | class.
    Expect,
    /// What each line of the fragment was read as.
    Account,
    /// Every paragraph, row or page break that the rules see, once tables and lines are put together: line | words.
    Paragraphs,
    /// Every quantified target: name | direction | figure | unit | by.
    Indicators,
    /// Every doubt: number of the measure | field | rule | words.
    Doubts,
    /// Every person and further column of a measure: number | what | words.
    Fields,
    /// Of the measures named: number | kind | words | due | milestones.
    Deadlines,
    /// Of the measures named: number | what the units rest on.
    Basis,
    /// Of the fields named: number of the measure | field | line | rule | words.
    Anchors,
    /// Of the facts named: fact | value.
    Facts,
    /// Where every doubt points: number of the measure | rule | line | characters.
    Places,
    /// Where the fields named stand: number of the measure | field | line | characters.
    Sources,
}

impl Kind {
    const ALL: [Self; 12] = [
        Self::Expect,
        Self::Account,
        Self::Paragraphs,
        Self::Indicators,
        Self::Doubts,
        Self::Fields,
        Self::Deadlines,
        Self::Basis,
        Self::Anchors,
        Self::Facts,
        Self::Places,
        Self::Sources,
    ];

    /// The word behind the fence.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Expect => "expect",
            Self::Account => "account",
            Self::Paragraphs => "paragraphs",
            Self::Indicators => "indicators",
            Self::Doubts => "doubts",
            Self::Fields => "fields",
            Self::Deadlines => "deadlines",
            Self::Basis => "basis",
            Self::Anchors => "anchors",
            Self::Facts => "facts",
            Self::Places => "places",
            Self::Sources => "sources",
        }
    }

    /// The kind that a word behind a fence names.
    pub(crate) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == word)
    }

    /// Whether a blank row says something.
    pub(crate) fn keeps_blank_rows(self) -> bool {
        self == Self::Account
    }

    /// How many fields name what a row speaks of, in a block that need not speak of everything; `None` for a block
    /// that lists all there is.
    fn key(self) -> Option<usize> {
        match self {
            Self::Expect
            | Self::Account
            | Self::Paragraphs
            | Self::Indicators
            | Self::Doubts
            | Self::Fields
            | Self::Places => None,
            Self::Deadlines | Self::Basis | Self::Facts => Some(1),
            Self::Anchors | Self::Sources => Some(2),
        }
    }

    /// The field of which the beginning is enough.
    fn begins(self) -> Option<usize> {
        match self {
            Self::Expect => Some(1),
            // `background` stands for every reason.
            Self::Account => Some(0),
            _ => None,
        }
    }
}

/// `None` when a block holds; else the block as it would hold. `*` and the beginnings of texts stay as they were.
pub(crate) fn difference(kind: Kind, expected: &[Vec<String>], found: &[Vec<String>]) -> Option<Vec<Vec<String>>> {
    let answers: Vec<Vec<String>> = match kind.key() {
        None => found.to_vec(),
        Some(key) => expected.iter().enumerate().map(|(at, row)| answer(row, &expected[..at], found, key)).collect(),
    };
    // Where rows came or went, a row keeps what is written of the row with its first field.
    let written = |at: usize, row: &[String]| {
        if answers.len() == expected.len() {
            return expected.get(at);
        }
        expected.iter().find(|written| written.first() == row.first())
    };
    let mended: Vec<Vec<String>> =
        answers.iter().enumerate().map(|(at, row)| mend(kind, written(at, row), row)).collect();
    (mended != expected).then_some(mended)
}

/// The row found that a row speaks of: the second row of one key speaks of the second found.
fn answer(row: &[String], above: &[Vec<String>], found: &[Vec<String>], key: usize) -> Vec<String> {
    let of = |row: &[String]| row.iter().take(key).cloned().collect::<Vec<String>>();
    let own = of(row);
    let place = above.iter().filter(|other| of(other) == own).count();
    let found = found.iter().filter(|other| of(other) == own).nth(place);
    found.cloned().unwrap_or_else(|| [own, vec!["(not found)".to_owned()]].concat())
}

/// A row as found, with the parts of the expected row that hold as they are written.
fn mend(kind: Kind, expected: Option<&Vec<String>>, found: &[String]) -> Vec<String> {
    let Some(expected) = expected else { return found.iter().enumerate().map(|(at, f)| brief(kind, at, f)).collect() };
    let field = |(at, found): (usize, &String)| match expected.get(at) {
        Some(written) if holds(kind, at, written, found) => written.clone(),
        _ => brief(kind, at, found),
    };
    found.iter().enumerate().map(field).collect()
}

fn holds(kind: Kind, at: usize, written: &str, found: &str) -> bool {
    let beginning = written.strip_suffix('…').or_else(|| (kind.begins() == Some(at)).then_some(written));
    written == "*" || written == found || beginning.is_some_and(|beginning| found.starts_with(beginning))
}

/// A field as it is proposed: of a long text the beginning.
fn brief(kind: Kind, at: usize, found: &str) -> String {
    if kind == Kind::Expect && kind.begins() == Some(at) { found.chars().take(24).collect() } else { found.to_owned() }
}
