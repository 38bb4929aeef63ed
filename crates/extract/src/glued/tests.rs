use domain::tree::DocumentTree;

use super::{part, starts};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let tree = DocumentTree::of_lines([text]);
    let parted = starts(&tree).map(|starts| part(&tree, starts));
    let read = parted.as_ref().map_or(&tree, |parted| &parted.tree).pieces();
    let words: Vec<&str> = read.pieces.iter().map(|piece| piece.text()).collect();
    assert_eq!(words, expected);
}

/// A clause that is as long as clauses of a glued notice are.
fn clause(title: &str) -> String {
    format!("{title}。{}。", "统筹推进各项工作落到实处见到成效".repeat(12))
}

#[test]
fn numbers_that_count_on_begin_paragraphs() {
    let (first, second) = (clause("（一）压实责任"), clause("（二）联合巡查"));
    let text = format!(
        "为做好工作，现提出以下意见。一、完善机制，形成合力{first}{second}二、强化保障（三）加强督查。每季度通报。"
    );
    check(
        &text,
        &[
            "为做好工作，现提出以下意见。",
            "一、完善机制，形成合力",
            &first,
            &second,
            "二、强化保障",
            "（三）加强督查。每季度通报。",
        ],
    );
}

#[test]
fn a_third_level_begins_below_a_heading_without_a_stop() {
    let (first, second) = (clause("（1）清查资产"), clause("（2）盘活存量。2022年9月底前做到：（1）造册；（2）挂牌"));
    let text = format!(
        "为做好工作，制定本方案。一、主要任务（一）提高效率1.治理结构得到改进{first}{second}2.经营机制不断完善（1）推行竞聘。（2）落实考核。（二）强化保障。每季度通报。二、工作要求各单位按月报送进展。"
    );
    check(
        &text,
        &[
            "为做好工作，制定本方案。",
            "一、主要任务",
            "（一）提高效率",
            "1.治理结构得到改进",
            &first,
            &second,
            "2.经营机制不断完善",
            "（1）推行竞聘。",
            "（2）落实考核。",
            "（二）强化保障。每季度通报。",
            "二、工作要求",
            "各单位按月报送进展。",
        ],
    );
}

#[test]
fn articles_and_chapters_begin_paragraphs() {
    let first = format!("第一条为了{}，制定本办法。", "规范和加强争议处理工作".repeat(40));
    let text = format!("争议处理办法第一章总则{first}第二条依照本法第三条，应当公平。第三条本办法自印发之日起施行。");
    check(
        &text,
        &["争议处理办法", "第一章总则", &first, "第二条依照本法第三条，应当公平。", "第三条本办法自印发之日起施行。"],
    );
}

#[test]
fn indents_in_the_middle_of_a_line_begin_paragraphs_and_the_head_is_parted() {
    let words = clause("工作取得成效");
    let text = format!(
        "某省关于优化环境的意见某政发〔2024〕14号各市、县人民政府：　　{words}　　{words}　　{words}　　某省人民政府"
    );
    check(
        &text,
        &["某省关于优化环境的意见", "某政发〔2024〕14号", "各市、县人民政府：", &words, &words, &words, "某省人民政府"],
    );
}

#[test]
fn numbers_behind_labels_and_headings_begin_paragraphs() {
    let opening = clause("一、落实政策");
    let reform = clause("落实改革");
    let glued_label = format!("1.{reform}责任单位：区税务局配合单位：区财金局");
    let plain_label = format!("1.{reform}责任单位：区税务局");
    let cases: [(&str, &str, &[&str]); 2] = [
        // Numbers behind the units and the time of a label.
        (
            &glued_label,
            "2.加强征管。责任单位：区税务局二、强化宣传。完成时限：2024年5月（一）现场宣传。",
            &["2.加强征管。责任单位：区税务局", "二、强化宣传。完成时限：2024年5月", "（一）现场宣传。"],
        ),
        // Numbers that run on over headings, and begin below one without a stop.
        (
            &plain_label,
            " 2.加强征管。责任单位：区税务局 二、强化宣传 3.现场宣传。责任单位：区文旅局三、景区场馆等1.健全制度。2.巡查设施。",
            &[
                "2.加强征管。责任单位：区税务局",
                "二、强化宣传",
                "3.现场宣传。责任单位：区文旅局",
                "三、景区场馆等",
                "1.健全制度。",
                "2.巡查设施。",
            ],
        ),
    ];
    for (first, rest, behind) in cases {
        let mut expected = vec!["现通知如下。", opening.as_str(), first];
        expected.extend(behind);
        check(&format!("现通知如下。{opening}{first}{rest}"), &expected);
    }
}

#[test]
fn the_page_the_head_and_the_signature_are_parted() {
    let aims = "到2027年，全县管护体系基本建成，群众满意度明显提高。";
    let task = clause("（一）健全制度");
    let text = format!(
        "当前位置： 首页政务公开 青石县人民政府办公室关于印发管护方案的通知 时间：2024-03-05 微信 微博 青石政办〔2024〕7号 青石县人民政府办公室关于印发管护规划实施方案的通知 各乡镇人民政府，县直各单位：现将《管护规划实施方案》印发给你们，请遵照执行。 青石县人民政府办公室 2024年3月1日管护规划实施方案 为做好管护，制定本方案。一、工作目标{aims}二、主要任务{task}（二）严格考核。每季度通报一次。 青石县人民政府办公室 2024年3月1日印发 来源：青石县人民政府办公室"
    );
    check(
        &text,
        &[
            "当前位置： 首页政务公开 青石县人民政府办公室关于印发管护方案的通知 时间：2024-03-05 微信 微博",
            "青石政办〔2024〕7号",
            "青石县人民政府办公室关于印发管护规划实施方案的通知",
            "各乡镇人民政府，县直各单位：",
            "现将《管护规划实施方案》印发给你们，请遵照执行。",
            "青石县人民政府办公室",
            "2024年3月1日",
            "管护规划实施方案",
            "为做好管护，制定本方案。",
            "一、工作目标",
            aims,
            "二、主要任务",
            &task,
            "（二）严格考核。每季度通报一次。",
            "青石县人民政府办公室 2024年3月1日印发",
            "来源：青石县人民政府办公室",
        ],
    );
}

#[test]
fn a_page_may_begin_with_the_title_and_its_day_and_annexes_close_the_last_clause() {
    let (task, last) = (clause("一、健全制度"), clause("二、严格反馈"));
    let text = format!(
        "青石县人民政府关于加强管护的通知 时间：2024-03-05 16:02 微信 微博 QQ空间 青石政办〔2024〕7号 青石县人民政府关于加强管护的通知 各乡镇人民政府，县直各单位：现将有关事项通知如下：{task}{last} 附件：1.管护台账 青石县人民政府 2024年3月1日"
    );
    check(
        &text,
        &[
            "青石县人民政府关于加强管护的通知 时间：2024-03-05 16:02 微信 微博 QQ空间",
            "青石政办〔2024〕7号",
            "青石县人民政府关于加强管护的通知",
            "各乡镇人民政府，县直各单位：",
            "现将有关事项通知如下：",
            &task,
            &last,
            "附件：1.管护台账",
            "青石县人民政府",
            "2024年3月1日",
        ],
    );
}

#[test]
fn a_number_may_stand_in_front_of_the_title_with_nothing_between() {
    let (task, last) = (clause("一、健全制度"), clause("二、严格反馈"));
    let text = format!(
        "青石政办〔2024〕7号青石县人民政府关于加强管护的通知各乡镇人民政府，县直各单位：现将有关事项通知如下：{task}{last}"
    );
    check(
        &text,
        &[
            "青石政办〔2024〕7号",
            "青石县人民政府关于加强管护的通知",
            "各乡镇人民政府，县直各单位：",
            "现将有关事项通知如下：",
            &task,
            &last,
        ],
    );
}

#[test]
fn a_day_inside_a_sentence_signs_nothing() {
    let told =
        format!("{}青石县水利局2024年3月1日印发的方案同时停止执行，2024年5月1日起按本方案办理。", clause("工作"));
    check(&format!("{told}{}", clause("各项任务").repeat(2)), &[&format!("{told}{}", clause("各项任务").repeat(2))]);
}

#[test]
fn a_long_clause_with_references_stays_one_paragraph() {
    let text = format!("{}符合第（一）项、第（二）项要求的，按照第三条执行。", clause("1.完善制度").repeat(3));
    check(&text, &[&text]);
}

#[test]
fn a_short_paragraph_with_numbers_stays_one() {
    let text = "请各单位：（一）压实责任。（二）联合巡查。（三）加强督查。";
    check(text, &[text]);
}
