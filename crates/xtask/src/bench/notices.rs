//! Notices that no office sent, for measuring a register under load: the same in every run, in words of our own, of the
//! size and shape of what offices send: some twenty measures, each with units and, mostly, a time.

use std::fmt::Write as _;
use std::path::Path;

use crate::chance::Chance;

/// Measures in each notice.
pub(crate) const MEASURES: usize = 20;

const CITIES: &[&str] = &[
    "滨江", "临湖", "云溪", "东岭", "南川", "西河", "北原", "青山", "白沙", "金桥", "银滩", "石门", "龙泉", "凤台",
    "平湖",
];
const FIELDS: &[&str] = &[
    "优化营商环境",
    "数字政府建设",
    "乡村振兴",
    "安全生产",
    "生态环境保护",
    "民生实事",
    "科技创新",
    "招商引资",
    "城市更新",
    "教育优质均衡",
    "养老服务",
    "医药卫生改革",
    "文化旅游融合",
    "交通强市建设",
    "粮食安全",
    "就业促进",
    "政务公开",
    "信用体系建设",
    "知识产权保护",
    "消防安全整治",
    "外贸稳定增长",
    "节能降碳",
    "水利建设",
    "住房保障",
    "食品药品安全",
];
const VERBS: &[&str] = &[
    "推进",
    "完善",
    "建立健全",
    "优化",
    "规范",
    "落实",
    "深化",
    "加快建设",
    "组织实施",
    "全面推行",
    "开展",
    "制定",
    "修订",
    "梳理",
    "整合",
    "清理",
    "推广应用",
    "压减",
    "提升",
    "强化",
];
const OBJECTS: &[&str] = &[
    "企业开办一网通办",
    "工程建设项目审批制度",
    "不动产登记服务",
    "政务服务事项目录",
    "公共资源交易平台",
    "招标投标规则",
    "中小企业融资担保体系",
    "纳税服务流程",
    "跨部门联合检查机制",
    "行政处罚裁量基准",
    "惠企政策直达平台",
    "企业诉求响应机制",
    "公共数据共享目录",
    "电子证照应用",
    "社区养老服务设施",
    "义务教育学位供给",
    "家庭医生签约服务",
    "职业技能培训计划",
    "老旧小区改造",
    "农村供水管网",
    "高标准农田",
    "危险化学品监管台账",
    "建筑工地扬尘管控",
    "河道综合治理",
    "垃圾分类收运体系",
    "公共充电设施",
    "夜间公交线路",
    "停车资源共享",
    "文物保护名录",
    "旅游投诉处理流程",
    "外贸企业服务专班",
    "重点项目推进机制",
    "知识产权快速维权",
    "信用修复办理流程",
    "产业链供应链对接",
    "消防通道专项整治",
    "燃气管网更新改造",
    "校园食品安全检查",
    "药品集中采购",
    "保障性住房配租",
];
const MEANS: &[&str] = &[
    "通过数据比对",
    "依托一体化平台",
    "按照分级分类原则",
    "结合实际需要",
    "采取政府购买服务方式",
    "对照国家标准",
    "会同有关单位",
    "坚持问题导向",
    "以清单方式",
    "选择部分区域先行",
    "在充分征求意见基础上",
    "利用现有场地",
    "按照谁主管谁负责原则",
    "分批分类",
    "运用信息化手段",
    "统筹城乡布局",
];
const RESULTS: &[&str] = &[
    "办理时间压缩至{}个工作日以内",
    "覆盖率达到百分之{}",
    "新增{}处服务网点",
    "减少申报材料{}项",
    "完成{}个项目建设",
    "培训人员{}人次",
    "公布第{}批清单",
    "检查单位{}家",
    "受益群众达到{}万人",
    "形成典型案例{}个",
];
const UNITS: &[&str] = &[
    "市发展改革委",
    "市财政局",
    "市教育局",
    "市科技局",
    "市工业和信息化局",
    "市公安局",
    "市民政局",
    "市司法局",
    "市人力资源社会保障局",
    "市自然资源局",
    "市生态环境局",
    "市住房城乡建设局",
    "市交通运输局",
    "市水利局",
    "市农业农村局",
    "市商务局",
    "市文化广电旅游局",
    "市卫生健康委",
    "市应急管理局",
    "市审计局",
    "市国资委",
    "市市场监管局",
    "市体育局",
    "市统计局",
    "市医保局",
    "市政务服务局",
    "市税务局",
    "市大数据局",
    "市城市管理局",
    "市金融监管局",
    "市信访局",
    "市消防救援支队",
    "市气象局",
    "市供电公司",
    "各区县政府",
];
const PARTS: &[&str] = &["重点任务", "改革举措", "工程项目", "服务提升"];
const ORDINALS: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// `cargo xtask notices FOLDER COUNT`.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let [folder, count] = words else { return Err("notices FOLDER COUNT".to_owned()) };
    write(Path::new(folder), count.parse().map_err(|error| format!("{count}: {error}"))?)
}

/// Writes so many notices into an empty folder, a file each.
pub(crate) fn write(folder: &Path, files: usize) -> Result<(), String> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(said)?;
    }
    std::fs::create_dir_all(folder).map_err(said)?;
    for number in 0..files {
        std::fs::write(folder.join(format!("{number:06}.txt")), notice(number)).map_err(said)?;
    }
    Ok(())
}

/// The notice of this number.
fn notice(number: usize) -> String {
    let mut chance = Chance(number as u64 + 1);
    let city = chance.of(CITIES);
    let (field, other) = (chance.of(FIELDS), chance.of(FIELDS));
    let (year, month, day) = (2020 + chance.below(7), 1 + chance.below(12), 1 + chance.below(28));
    let mut text = format!(
        "{city}市人民政府办公室关于印发{city}市{field}和{other}第{number}号行动方案的通知\n{city}政办发〔{year}〕{number}号\n各区县人民政府，市政府各部门：\n《{city}市{field}和{other}第{number}号行动方案》已经市政府同意，现印发给你们，请认真组织实施。\n{city}市人民政府办公室\n{year}年{month}月{day}日\n\n{city}市{field}和{other}第{number}号行动方案\n为{}，{}，制定本方案。\n",
        phrase(&mut chance),
        phrase(&mut chance),
    );
    let a_part = MEASURES / PARTS.len();
    for (part, heading) in PARTS.iter().enumerate() {
        let _ = writeln!(text, "{}、{heading}", ORDINALS[part]);
        for ordinal in ORDINALS.iter().take(a_part) {
            measure(&mut text, ordinal, year, &mut chance);
        }
    }
    text
}

fn measure(text: &mut String, ordinal: &str, year: usize, chance: &mut Chance) {
    let object = chance.of(OBJECTS);
    let _ = write!(text, "（{ordinal}）{}{object}。{}，{}", chance.of(VERBS), phrase(chance), phrase(chance));
    if chance.below(2) == 0 {
        let figure = (2 + chance.below(90)).to_string();
        let _ = write!(text, "，{}", chance.of(RESULTS).replace("{}", &figure));
    }
    let month = 1 + chance.below(12);
    match chance.below(10) {
        0 => {}
        1 => text.push_str("，长期坚持"),
        2 => text.push_str("，每季度报送进展"),
        _ => {
            let _ = write!(text, "，{}年{month}月底前完成", year + chance.below(3));
        }
    }
    let lead = chance.of(UNITS);
    let _ = write!(text, "。（牵头单位：{lead}");
    let co_units = chance.below(4);
    if co_units > 0 {
        text.push_str("；责任单位：");
        let first = chance.below(UNITS.len());
        let names: Vec<&str> =
            (0..co_units).filter_map(|at| UNITS.get((first + at * 7) % UNITS.len()).copied()).collect();
        text.push_str(&names.join("、"));
    }
    text.push_str("）\n");
}

fn phrase(chance: &mut Chance) -> String {
    format!("{}{}{}", chance.of(MEANS), chance.of(VERBS), chance.of(OBJECTS))
}
