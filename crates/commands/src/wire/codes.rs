//! Codes of the domain as unions of TypeScript. On the wire they are words; the words come from the domain's own lists,
//! so that a front that does not know a new one fails to compile.

use std::path::PathBuf;

use domain::{
    ClaimSubject, DeadlineKind, DoubtState, Field, IndicatorAim, LineRole, MOVES, MeasureClass, Move, NoticeKind,
    OriginKind, PersonRole, TaskStatus, UnitBasis,
};
use serde::{Deserialize, Serialize};
use ts_rs::{Config, TS};

/// Makes a type that is nothing but the name of a union.
macro_rules! unions {
    ($($(#[doc = $doc:literal])+ $name:ident = $codes:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct $name;

        union_of! { $(#[doc = $doc])+ $name = $codes }
    )+};
}

/// Makes a type a union of these codes in TypeScript.
macro_rules! union_of {
    ($(#[doc = $doc:literal])+ $name:ident = $codes:expr) => {
        impl TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn docs() -> Option<String> {
                Some(format!("/**\n *{}\n */\n", [$($doc),+].join("\n *")))
            }

            fn name(_: &Config) -> String {
                stringify!($name).to_owned()
            }

            fn inline(_: &Config) -> String {
                let codes: Vec<String> = $codes.iter().map(|code| format!("{code:?}")).collect();
                codes.join(" | ")
            }

            fn decl(config: &Config) -> String {
                format!("type {} = {};", Self::name(config), Self::inline(config))
            }

            fn output_path() -> Option<PathBuf> {
                Some(PathBuf::from("types.ts"))
            }
        }
    };
}

/// The status of a task. One that the domain does not know is no request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct StatusCode(pub TaskStatus);

/// A status that there is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("没有“{0}”这种办理状态。")]
pub struct UnknownStatus(String);

impl TryFrom<String> for StatusCode {
    type Error = UnknownStatus;

    fn try_from(code: String) -> Result<Self, UnknownStatus> {
        TaskStatus::from_code(&code).map(Self).ok_or(UnknownStatus(code))
    }
}

impl From<StatusCode> for &'static str {
    fn from(StatusCode(status): StatusCode) -> Self {
        status.code()
    }
}

impl StatusCode {
    /// What an office calls it.
    pub fn word(self) -> &'static str {
        self.0.word()
    }
}

union_of! {
    /// The status of a task.
    StatusCode = TaskStatus::ALL.map(TaskStatus::code)
}

/// What is done with a task. What the domain does not know is no request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct MoveCode(pub Move);

/// A move that there is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("没有“{0}”这种办理动作。")]
pub struct UnknownMove(String);

impl TryFrom<String> for MoveCode {
    type Error = UnknownMove;

    fn try_from(code: String) -> Result<Self, UnknownMove> {
        Move::from_code(&code).map(Self).ok_or(UnknownMove(code))
    }
}

impl From<MoveCode> for &'static str {
    fn from(MoveCode(name): MoveCode) -> Self {
        name.code()
    }
}

union_of! {
    /// What is done with a task.
    MoveCode = MOVES.map(|entry| entry.code)
}

unions! {
    /// What sort of document a notice is.
    NoticeKindCode = NoticeKind::ALL.map(NoticeKind::code);
    /// What part a clause plays in its notice.
    MeasureClassCode = MeasureClass::ALL.map(MeasureClass::code);
    /// What kind of time a notice states for a measure.
    DeadlineKindCode = DeadlineKind::ALL.map(DeadlineKind::code);
    /// Which statement of the notice named the units.
    UnitBasisCode = UnitBasis::ALL.map(UnitBasis::code);
    /// A field that a rule fills and a doubt is about.
    FieldCode = Field::ALL.map(Field::code);
    /// What a person has said of a doubt.
    DoubtStateCode = DoubtState::ALL.map(DoubtState::code);
    /// What a line was read as.
    LineRoleCode = LineRole::GROUPS;
    /// What a notice counts of itself.
    ClaimSubjectCode = ClaimSubject::ALL.map(ClaimSubject::code);
    /// In which way a task came about that no notice gave.
    OriginCode = OriginKind::ALL.map(OriginKind::code);
    /// In which capacity a person is named on a task.
    PersonRoleCode = PersonRole::ALL.map(PersonRole::code);
    /// Which way a figure should go.
    IndicatorAimCode = IndicatorAim::ALL.map(IndicatorAim::code);
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::{from_value, json, to_value};

    use super::*;

    #[test]
    fn a_status_is_its_code_on_the_wire_and_no_other_word_is_one() {
        for status in TaskStatus::ALL {
            assert_eq!(to_value(StatusCode(status)).unwrap(), json!(status.code()));
            assert_eq!(from_value::<StatusCode>(json!(status.code())).unwrap(), StatusCode(status));
        }
        assert!(from_value::<StatusCode>(json!("done")).unwrap_err().to_string().contains("“done”"));
    }

    /// Another list of them would have to be remembered when a status is added.
    #[test]
    fn all_statuses_are_listed_in_one_place_alone() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut lists = Vec::new();
        for folder in ["crates", "src-tauri/src", "ui/src"] {
            each_source(&root.join(folder), &mut |path, text| {
                let names_it = |status: &TaskStatus| {
                    let code = status.code();
                    [format!("\"{code}\""), format!("'{code}'"), format!("::{status:?}"), status.word().to_owned()]
                        .iter()
                        .any(|name| text.contains(name))
                };
                if TaskStatus::ALL.iter().all(names_it) {
                    lists.push(path.to_owned());
                }
            });
        }
        lists.sort();
        // The one place, and the table of what leads from one to another.
        let known = ["domain/src/life.rs", "domain/src/task.rs"];
        assert!(
            lists.len() == known.len() && lists.iter().zip(known).all(|(path, known)| path.ends_with(known)),
            "{lists:?}"
        );
    }

    fn each_source(folder: &Path, each: &mut dyn FnMut(&Path, &str)) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            // Made from the one place.
            let is_made = path.ends_with("generated") || path.ends_with("recorded");
            if path.ends_with("tests.rs") {
                continue;
            }
            if path.is_dir() && !is_made {
                each_source(&path, each);
            } else if path.extension().is_some_and(|ending| ["rs", "ts", "vue", "sql"].iter().any(|one| ending == *one))
            {
                let text = std::fs::read_to_string(&path).unwrap();
                // Examples of a test are no list.
                each(&path, text.split("#[cfg(test)]").next().unwrap_or_default());
            }
        }
    }
}
