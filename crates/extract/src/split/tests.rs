use domain::tree::DocumentTree;

use super::*;

/// First and last lines of the documents, counted from 1.
fn extents(text: &str) -> Vec<(usize, usize)> {
    let tree = DocumentTree::of_lines(text.lines());
    let source = tree.pieces();
    let site = crate::head::site::read(&source);
    split(&source, &site).into_iter().map(|extent| (extent.lines.start + 1, extent.lines.end)).collect()
}

#[test]
fn printed_compilations_are_split_at_their_headings() {
    let check = |text: &str, expected: &[(usize, usize)]| assert_eq!(extents(text), expected, "{text}");
    // Chapter names and page marks belong to no document; numbered clauses begin none.
    check(
        "# Page 1:\n三、华东\n（一）甲市\n1. 甲市商务局关于印发《甲市措施》的通知（2023 年6 月13 日）\n甲商〔2023〕1 号\n各单位：\n\
         现印发给你们。\n1.加快办理。全面推进。\n2.优化服务。全面推进。\n\n# Page 2:\n2. 甲市财政局关于开展检\n查的通知（2023 年6\n\n# Page 3:\n月9 日）\n\
         各单位：\n1.认真组织。\n（二）乙省\n1. 乙省促进发展条例（2023 年1 月16 日）\n第一条为了发展。",
        &[(4, 9), (12, 18), (20, 21)],
    );
    // The number alone on its line, and a heading that nothing follows.
    check(
        "1. 甲市规划（2023 年2 月10 日）\n\n# Page 2:\n\n2.\n甲市市场监管局关于印发\n《甲市工作方案》的通知（2023 年5 月30 日）\n各单位：\n请执行。",
        &[(1, 1), (5, 9)],
    );
    // An item of an annex right above a heading is no part of it.
    check(
        "3. 甲市改革工作方案（2023 年2 月10 日）\n甲发〔2023〕1 号\n附件\n4.甲市防控能力建设\n4. 甲市联席会议关于印发《甲市措施》的通知（2023 年5 月17\n日）\n甲企〔2023〕1 号\n请执行。",
        &[(1, 4), (5, 8)],
    );
    // A document cited with its day inside a numbered list is no heading.
    check(
        "1. 甲市改革工作方案（2023 年2 月10 日）\n甲发〔2023〕1 号\n下列文件废止：\n1. 甲市旧办法（2019 年1 月1 日）\n5. 甲市旧规定（2018 年1 月1 日）\n请执行。",
        &[(1, 6)],
    );
    // Headings without a day are known by the number or address below.
    check(
        "1. 甲市商务局关于开展检查的通知\n甲商〔2023〕1号\n请执行。\n2. 甲市商务局关于开展评估的通知\n各区商务局：\n请执行。",
        &[(1, 3), (4, 6)],
    );
}

#[test]
fn notices_that_run_on_are_split() {
    let check = |text: &str, expected: &[(usize, usize)]| assert_eq!(extents(text), expected, "{text}");
    let long = "为贯彻落实国家和省有关决策部署，加快推进全市改革发展，结合我市实际，经市政府同意，制定本方案。";
    // A title over two lines and an opening paragraph, with or without a last word before.
    check(
        &format!(
            "{long}\n一、加快推进。\n本意见自2021年8月25日起施行。\n甲市创新试点\n\n实施方案\n\n{long}\n一、加快推进。"
        ),
        &[(1, 3), (4, 9)],
    );
    check(
        &format!(
            "第一条　为了发展，制定本条例。\n第二条　各级人民政府应当加强对改革发展工作的组织领导并完善政策。\n关于发展的若干政策\n（2025年版）\n{long}"
        ),
        &[(1, 2), (3, 5)],
    );
    // An address without a title.
    check(
        &format!(
            "{long}\n一、加快推进。\n本办法自2021年4月1日起施行。\n各区、县（市）人民政府，市政府各部门：\n{long}"
        ),
        &[(1, 3), (4, 5)],
    );
    // The first article, and the first section of an essay behind a last word.
    check(
        &format!(
            "{long}\n（十）健全服务制度。指导建设单位和中介机构提高业务能力和水平，方便公众获取信息。\n第一条　为了优化环境，制定本条例。\n第二条　本条例适用于本省。"
        ),
        &[(1, 2), (3, 4)],
    );
    check(&format!("{long}\n本细则自2022年10月9日起施行。\n一、出台的背景\n随着发展，制定了办法。"), &[(1, 2), (3, 4)]);
    // A title glued to the last word.
    check(
        &format!("{long}\n本意见自2020年4月1日起施行。甲市促进人工智能发展若干政策\n\n{long}\n一、加快推进。"),
        &[(1, 2), (3, 5)],
    );
    // The signature above a title stays with the document before.
    check(
        &format!(
            "各区人民政府：\n{long}\n本意见自2020年8月23日起施行。\n甲市人民政府办公厅\n\n甲市试点工作方案\n\n{long}"
        ),
        &[(1, 4), (6, 8)],
    );
}

#[test]
fn what_belongs_to_a_notice_stays_with_it() {
    let check = |text: &str| assert_eq!(extents(text).len(), 1, "{text}");
    let long = "为贯彻落实国家和省有关决策部署，加快推进全市改革发展，结合我市实际，制定本实施方案。";
    // Letterhead, number, notice, signature and plan.
    check(&format!(
        "甲市人民政府文件\n甲政函〔2022〕6号\n甲市人民政府关于印发甲市\n试点实施方案的通知\n各区、县（市）人民政府：\n\
         《甲市试点实施方案》已经同意，现印发给你们，请认真组织实施。\n甲市人民政府\n2022年1月27日\n甲市试点实施方案\n{long}\n一、总体要求"
    ));
    // A notice without a title line that names the rules it issues.
    check(
        "各区、县（市）人民政府：\n为落实政策，制定了《支持企业政策实施细则》。现印发你们，请遵照执行。\n甲市商务局\n2022年10月8日\n（此件公开发布）\n支持企业政策实施细则\n一、政策内容\n本细则自2022年10月9日起施行。",
    );
    // An annex under its own title.
    check(&format!(
        "甲市试点实施方案\n{long}\n一、加快推进。\n附件1\n甲市改革事项清单\n为推进改革，制定以下清单。\n1.推进办理。"
    ));
    assert_eq!(extents(""), [], "no text, no document");
}
