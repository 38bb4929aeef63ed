//! Persons named on a task. They are no units: a unit answers for a task, a person is asked about it.

/// In which capacity a person is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PersonRole {
    /// The leader in charge.
    Leader,
    /// Who is responsible.
    Responsible,
    /// Who is to be asked.
    Contact,
}

impl PersonRole {
    /// Every role, the highest first.
    pub const ALL: [Self; 3] = [Self::Leader, Self::Responsible, Self::Contact];

    /// The word used in exports, on the wire and in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Responsible => "responsible",
            Self::Contact => "contact",
        }
    }

    /// What an office calls it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Leader => "分管领导",
            Self::Responsible => "责任人",
            Self::Contact => "联系人",
        }
    }

    /// The role a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A name and the telephone number printed behind it: 王芳 0571-87001234, 王芳（87001234）.
pub fn name_and_telephone(printed: &str) -> (&str, &str) {
    const FEWEST_DIGITS: usize = 5;
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '－' | ' ');
    let inner = printed.trim_end().trim_end_matches([')', '）']);
    let name = inner.trim_end_matches(is_of_number);
    let number = inner.get(name.len()..).unwrap_or_default().trim().trim_start_matches('-');
    let name = name.trim_end_matches([' ', '(', '（', '，', ',', '：', ':', '、']);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if digits < FEWEST_DIGITS || name.is_empty() { (printed.trim(), "") } else { (name, number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_behind_a_name_is_told_from_it() {
        let check = |printed, name, telephone| assert_eq!(name_and_telephone(printed), (name, telephone));
        check("王芳", "王芳", "");
        check("王芳 0571-87001234", "王芳", "0571-87001234");
        check("王芳（87001234）", "王芳", "87001234");
        check("王芳，13800000000", "王芳", "13800000000");
        check("第3科", "第3科", "");
        check("87001234", "87001234", "");
        check("综合科（2）", "综合科（2）", "");
    }

    #[test]
    fn every_role_is_known_by_its_code() {
        for role in PersonRole::ALL {
            assert_eq!(PersonRole::from_code(role.code()), Some(role), "{}", role.word());
        }
    }
}
