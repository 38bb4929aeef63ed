//! Texts of a megabyte that no office would write, each read in a process of its own.

use std::path::{Path, PathBuf};

use super::figure::Figures;
use super::process::measure;
use crate::chance::Chance;
use crate::steps::target;

/// Size of each text, in bytes.
const SIZE: usize = 1_000_000;

/// What one text may cost.
const SECONDS: f64 = 2.0;
const MEGABYTES: f64 = 200.0;

/// Reads every text and prints what it takes.
pub(super) fn all(seeds: &[PathBuf], figures: &mut Figures) -> Result<(), String> {
    let folder = target().join("bench-malformed");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut texts = repeated();
    texts.push(("random bytes", random_bytes()));
    texts.push(("random characters of notices", random_characters()));
    texts.extend(from_seeds(seeds)?);
    for (name, text) in texts {
        let file = folder.join(format!("{}.txt", name.replace(' ', "-")));
        std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
        one(name, &file, figures)?;
    }
    Ok(())
}

fn one(name: &str, file: &Path, figures: &mut Figures) -> Result<(), String> {
    let found = measure("file", &[file]).map_err(|error| format!("{name}: {error}"))?;
    let figure = |name: &str| found[name].as_f64().unwrap_or(f64::NAN);
    figures.at_most(&format!("  1 MB of {name}"), figure("seconds"), SECONDS, "s");
    figures.at_most("", figure("peak_megabytes"), MEGABYTES, "MB");
    Ok(())
}

/// One fragment over and over.
fn repeated() -> Vec<(&'static str, Vec<u8>)> {
    let row = "1\n优化服务\n1.推进改革。\n2.加强统筹。\n市发改委\n市财政局\n2022年6月底前\n";
    let header = "序号\n改革事项\n改革举措\n牵头单位\n责任单位\n完成时间\n";
    let fragments = [
        ("one line of clauses", "一、优化服务。（一）推进改革（责任单位：市发改委、市财政局），2022年6月底前完成；"),
        ("one line without a stop", "推进改革加强统筹市发改委牵头"),
        ("opening brackets", "（"),
        ("opening brackets of all kinds", "（([［【〔《“"),
        ("nested brackets", "（责任单位：市发改委（"),
        ("closing brackets", "）"),
        ("enumeration commas", "、"),
        ("chapter labels", "一、"),
        ("chapter labels, one a line", "一、\n"),
        ("bracketed labels", "（一）"),
        ("labels and brackets", "1.（市发改委）\n"),
        ("opening tags", "<div>"),
        ("nested tables", "<table><tr><td>"),
        ("unclosed tags", "<a href=\"x"),
        ("opening angles", "<"),
        ("ampersands", "<p>&amp&#"),
        ("table bars", "|"),
        ("table rows", "|a|b|\n|-|-|\n"),
        ("drawn tables", "┌─┬─┐\n│ │ │\n"),
        ("tabs", "\t"),
        ("digits and dots", "1.2.3."),
        ("digits", "2022"),
        ("dates", "2022年6月30日前，"),
        ("years and months", "年月日前"),
        ("ranges of months", "3月至"),
        ("spans of days", "自印发之日起20日内"),
        ("rhythms", "每月5日前报送，"),
        ("feasts", "“五一”、国庆"),
        ("times behind labels", "完成时限：6月底前"),
        ("the word 牵头", "牵头"),
        ("the word 责任单位", "责任单位："),
        ("units", "市发改委、市财政局、"),
        ("titles", "关于印发实施方案的通知\n"),
        ("issuers and dates", "某市人民政府办公室\n2022年6月30日\n"),
        ("document numbers", "某政办发〔2022〕1号\n"),
        ("page marks", "# Page 3:\n"),
        ("blank lines", "一\n\n\n"),
        ("one character a line", "一\n"),
        ("carriage returns", "一\r"),
        ("wide blanks", "一\u{3000}\u{a0} "),
        ("backquotes", "# 一\n```\n"),
        ("dashes", "---\n"),
        ("wrapped captions", "序\n号\n"),
        ("repeated headers", header),
        ("repeated rows", row),
        ("annexes", "附件1：清单\n附件2\n"),
        ("articles", "第一条 为了规范，制定本办法。\n"),
        ("quotation marks", "“一”《二》"),
    ];
    let mut texts: Vec<_> = (fragments.into_iter())
        .map(|(name, fragment)| (name, fragment.repeat(SIZE / fragment.len()).into_bytes()))
        .collect();
    texts.extend(spans());
    let units = "市发展改革委、市财政局、".repeat(SIZE / "市发展改革委、市财政局、".len());
    texts
        .push(("one list of units", format!("一、任务\n（一）推进改革。（责任单位：{units}市教育局）\n").into_bytes()));
    texts.push(("a cell of units", format!("<table><tr><th>序号</th><th>任务</th><th>责任单位</th></tr><tr><td>1</td><td>推进改革</td><td>{units}</td></tr></table>").into_bytes()));
    let deep = SIZE / ("（".len() + "）".len());
    texts.push((
        "brackets within brackets",
        format!("一、任务{}市财政局{}", "（".repeat(deep), "）".repeat(deep)).into_bytes(),
    ));
    texts.extend(one_line());
    texts.push(("one header and its rows", format!("{header}{}", row.repeat(SIZE / row.len())).into_bytes()));
    texts
}

/// Texts that stand on one line, of which each part is looked up in the whole.
fn one_line() -> Vec<(&'static str, Vec<u8>)> {
    let numbered = |words: &str| -> String { (1..=SIZE / 45).map(|number| format!("{number}{words}")).collect() };
    let clauses = numbered(".推进改革落实到位（责任单位：市财政局，6月底前完成）。");
    let rows = numbered(" 推进改革 市财政局 6月底前 ");
    let cells = "市财政局|".repeat(SIZE / "市财政局|".len());
    let closed = "市财政局|\n".repeat(8);
    vec![
        ("one line of numbered clauses", format!("一、任务\n{clauses}\n").into_bytes()),
        ("one line of rows", format!("序号 任务 牵头单位 完成时限 {rows}").into_bytes()),
        ("one line of bars", format!("{closed}{cells}\n{closed}").into_bytes()),
    ]
}

/// Tables whose cells claim more room than they have.
fn spans() -> Vec<(&'static str, Vec<u8>)> {
    let table = |cell: &str, a_row: usize| {
        let row = format!("<tr>{}</tr>", cell.repeat(a_row));
        format!("<table>{}</table>", row.repeat(SIZE / row.len())).into_bytes()
    };
    vec![
        ("cells of 200 by 200", table("<td rowspan=200 colspan=200>市财政局</td>", 1)),
        ("rows of wide cells", table("<td colspan=1000>1</td>", 20)),
        ("cells of the largest spans", table("<td rowspan=65534 colspan=1000>6月底前</td>", 3)),
        ("cells of overlapping spans", table("<td rowspan=3 colspan=2>一</td>", 7)),
    ]
}

/// Bytes without any meaning.
fn random_bytes() -> Vec<u8> {
    let mut chance = Chance(7);
    (0..SIZE).map(|_| chance.below(256) as u8).collect()
}

/// Characters that rules look for, in no order.
fn random_characters() -> Vec<u8> {
    let known: Vec<char> = "一二三十（）()[]：:、，。；1230年月日前底第条章附件市委局办厅牵头责任单位配合等各区和与关于印发通知\n\n\t |<>《》〔〕号"
        .chars()
        .collect();
    let mut chance = Chance(11);
    let mut text = String::with_capacity(SIZE);
    while text.len() < SIZE - 4 {
        text.extend(known.get(chance.below(known.len())));
    }
    text.into_bytes()
}

/// Lines of the seeds out of order, and pieces of them cut anywhere.
fn from_seeds(seeds: &[PathBuf]) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let mut all = Vec::new();
    for seed in seeds {
        all.extend(std::fs::read(seed).map_err(|error| format!("{}: {error}", seed.display()))?);
    }
    let lines: Vec<&[u8]> = all.split_inclusive(|byte| *byte == b'\n').collect();
    let mut chance = Chance(13);
    let (mut shuffled, mut spliced, mut joined) = (Vec::new(), Vec::new(), Vec::new());
    while shuffled.len() < SIZE {
        shuffled.extend_from_slice(lines.get(chance.below(lines.len())).copied().unwrap_or(b"\n"));
    }
    while spliced.len() < SIZE {
        let from = chance.below(all.len());
        let to = (from + chance.below(4000)).min(all.len());
        spliced.extend_from_slice(all.get(from..to).unwrap_or(b"\n"));
    }
    joined.extend(all.iter().copied().filter(|byte| *byte != b'\n').take(SIZE));
    shuffled.truncate(SIZE);
    spliced.truncate(SIZE);
    Ok(vec![("shuffled lines", shuffled), ("spliced pieces", spliced), ("seeds without line ends", joined)])
}
