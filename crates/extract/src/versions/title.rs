//! What a title says of the matter, and what of the edition: years, draft marks, revisions.
//!
//! The title key is what stays of a title when the marks of an edition are taken off, and with them the wrapper
//! (关于印发《…》的通知), the region and words that only add weight: 杭州市2023年政务公开工作要点 and
//! 2024年杭州市政务公开工作要点 leave 政务公开工作要点. 第一批 and 第二批 stay: two batches are no versions.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::head::region;
use crate::lexicon::tables::OPENINGS;
use crate::numerals;

/// How far a text had come when it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stage {
    /// 征求意见稿, 讨论稿, 初稿.
    Consultation,
    /// 草案, 送审稿, 审议稿.
    Review,
    /// 试行, 暂行.
    Trial,
    /// Nothing said: in force as it stands.
    #[default]
    Final,
}

impl Stage {
    /// Not in force yet.
    pub fn is_draft(self) -> bool {
        self < Self::Trial
    }

    /// The word for it in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Consultation => "征求意见稿",
            Self::Review => "送审稿（草案）",
            Self::Trial => "试行",
            Self::Final => "正式文本",
        }
    }
}

/// A title taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edition {
    /// The place it holds for: the region of the notice, or the one its title begins with.
    pub place: Option<String>,
    /// What names the matter.
    pub title_key: String,
    /// The years it names, in order; a plan period counts with its first and last year.
    pub years: Vec<u32>,
    /// 4 of 营商环境改革4.0版.
    pub release: Option<u32>,
    /// How far the text had come.
    pub stage: Stage,
    /// Marked 修订, or a decision to change another text.
    pub revised: bool,
}

/// Keys below this many letters name no matter: 工作方案.
const SHORTEST_TITLE_KEY: usize = 6;
const YEARS: RangeInclusive<u32> = 1949..=2199;

macro_rules! pattern {
    ($name:ident = $pattern:literal) => {
        static $name: LazyLock<Regex> = LazyLock::new(|| {
            #[allow(clippy::expect_used)] // the pattern is fixed; a test compiles it
            Regex::new($pattern).expect("the pattern compiles")
        });
    };
}
pattern!(IN_TITLE_MARKS = "^(?P<before>[^《》]*)《(?P<inner>[^《》]+)》(?P<after>[^《》]*)$");
pattern!(ISSUED = "^.*印发(?P<inner>[^《》]+)的通知$");
pattern!(IN_BRACKETS = r"\((?P<inner>[^()]*)\)");
pattern!(YEARS_TO = "(?P<first>[0-9]{4,})年?[-—–~至]+(?P<last>[0-9]{4,})(?:年度|年版|年|版)?");
pattern!(YEAR = "(?P<first>[0-9]{4,})(?:[-—–~至]+[0-9]{2})?(?:年度|年版|年|版)");
pattern!(CHINESE_YEAR = "(?P<year>[〇○零一二三四五六七八九]{4})年(?:度|版)?");
pattern!(PERIOD = "十(?P<ordinal>[一二三四五六七八九])五(?:时期|期间)?");
pattern!(RELEASE = r"(?P<release>[0-9]{1,2})\.0版?");
pattern!(DRAFT = "(?:公开)?征求意见稿?|讨论稿|初稿|草稿|修订稿");
pattern!(REVIEW = "草案|送审稿|审议稿");
pattern!(REVISED = "修订|修正|修改");
pattern!(TRIAL = "试行|暂行");
pattern!(DRAFT_AT_END = "(?:征求意见稿|讨论稿|草案|送审稿|审议稿)+$");
pattern!(TRIAL_RULE = "(?:试行|暂行)(?P<rule>办法|规定|细则|条例|意见|方案|措施|规则|标准)");
pattern!(
    ISSUER = "^(?:.{0,30}?(?:政府|办公厅|办公室|委员会|委|局|厅|院|组|会|公司|中心|部|署))?关于(?:印发|公布|发布)?"
);
pattern!(WEIGHT = "进一步|全面|持续|加快|全力|深入|大力|切实|扎实|着力|更好|若干|关于|的");
pattern!(OWN = "全省|全市|全区|全县|本省|本市|我省|我市|我区|我县");

impl Edition {
    /// Takes a title apart. The region is that of the notice.
    pub fn of(title: &str, region: Option<&str>) -> Self {
        let mut edition = Self::default();
        let mut text = edition.unwrap(&plain(title));
        text = edition.take_years(&text);
        text = edition.take_marks(&text);
        edition.place = region.map(str::to_owned).or_else(|| place_of(&text));
        text = ISSUER.replace(&text, "").into_owned();
        text = without_region(&text, edition.place.as_deref().unwrap_or_default());
        text = WEIGHT.replace_all(&text, "").into_owned();
        edition.title_key = text.chars().filter(|c| c.is_alphanumeric()).collect();
        edition
    }

    /// What versions of one matter have in common, for finding them; none for a title that names no matter or no place.
    pub fn key(&self) -> Option<String> {
        let place = self.place.as_deref().filter(|_| self.names_a_matter())?;
        Some(format!("{place}/{}", self.title_key))
    }

    /// Whether the title key is long enough to name a matter.
    pub fn names_a_matter(&self) -> bool {
        self.title_key.chars().count() >= SHORTEST_TITLE_KEY
    }

    /// The title without its wrapper, which may itself mark a draft or a change.
    fn unwrap(&mut self, title: &str) -> String {
        let Some(found) = IN_TITLE_MARKS.captures(title) else {
            return ISSUED.replace(title, "$inner").into_owned();
        };
        let part = |name| found.name(name).map_or("", |part| part.as_str());
        let (before, inner, after) = (part("before"), part("inner"), part("after"));
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        if ends(&["修改", "修订", "修正"]) {
            self.revised = true;
        } else if after.contains("征求") || after.contains("征集") || ends(&["征求", "征集"]) {
            self.stage = Stage::Consultation;
        } else if !(OPENINGS.ends("issued", before)
            || ends(&["转发", "实施", "施行"])
            || before.is_empty() && after.is_empty())
        {
            return title.to_owned();
        }
        inner.to_owned()
    }

    fn take_years(&mut self, text: &str) -> String {
        let mut years = Vec::new();
        let mut take = |found: &Captures<'_>| {
            let year = |name| found.name(name).and_then(|digits| digits.as_str().parse().ok());
            let named = [year("first"), year("last")];
            if named.iter().flatten().any(|year| !YEARS.contains(year)) {
                return found.get(0).map_or_else(String::new, |whole| whole.as_str().to_owned());
            }
            years.extend(named.into_iter().flatten());
            String::new()
        };
        let text = YEARS_TO.replace_all(text, &mut take).into_owned();
        let text = YEAR.replace_all(&text, &mut take).into_owned();
        let text = CHINESE_YEAR.replace_all(&text, |found: &Captures<'_>| {
            years.extend(found.name("year").and_then(|year| numerals::number(year.as_str())));
            String::new()
        });
        let text = PERIOD.replace_all(&text, |found: &Captures<'_>| {
            let ordinal = found.name("ordinal").and_then(|ordinal| numerals::number(ordinal.as_str()));
            // The fourteenth five-year plan runs from 2021 to 2025.
            if let Some(first) = ordinal.map(|ordinal| 1951 + 5 * (10 + ordinal)) {
                years.extend([first, first + 4]);
            }
            String::new()
        });
        let text = RELEASE.replace_all(&text, |found: &Captures<'_>| {
            self.release = found.name("release").and_then(|release| release.as_str().parse().ok());
            String::new()
        });
        self.years = years;
        text.into_owned()
    }

    fn take_marks(&mut self, text: &str) -> String {
        let text = IN_BRACKETS.replace_all(text, |found: &Captures<'_>| {
            let inner = found.name("inner").map_or("", |inner| inner.as_str());
            let rest = self.take_marks_within(inner);
            if rest.chars().any(char::is_alphanumeric) { format!("({rest})") } else { String::new() }
        });
        let text = DRAFT_AT_END.replace(&text, |found: &Captures<'_>| {
            self.take_marks_within(found.get(0).map_or("", |whole| whole.as_str()));
            String::new()
        });
        let text = TRIAL_RULE.replace(&text, |found: &Captures<'_>| {
            self.stage = self.stage.min(Stage::Trial);
            found.name("rule").map_or_else(String::new, |rule| rule.as_str().to_owned())
        });
        text.into_owned()
    }

    /// Reads the marks of a bracket and gives what else stands in it.
    fn take_marks_within(&mut self, text: &str) -> String {
        let mut rest = text.to_owned();
        self.revised |= REVISED.is_match(&rest);
        for (mark, stage) in [(&DRAFT, Stage::Consultation), (&REVIEW, Stage::Review), (&TRIAL, Stage::Trial)] {
            if mark.is_match(&rest) {
                self.stage = self.stage.min(stage);
                rest = mark.replace_all(&rest, "").into_owned();
            }
        }
        REVISED.replace_all(&rest, "").into_owned()
    }
}

/// Whether two titles name different editions, which therefore are no copies of one another: one is marked a draft and
/// the other is not, or both name years and not the same.
pub fn is_other_edition(title: &str, other: &str) -> bool {
    let (one, other) = (Edition::of(title, None), Edition::of(other, None));
    one.stage.is_draft() != other.stage.is_draft()
        || (!one.years.is_empty() && !other.years.is_empty() && one.years != other.years)
}

/// Letters of one width, brackets of one shape, blanks and quotation marks taken out.
fn plain(title: &str) -> String {
    let kept = title.chars().map(numerals::half_width).filter(|c| !c.is_whitespace());
    kept.filter(|c| !matches!(c, '“' | '”' | '"' | '\'' | '‘' | '’' | '「' | '」'))
        .map(|c| match c {
            '〔' | '[' | '【' => '(',
            '〕' | ']' | '】' => ')',
            '〈' | '<' => '《',
            '〉' | '>' => '》',
            other => other,
        })
        .collect()
}

/// The place that a title begins with, when it is a place beyond doubt.
fn place_of(title: &str) -> Option<String> {
    region::region_at(title).filter(|place| place.chars().count() > 2 && !place.contains("城市"))
}

/// The title without the names of its region: 上海市黄浦区, 黄浦区, 黄浦 in front, 全市.
fn without_region(title: &str, region: &str) -> String {
    let mut text = OWN.replace_all(title, "").into_owned();
    if !region.is_empty() {
        text = text.replace(region, "");
        for part in region.split_inclusive(['省', '市', '区', '县', '州', '盟', '旗']) {
            if part.chars().count() < 3 {
                continue;
            }
            text = text.replace(part, "");
            let mut bare = part.chars();
            bare.next_back();
            text = text.strip_prefix(bare.as_str()).map_or(text.clone(), str::to_owned);
        }
    }
    // 市应急管理局2023年…: the city speaks of its own bureau.
    text.strip_prefix(['省', '市', '区', '县', '州']).map_or(text.clone(), str::to_owned)
}
