//! Codes of the domain as unions of TypeScript. On the wire they are words; the words come from the domain's own lists,
//! so that a front that does not know a new one fails to compile.

use std::path::PathBuf;

use domain::{
    ClaimSubject, DeadlineKind, DoubtState, Field, IndicatorAim, LineRole, MeasureClass, NoticeKind, UnitBasis,
};
use ts_rs::{Config, TS};

/// Makes a type that is nothing but the name of a union.
macro_rules! unions {
    ($($(#[doc = $doc:literal])+ $name:ident = $codes:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct $name;

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
    )+};
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
    /// Which way a figure should go.
    IndicatorAimCode = IndicatorAim::ALL.map(IndicatorAim::code);
}
