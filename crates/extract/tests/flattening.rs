//! Tables flattened column by column at random widths and page lengths, read back into the rows they were made of.

// A test may stop at what it does not expect.
#![allow(clippy::expect_used)]

use domain::tree::DocumentTree;
use extract::extract;

/// Name, content, measures, leads, co-units, time.
type Row = (&'static str, &'static str, &'static [&'static str], &'static str, &'static str, &'static str);

const ROWS: &[Row] = &[
    (
        "开展“一照多址”改革",
        "允许在营业执照上加载新设立住所的地址，免于分支机构登记，相关部门加强事后核查和监管。",
        &[
            "扩大适用区域范围和适用主体，对设立从事无需许可审批项目的分支机构，由市级登记机关统一登记，解决登记管辖权问题。",
            "改革后，企业登记机关对新设立住所加强事中事后监管，强化批管衔接，防止监管脱节、虚假注册。",
        ],
        "市市场监管局",
        "市级相关部门，各区、县（市）政府",
        "2022年6月",
    ),
    (
        "优化跨境贸易查询服务",
        "利用单一窗口为企业及相关机构提供货物全流程查询服务。基于企业授权，申报信息可为金融机构提供依据。",
        &[
            "在单一窗口基础上，协调机场集团获取航空口岸物流数据，实现移动端均可查询。",
            "基于报关数据的二次加工构建融资风控模型，将计算结果提供给银行查询，作为企业融资风险评估参考。",
            "改革后，加强相关数据和物流跟踪服务的维护、巡检。",
        ],
        "市商务局（杭州自贸片区管委会）、钱江海关",
        "市地方金融监管局，各区、县（市）政府",
        "2022年12月",
    ),
    (
        "推行“多税合一”申报改革",
        "探索整合企业所得税和财产行为税综合申报表，进一步压减纳税人申报和缴税的次数。",
        &["将印花税等财产行为税税种的征期统一为季度申报，其他税种申报模式不变。"],
        "国家税务总局杭州市税务局",
        "",
        "2022年9月",
    ),
    (
        "健全企业信用修复机制",
        "企业可以申请在信用平台添加相关信息，及时反映企业情况；有关部门依法依规调整相关信用限制和惩戒措施。",
        &[
            "在信用平台添加企业重整相关信息，管理人可以凭裁定书向原失信信息提供单位申请信用修复。",
            "不得因企业破产重整限制其参与招投标、融资、开具保函等市场行为的资格。",
            "制定工作办法2.0版，在0.5万平方米以上园区试点，拓展证照种类和应用场景。",
            "改革后，相关单位做好重整企业信用状况监测和管理。",
        ],
        "市法院",
        "市发改委、市财政局、市规划和自然资源局、市审管办、人行杭州中心支行、浙江银保监局等相关部门，各区、县（市）政府",
        "2022年3月",
    ),
    (
        "试行高精度地图应用",
        "在确保安全的前提下，试行高精度地图在限定路段使用，同步健全细致完备的监管措施。",
        &[
            "鼓励有条件的测绘单位申请高精度导航电子地图制作资质。",
            "为具有相关资质的测绘单位绘制高精度导航电子地图提供高精度坐标基准及基础地理数据支撑服务。",
        ],
        "市规划和自然资源局",
        "市公安局交警局、市交通运输局",
        "2022年8月",
    ),
];

/// Widths of the columns in Chinese characters, and the lines on a page.
#[derive(Debug, Clone, Copy)]
struct Shape {
    name: usize,
    content: Option<usize>,
    measure: usize,
    lead: usize,
    co_units: usize,
    page: usize,
}

#[test]
fn a_table_flattened_at_any_width_is_read_back() {
    let mut random = Random(11);
    let (mut read, mut wrong, mut total) = (0usize, Vec::new(), 0usize);
    for _ in 0..150 {
        let shape = Shape {
            name: 4 + random.below(5),
            content: (random.below(3) > 0).then(|| 10 + random.below(6)),
            measure: 20 + random.below(12),
            lead: 4 + random.below(4),
            co_units: 7 + random.below(6),
            page: 16 + random.below(30),
        };
        let (text, expected) = flattened(shape, &mut random);
        let found = measures(&text);
        total += expected.len();
        for measure in expected {
            if found.contains(&measure) {
                read += 1;
            } else {
                wrong.push((shape, measure));
            }
        }
    }
    // A page break may fall where even a person cannot tell the columns: between two names of one cell, say.
    assert!(read * 1000 >= total * 995, "{read} of {total}; first: {:#?}", wrong.first());
}

/// The lines of a table, and of each measure its number, text, leads, co-units and time.
fn flattened(shape: Shape, random: &mut Random) -> (String, Vec<String>) {
    let captions = if shape.content.is_some() {
        "序号\n工作任务\n主要内容 主要举措 牵头单位 责任单位\n完成时限"
    } else {
        "序号\n工作任务\n主要举措 牵头单位 责任单位\n完成时限"
    };
    let mut lines: Vec<String> = vec!["附件1".to_owned(), "某市任务清单".to_owned(), captions.to_owned()];
    let mut expected = Vec::new();
    let mut room = shape.page;
    for number in 1..=12 {
        let (name, content, clauses, lead, co_units, time) = ROWS[random.below(ROWS.len())];
        let labelled =
            clauses.iter().enumerate().flat_map(|(at, words)| wrap(&format!("{}.{words}", at + 1), shape.measure));
        let mut cells = vec![vec![number.to_string()], wrap(name, shape.name)];
        cells.extend(shape.content.map(|width| wrap(content, width)));
        cells.extend([
            labelled.collect(),
            wrap(lead, shape.lead),
            wrap(co_units, shape.co_units),
            vec![time.to_owned()],
        ]);
        let listed = |units: &str| extract::units::split_list(units).join(" ");
        expected.extend(clauses.iter().enumerate().map(|(at, words)| {
            format!("{number}/{} {words} | {} | {} | {time}", at + 1, listed(lead), listed(co_units))
        }));
        while cells.iter().any(|cell| !cell.is_empty()) {
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            let taken = room.max(3).min(height);
            for cell in &mut cells {
                lines.extend(cell.drain(..taken.min(cell.len())));
            }
            room = room.saturating_sub(taken);
            if room == 0 {
                room = shape.page;
                match random.below(3) {
                    0 => lines.push("— 7 —".to_owned()),
                    1 => lines.push(captions.to_owned()),
                    _ => {}
                }
            }
        }
    }
    (lines.join("\n"), expected)
}

/// The lines of a cell: as many characters as fit; a sign that may not begin a line hangs over.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for c in text.chars() {
        let wide = if c.is_ascii() { 1 } else { 2 };
        if used + wide > 2 * width && !(matches!(c, '，' | '。' | '、' | '；' | '）' | '”') && used <= 2 * width)
        {
            lines.push(String::new());
            used = 0;
        }
        used += wide;
        lines.last_mut().expect("a line").push(c);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn measures(text: &str) -> Vec<String> {
    let extraction = extract(&DocumentTree::of_lines(text.lines()));
    let all = extraction.documents.iter().flat_map(|document| &document.measures);
    all.map(|m| {
        let time = m.deadline.raw.clone().unwrap_or_default();
        format!("{} {} | {} | {} | {time}", m.number, m.text, m.units.leads.join(" "), m.units.co_units.join(" "))
    })
    .collect()
}

/// A small generator, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }
}
