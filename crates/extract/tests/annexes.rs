//! The two annexes of seed 003, tables flattened column by column: counts, owners and dates as the notice states them.

// A test may stop at what it does not expect, and reads the seed from its folder.
#![allow(clippy::expect_used, clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use domain::tree::{DocumentTree, PieceContent};
use domain::{ClaimSubject, LineRole, Measure};
use extract::{Extraction, extract};

fn seed() -> DocumentTree {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/003_15b6b9c84e64c238.txt");
    reading::read(&std::fs::read(path).expect("the seed")).expect("text")
}

fn measures_of<'a>(extraction: &'a Extraction, annex: &str) -> Vec<&'a Measure> {
    let all = extraction.documents.iter().flat_map(|document| &document.measures);
    all.filter(|measure| measure.section.first().is_some_and(|label| label == annex)).collect()
}

#[test]
fn both_annexes_are_read_as_they_count_themselves() {
    let extraction = extract(&seed());
    let claims: Vec<_> = extraction
        .documents
        .iter()
        .flat_map(|document| &document.claims)
        .filter(|claim| claim.raw.contains("改革举措"))
        .map(|claim| (claim.what, claim.claimed, claim.found))
        .collect();
    use ClaimSubject::{Aspects, Items, Measures};
    let expected = [
        (Aspects, 10, 10),
        (Items, 101, 101),
        (Measures, 344, 344),
        (Aspects, 10, 10),
        (Items, 52, 52),
        (Measures, 165, 165),
    ];
    assert_eq!(claims, expected);
    assert_eq!(measures_of(&extraction, "附件1").len(), 344);
    assert_eq!(measures_of(&extraction, "附件2").len(), 165);
    assert_eq!(measures_of(&extraction, "附件3").len(), 0, "the table of rules orders nothing");
}

#[test]
fn every_measure_of_the_annexes_has_a_lead_and_a_month() {
    let extraction = extract(&seed());
    for annex in ["附件1", "附件2"] {
        for measure in measures_of(&extraction, annex) {
            assert!(!measure.units.leads.is_empty(), "{annex} {}", measure.number);
            assert!(measure.deadline.due.is_some(), "{annex} {}", measure.number);
            assert!(measure.text.ends_with('。'), "{annex} {}: {}", measure.number, measure.text);
            assert!(measure.doubts.is_empty(), "{annex} {}: {:?}", measure.number, measure.doubts);
        }
    }
}

/// What each department led and owed by the middle of 2022. Annex 1 is counted from the graded reading in tests/golden,
/// annex 2 from a reading that was checked row by row against the text.
#[test]
fn what_was_due_by_the_end_of_june_2022_is_counted_per_lead() {
    let extraction = extract(&seed());
    let day = NaiveDate::from_ymd_opt(2022, 6, 30).expect("a day");
    let mut due: BTreeMap<&str, usize> = BTreeMap::new();
    for measure in ["附件1", "附件2"].iter().flat_map(|annex| measures_of(&extraction, annex)) {
        if measure.deadline.due.is_some_and(|due| due <= day) {
            measure.units.leads.iter().for_each(|lead| *due.entry(lead.as_str()).or_default() += 1);
        }
    }
    let counted: Vec<(&str, usize)> = due.into_iter().collect();
    assert_eq!(counted, EXPECTED);
}

const EXPECTED: [(&str, usize); 32] = [
    ("国家税务总局杭州市税务局", 22),
    ("国网杭州供电公司", 4),
    ("市交通运输局", 8),
    ("市人力社保局", 5),
    ("市公安局", 2),
    ("市农业农村局", 4),
    ("市医疗保障局", 3),
    ("市卫生健康委", 11),
    ("市发改委", 13),
    ("市司法局", 8),
    ("市商务局（杭州自贸片区管委会）", 6),
    ("市地方金融监管局", 2),
    ("市城管局（市综合执法局）", 8),
    ("市审管办", 15),
    ("市市场监管局", 90),
    ("市应急管理局（市安委办）", 2),
    ("市建委", 22),
    ("市教育局", 2),
    ("市数据资源局", 8),
    ("市林水局", 6),
    ("市民政局", 6),
    ("市法院", 47),
    ("市消防救援支队", 3),
    ("市生态环境局", 10),
    ("市科技局", 8),
    ("市规划和自然资源局", 19),
    ("市财政局", 12),
    ("建德市政府", 3),
    ("萧山区政府", 3),
    ("西湖区政府", 3),
    ("钱塘区政府", 12),
    ("钱江海关", 1),
];

#[test]
fn every_line_of_the_annexes_is_accounted_for() {
    let source = seed();
    let extraction = extract(&source);
    let pieces = source.pieces().pieces;
    let annexes = pieces.iter().zip(&extraction.roles).skip_while(|(line, _)| line.text() != "附件1");
    let open: Vec<_> = annexes.filter(|(line, role)| line.is_content() && **role == LineRole::NotUnderstood).collect();
    assert_eq!(open, []);
}

#[test]
fn a_document_cut_or_shuffled_anywhere_is_still_read_without_losing_a_line() {
    let whole = seed();
    let mut random = Random(7);
    for round in 0..10 {
        let mut lines = whole.blocks.clone();
        let (from, to) = (random.below(lines.len()), random.below(lines.len()));
        lines.drain(from.min(to)..from.max(to));
        if round % 2 == 0 && !lines.is_empty() {
            for _ in 0..lines.len() / 10 {
                let (a, b) = (random.below(lines.len()), random.below(lines.len()));
                let words = lines[a].content.clone();
                lines[a].content = std::mem::replace(&mut lines[b].content, words);
            }
        }
        let source = DocumentTree { blocks: lines, ..whole.clone() };
        let extraction = extract(&source);
        let pieces = source.pieces().pieces;
        assert_eq!(extraction.roles.len(), pieces.len());
        let last = source.blocks.last().map_or(0, |block| block.anchor.line);
        for measure in extraction.documents.iter().flat_map(|document| &document.measures) {
            assert!(measure.line > 0 && measure.line <= measure.last_line && measure.last_line <= last, "{measure:?}");
        }
        let blank = |content: &PieceContent<'_>| matches!(content, PieceContent::Blank);
        let misread = pieces
            .iter()
            .zip(&extraction.roles)
            .find(|(line, role)| blank(&line.content) && !matches!(role, LineRole::Blank | LineRole::NotUnderstood));
        assert_eq!(misread, None);
    }
}

/// A small generator, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }
}
