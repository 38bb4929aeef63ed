//! Who works with the register, and from where everything is said: who follows all tasks, or one unit that looks at its own.

/// What sort of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkplaceKind {
    /// Follows what all units owe.
    Supervision,
    /// Leads some tasks and assists with others.
    Unit,
}

impl WorkplaceKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Supervision, Self::Unit];

    /// The word on the wire and in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Supervision => "supervision",
            Self::Unit => "unit",
        }
    }

    /// What an office calls it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supervision => "督查室",
            Self::Unit => "责任单位",
        }
    }

    /// The kind a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Where the register is worked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// What sort of place it is.
    pub kind: WorkplaceKind,
    /// Its region: 杭州市.
    pub region: Option<String>,
    /// Its own unit by name. It is a name and no row of the register, for it is known before the first notice names it, and a
    /// unit that is merged is found under its former name.
    pub unit: Option<String>,
}

impl Workplace {
    /// What it is called: the unit, or 杭州市督查室.
    pub fn name(&self) -> String {
        match &self.unit {
            Some(unit) => unit.clone(),
            None => format!("{}{}", self.region.as_deref().unwrap_or_default(), self.kind.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_called_by_its_unit_or_by_region_and_kind() {
        let check = |kind, region: Option<&str>, unit: Option<&str>, name| {
            let [region, unit] = [region, unit].map(|words| words.map(str::to_owned));
            assert_eq!(Workplace { kind, region, unit }.name(), name);
        };
        check(WorkplaceKind::Supervision, Some("滨江市"), None, "滨江市督查室");
        check(WorkplaceKind::Supervision, Some("滨江市"), Some("市政府督查室"), "市政府督查室");
        check(WorkplaceKind::Supervision, None, None, "督查室");
        check(WorkplaceKind::Unit, Some("滨江市"), Some("市教育局"), "市教育局");
    }
}
