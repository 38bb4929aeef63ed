use std::borrow::Cow;

use domain::LineRole;
use domain::tree::{Block, BlockContent, DocumentTree, Paragraph};

use super::*;
use crate::head::site;
use crate::rebuild::{Rebuilt, replace};

/// Lines of one document put together; `None` where they are no wrapped ones.
fn unwrapped(tree: &DocumentTree) -> Option<Rebuilt> {
    let source = tree.pieces();
    let whole = 0..source.pieces.len();
    let found = paragraphs(&source, &site::read(&source), Vec::from([whole]));
    (!found.is_empty()).then(|| replace(Cow::Borrowed(tree), found))
}

const PAGE: [&str; 10] = [
    "一、重点任务",
    "（一）推进数据共享。依托市级平台归集各部门的业务数据，建立数据的目录和更新机制，推动",
    "跨层级的数据 共享。（二）推进信用监管。完善信用评价指标的体系，根据信用等级实施差",
    "# Page 2",
    "",
    "异化的监管措施，对守法诚信的市场主体做到无事不扰，对失信的依法依规实施联合的惩戒，",
    "并且公开曝光。",
    "（三）推进智慧监管。运用物联网、视频监控等手段开展非现场监管，提高监管的精准度、有",
    "效性和覆盖面。",
    "某市人民政府",
];

fn words(block: &Block) -> Option<&Paragraph> {
    match &block.content {
        BlockContent::Paragraph(words) => Some(words),
        _ => None,
    }
}

#[test]
fn every_character_keeps_its_line_and_place() {
    let tree = DocumentTree::of_lines(PAGE);
    let rebuilt = unwrapped(&tree).expect("wrapped lines");
    for paragraph in rebuilt.tree.blocks.iter().filter_map(words) {
        for (at, c) in paragraph.text.char_indices() {
            let place = paragraph.source_of(at..at + c.len_utf8()).expect("a place");
            let line = PAGE[place.line as usize - 1];
            assert_eq!(line.chars().nth(place.characters.start as usize), Some(c), "{c} of {}", paragraph.text);
        }
    }
}

#[test]
fn no_word_is_lost_or_repeated() {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let all = |tree: &DocumentTree| tree.blocks.iter().filter_map(words).map(|words| letters(&words.text)).collect();
    let tree = DocumentTree::of_lines(PAGE);
    let (before, after): (String, String) = (all(&tree), all(&unwrapped(&tree).expect("wrapped lines").tree));
    assert_eq!(before, after);
}

#[test]
fn the_page_break_inside_a_paragraph_stands_behind_it() {
    let tree = DocumentTree::of_lines(PAGE);
    let rebuilt = unwrapped(&tree).expect("wrapped lines");
    let breaks = rebuilt.tree.blocks.iter().position(|block| block.content == BlockContent::PageBreak);
    let before = breaks.and_then(|at| rebuilt.tree.blocks.get(at - 1)).and_then(words).expect("a paragraph");
    assert!(before.text.starts_with("（二）") && before.text.ends_with("曝光。"), "{}", before.text);
}

#[test]
fn roles_go_back_to_the_lines_as_they_were_read() {
    let tree = DocumentTree::of_lines(PAGE);
    let rebuilt = unwrapped(&tree).expect("wrapped lines");
    let role = |block: &Block| match words(block).map(|words| words.text.as_str()) {
        Some(text) if text.starts_with("（一）") => LineRole::Heading,
        Some(text) if text.starts_with("（二）") => LineRole::Measure,
        Some(_) => LineRole::Metadata,
        None => LineRole::Furniture,
    };
    let roles: Vec<LineRole> = rebuilt.tree.blocks.iter().map(role).collect();
    use LineRole::{Blank, Furniture, Heading, Measure, Metadata};
    // The third line ends one clause and begins the next, which is a measure.
    let expected = [Metadata, Heading, Measure, Furniture, Blank, Measure, Measure, Metadata, Metadata, Metadata];
    assert_eq!(rebuilt.places.roles_before(&roles), expected);
    assert_eq!(rebuilt.places.range_of(0..10), 0..rebuilt.tree.blocks.len());
}

#[test]
fn text_with_a_paragraph_a_line_is_left_alone() {
    let check = |lines: &[&str]| {
        let tree = DocumentTree::of_lines(lines.iter().copied());
        assert!(unwrapped(&tree).is_none(), "{lines:?}");
    };
    check(&["一、总体要求", "坚持问题导向。"]);
    // Narrow lines are those of a card or of cells, not of a page.
    check(&[
        "责任单位",
        "市发改委",
        "市财政局",
        "市水利局",
        "市住建局",
        "市城管局",
        "市农业局",
        "市商务局",
        "市审计局",
    ]);
    let long = "推进改革，".repeat(40);
    check(&[long.as_str(); 9]);
}
