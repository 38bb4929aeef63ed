//! What holds for any text: extraction never panics, every line keeps a role, and measures stay inside the file.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops at what it does not expect, reads the seeds and looks at the clock"
)]

use std::path::Path;

use domain::LineRole;
use domain::tree::PieceContent;
use proptest::prelude::*;

/// Fragments that numbering, brackets and wraps are made of, so that random texts reach the odd corners.
fn fragment() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(vec![
        "一、总体要求\n",
        "二、重点任务",
        "（一）",
        "（二）优化服务。",
        "(三)",
        "1.",
        "2．推进改革。\n",
        "56.2023 年6 月底前",
        "（1）",
        "①",
        "第一条",
        "第 十 条 ",
        "第二章 总则\n",
        "附件\n",
        "附件2：\n",
        "附件：1.清单\n2.名单\n",
        "（责任单位：市发改委、市财政局，各区、县（市）政府）",
        "（市经信局牵头，",
        "责任单位：市科技局\n",
        "牵头单位：",
        "（下同）",
        "以下均需各区、县（市）政府负责，不再列出）",
        "［］〔〕[(（",
        "）)］］",
        "市数据局要加强统筹。",
        "2023年5月1日",
        "本方案自2023年5月1日起施行。\n",
        "请各单位于3月底前报送。",
        "# Page 3:\n",
        "推动大厅端、电脑端、移动端、自助端四端联动、功能升级持续加强移动端建设运营做优做强市民\n",
        "\n",
        "，",
        "。\n",
        "，\n",
        "\u{3000}\u{a0}",
        "\u{1F600}\u{FFFD}",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

/// Checks what must hold for a text.
fn check(text: &str) -> Result<(), TestCaseError> {
    let Ok(source) = reading::read(text.as_bytes()) else { return Ok(()) };
    let extraction = extract::extract(&source);
    let pieces = source.pieces().pieces;
    prop_assert_eq!(extraction.roles.len(), pieces.len());
    for (role, line) in extraction.roles.iter().zip(&pieces) {
        if line.content == PieceContent::Blank {
            prop_assert!(matches!(role, LineRole::Blank | LineRole::NotUnderstood), "a blank line read as {:?}", role);
        }
    }
    let last = pieces.last().map_or(0, |line| line.last_line);
    for document in &extraction.documents {
        prop_assert!(document.first_line <= document.last_line && document.last_line <= last);
        for measure in &document.measures {
            prop_assert!(measure.line <= measure.last_line && measure.last_line <= last);
            let role = pieces.iter().position(|line| line.number == measure.line);
            prop_assert_eq!(role.map(|at| extraction.roles[at]), Some(LineRole::Measure), "{:?}", measure.text);
            prop_assert!(measure.line >= document.first_line && measure.last_line <= document.last_line);
            prop_assert!(!measure.provenance.is_empty(), "a measure without provenance: {}", measure.number);
        }
    }
    Ok(())
}

/// The text of a seed.
fn seed(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds").join(name);
    std::fs::read_to_string(path).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_fragments_is_read(fragments in proptest::collection::vec(fragment(), 0..60)) {
        check(&fragments.concat())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cuts_and_splices_of_the_seeds_are_read(
        cuts in proptest::collection::vec((0_usize..2, 0.0_f64..1.0, 1_usize..1500), 1..6)
    ) {
        let seeds = [seed("001_32cd36ea271cae91.txt"), seed("002_3b0432dd4a7437f5.txt")];
        let mut spliced = String::new();
        for (which, from, length) in cuts {
            let text: &str = &seeds[which];
            let start = (from * text.chars().count() as f64) as usize;
            spliced.extend(text.chars().skip(start).take(length));
        }
        check(&spliced)?;
    }

    #[test]
    fn shuffled_lines_of_the_seeds_are_read(
        from in 0.0_f64..1.0, places in Just((0..300_usize).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let seed = seed("003_15b6b9c84e64c238.txt");
        let lines: Vec<&str> = seed.lines().collect();
        let start = (from * lines.len().saturating_sub(300) as f64) as usize;
        let shuffled: Vec<&str> = places.iter().filter_map(|place| lines.get(start + place).copied()).collect();
        check(&shuffled.join("\n"))?;
    }
}

/// All but a few lines of numbered notices are understood, repeated ones too; so many are left for a person.
#[test]
fn nearly_every_line_of_the_seeds_is_understood() {
    for name in ["001_32cd36ea271cae91.txt", "002_3b0432dd4a7437f5.txt", "003_15b6b9c84e64c238.txt"] {
        let source = reading::read(seed(name).as_bytes()).unwrap();
        let roles = extract::extract(&source).roles;
        let left = roles.iter().filter(|role| **role == LineRole::NotUnderstood).count();
        assert!(left * 200 < roles.len(), "{name}: {left} of {} lines are not understood", roles.len());
    }
}

/// Texts that tempt a reader to look at everything again for every line.
#[test]
fn malformed_text_costs_no_more_than_its_length() {
    let unit = |pattern: &str| pattern.repeat(200_000 / pattern.len());
    for pattern in [
        "（",
        "（一）",
        "附件\n",
        "1.\n",
        "责任单位：\n",
        "一、\n",
        "市发改委、",
        "（责任单位：",
        "。1.甲",
        "某市人民政府\n",
    ] {
        let start = std::time::Instant::now();
        check(&unit(pattern)).unwrap();
        // About a second each; what grows with the square takes many minutes, however busy the machine is.
        assert!(start.elapsed().as_secs() < 120, "200 KB of {pattern} took {:?}", start.elapsed());
    }
}

/// What is kept of a text grows with the text, not with its square: a row torn beyond reading does not repeat all of
/// itself in each of its measures.
#[test]
fn a_torn_table_is_not_repeated_in_every_measure() {
    let header = "序号\n改革事项\n改革举措\n牵头单位\n责任单位\n完成时间\n";
    let row = "1\n优化服务\n1.推进改革。\n2.加强统筹。\n市发改委\n市财政局\n2022年6月底前\n";
    let text = format!("{header}{}", row.repeat(500));
    let extraction = extract::extract(&reading::read(text.as_bytes()).unwrap());
    let measures: Vec<_> = extraction.documents.iter().flat_map(|document| &document.measures).collect();
    assert!(!measures.is_empty());
    let kept: usize = measures.iter().flat_map(|measure| &measure.section).map(String::len).sum();
    assert!(kept < text.len() * 30, "{kept} bytes of headings kept of {} bytes", text.len());
}
