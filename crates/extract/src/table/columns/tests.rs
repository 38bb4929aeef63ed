//! Columns of whole tables, captions and cells together.

use super::super::captions::Column;
use super::super::grid::Grid;
use super::super::head_rows;
use super::super::reading::judge;
use super::super::tests::table;

/// What the columns of a table, one row a line, cells between bars, are taken as.
#[track_caller]
fn check(rows: &str, expected: &[Column]) {
    let grid = Grid::of(&table(rows));
    let head = head_rows::find(&grid);
    let found: Vec<Column> = judge(&grid, &head).iter().map(|one| one.column).collect();
    assert_eq!(found, expected, "{rows}");
}

use Column::{
    CoUnits, Code, Contact, Goal, Group, Lead, Leader, Measures, Name, Number, Other, Phone, Place, Problem,
    Responsible, Stage, Time, Units,
};

#[test]
fn captions_never_met_are_judged_by_their_parts() {
    check(
        "序号|重点抓手|细化动作|抓总科室|搭手科室|交卷节点
1|数字赋能|搭建全区统一的数据底座，年内接入20个系统。|信息科|办公室|9月底前
2|人才引育|引进高层次人才12名，落实安家补贴。|人事科|财务科|12月底前",
        &[Number, Name, Measures, Lead, Units, Time],
    );
}

#[test]
fn cells_decide_where_captions_say_nothing() {
    check(
        "序号|甲|乙|丙
1|修复破损管段50处，恢复路面。|市住建局、市城管局|6月底前
2|新建泵站2座，提升排涝能力。|市水务局|9月底前",
        &[Number, Measures, Units, Time],
    );
    check(
        "1|修复破损管段50处，恢复路面。|市住建局|市城管局、市财政局|6月底前
2|新建泵站2座，提升排涝能力。|市水务局|市财政局|9月底前",
        &[Number, Measures, Lead, CoUnits, Time],
    );
    // 责任单位 over people's names are people.
    check(
        "序号|任务|责任部门|责任主体
1|修复破损管段50处。|市住建局|李卫东
2|新建泵站2座，提升排涝能力。|市水务局|王海涛",
        &[Number, Measures, Units, Responsible],
    );
}

#[test]
fn a_rectification_orders_its_measures() {
    check(
        "序号|反馈问题|整改目标|整改措施|整改责任单位|分管领导|整改时限
1|台账不规范。|台账规范。|1.统一台账式样。2.每月抽查。|办公室|李卫东|6月底前",
        &[Number, Problem, Goal, Measures, Units, Leader, Time],
    );
    check(
        "序号|具体问题|整改任务|责任单位|联系人|联系电话\n1|台账不规范。|统一台账式样，每月抽查。|县财政局|王敏|0571-8765432",
        &[Number, Problem, Measures, Units, Contact, Phone],
    );
}

#[test]
fn places_and_second_numbers_are_fields() {
    check(
        "序号|编号|所在乡镇|工程名称|建设内容|责任单位|一季度|二季度
1|第12号|石桥镇|便民桥|新建人行桥1座，长30米。|县交通局|开工|完工
2|第13号|柳河镇|文化站|改造文化站1处，添置设备。|县文旅局|设计|开工",
        &[Number, Code, Place, Name, Measures, Units, Stage, Stage],
    );
    check(
        "领域|重点工作|重点工作任务|牵头部门|备注\n农业|粮食|稳定粮食播种面积12万亩。|县农业农村局|",
        &[Group, Name, Measures, Lead, Column::Note],
    );
    check("序号|任务|责任单位|颜色\n1|修复破损管段50处。|市住建局|红", &[Number, Measures, Units, Other]);
}

#[test]
fn words_that_repeat_over_rows_group_what_differs() {
    check(
        "序号|重点任务|主要举措|工作任务|牵头单位
1|水系畅通|疏通骨干河道。|清淤两江汇合段河道12公里，完善沿线标识。|县水务局
2|水系畅通|疏通骨干河道。|改建跨河老桥4座，消除壅水点。|县交通局
3|水系畅通|提升排涝能力。|新建排涝泵站2座，年内通电试机。|县水务局
4|管护到位|落实河段责任。|建立河段巡查台账，每季通报一次。|县水务局",
        &[Number, Group, Name, Measures, Lead],
    );
}
