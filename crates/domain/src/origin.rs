//! Where a task comes from that no notice gave.

use chrono::NaiveDate;

/// In which way a task came about without a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OriginKind {
    /// A leader wrote an instruction on a paper.
    Instruction,
    /// A meeting settled it.
    Meeting,
    /// The office entered it of its own accord.
    Hand,
}

impl OriginKind {
    /// Every kind, the most binding first.
    pub const ALL: [Self; 3] = [Self::Instruction, Self::Meeting, Self::Hand];

    /// The word used in exports, on the wire and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Instruction => "instruction",
            Self::Meeting => "meeting",
            Self::Hand => "hand",
        }
    }

    /// What an office calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Instruction => "领导批示",
            Self::Meeting => "会议议定",
            Self::Hand => "自行登记",
        }
    }

    /// The kind a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Where a task comes from that no notice gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// In which way.
    pub kind: OriginKind,
    /// The words of the instruction, the name of the meeting, or what is to be known of it; may be empty.
    pub words: String,
    /// Who gave it; may be empty.
    pub person: String,
    /// The day it was given, where that is known.
    pub day: Option<NaiveDate>,
}

impl Origin {
    /// Where it comes from in a few words: 领导批示（李明，2022-03-01）.
    pub fn in_short(&self) -> String {
        let day = self.day.map(|day| day.to_string());
        let known: Vec<&str> = [self.person.as_str(), day.as_deref().unwrap_or_default()]
            .into_iter()
            .filter(|known| !known.is_empty())
            .collect();
        match known.as_slice() {
            [] => self.kind.word().to_owned(),
            known => format!("{}（{}）", self.kind.word(), known.join("，")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_told_by_what_is_known_of_it() {
        let check = |kind, person: &str, day: Option<&str>, said| {
            let day = day.map(|day| day.parse().unwrap());
            let origin = Origin { kind, words: "抓紧办理".to_owned(), person: person.to_owned(), day };
            assert_eq!(origin.in_short(), said);
        };
        check(OriginKind::Instruction, "李明", Some("2022-03-01"), "领导批示（李明，2022-03-01）");
        check(OriginKind::Meeting, "", Some("2022-03-01"), "会议议定（2022-03-01）");
        check(OriginKind::Hand, "", None, "自行登记");
    }

    #[test]
    fn every_kind_is_known_by_its_code() {
        for kind in OriginKind::ALL {
            assert_eq!(OriginKind::from_code(kind.code()), Some(kind));
        }
    }
}
