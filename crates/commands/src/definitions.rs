//! What each figure counts, said once. The window shows the sentence where a person points at a figure, and in its help; a
//! figure and the list that it opens are compared by tests.

/// A figure and what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureDefinition {
    /// Never changes.
    pub key: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What it counts, in a sentence.
    pub means: &'static str,
}

const fn figure(key: &'static str, name: &'static str, means: &'static str) -> FigureDefinition {
    FigureDefinition { key, name, means }
}

/// Every figure there is.
pub static FIGURES: &[FigureDefinition] = &[
    figure("all", "事项总数", "已确认的全部督办事项，不论状态；由几个单位共同牵头的只算一条。"),
    figure("led", "牵头", "由该单位牵头的事项，不论状态；共同牵头的各单位都算，所以各单位相加会多于事项总数。"),
    figure("assisted", "配合", "该单位配合、不由它牵头的事项，不论状态；不计入办结、逾期等各项。"),
    figure("overdue", "逾期", "到期日已过，还没有办结、也没有停办的事项；各单位的只算它牵头的。"),
    figure("due_soon", "临期", "还没有办结，到期日在所看日子起的临期天数之内的事项，当天到期的也算。"),
    figure("on_track", "未到期", "还没有办结，离到期日还远于临期天数的事项。"),
    figure("no_deadline", "无期限", "还没有办结，又没有到期日的事项；不等于办得正常，长期坚持的也在这里。"),
    figure("done", "已办结", "已办结和已销号的事项。比例的分母不含已停办的。"),
    figure("ended", "停办", "已中止、撤并、被替代或不涉及的事项；不算办结，也不算未办结。"),
    figure("unassigned", "未明确牵头单位", "文件没有写明由谁牵头的事项，不论状态；可能写有配合单位。"),
    figure("units", "单位", "至少牵头或配合一条事项的单位；“各单位”之类的统称也各算一个。"),
    figure("overdue_units", "涉及的牵头单位", "至少牵头一条逾期事项的单位；一条逾期事项由几个单位牵头的，各单位都算。"),
    figure("due_in_month", "当月到期", "到期日在这个月的事项，不论状态；没有到期日的不在其中。"),
    figure("due_in_week", "当周到期", "到期日在这一周（周一至周日）、还没有办结也没有停办的事项，按牵头单位分列。"),
    figure("notices", "文件", "已导入的文件，内容重复的只算一份。"),
    figure("unconfirmed", "待确认", "举措还没有经人确认的文件；确认之前不计入任何督办数字。"),
    figure("listed", "共几项", "符合当前筛选条件的事项，不论是否已经载入窗口。"),
    figure(
        "grouped",
        "各类数目",
        "符合当前筛选条件、归在这一类的事项；按牵头单位归类时，共同牵头的在各单位之下都算一次。",
    ),
    figure("undated", "按一直存在计", "回看过去时，所依文件没有载明发文日期、不知道从哪天起有的事项，按当时已有计算。"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::Office;
    use crate::wire::{Dashboard, OverdueUnit, TaskGroups, TaskPage};

    const PLAN: &str = "滨江市优化营商环境行动方案
一、重点任务
（一）简化办事材料。整理公布材料清单。（市政务办、市财政局牵头，2022年6月底前完成）
（二）降低收费。清理收费项目。（市财政局牵头，市发改委配合，2022年9月底前完成）
（三）改进服务。开展一次调查。（市发改委配合）
（四）统一窗口。设立综合窗口。（市政务办牵头，市财政局配合，2022年8月5日前完成）
滨江市人民政府
2022年3月1日
";

    fn on<T: DeserializeOwned>(office: &mut Office, command: &str, args: Value) -> T {
        serde_json::from_value(office.try_ask_on(Some("2022-07-15"), command, args).unwrap()).unwrap()
    }

    #[test]
    fn every_figure_equals_the_list_it_opens() {
        let (_folder, mut office) = Office::with_document(PLAN);
        let mut is = |figure: u32, query: Value| {
            let page: TaskPage = on(&mut office, "list_tasks", query.clone());
            assert_eq!((figure, page.rows.len()), (page.total, page.total as usize), "{query}");
        };
        let (_again, mut other) = Office::with_document(PLAN);
        let overview: Dashboard = on(&mut other, "dashboard", json!({}));
        let all = overview.totals;
        is(all.led, json!({}));
        for (figure, light) in [
            (all.overdue, "overdue"),
            (all.due_soon, "due_soon"),
            (all.on_track, "on_track"),
            (all.no_deadline, "no_deadline"),
            (all.done, "done"),
            (all.ended, "ended"),
        ] {
            is(figure, json!({ "lights": [light] }));
        }
        is(overview.unassigned, json!({ "unassigned": true }));
        for unit in overview.units {
            is(unit.figures.led, json!({ "units": [unit.name], "role": "lead" }));
            is(unit.figures.assisted, json!({ "units": [unit.name], "role": "co" }));
            is(unit.figures.overdue, json!({ "units": [unit.name], "role": "lead", "lights": ["overdue"] }));
        }
        for month in overview.months {
            let first: chrono::NaiveDate = format!("{}-01", month.month).parse().unwrap();
            let next = first + chrono::Months::new(1);
            is(month.due, json!({ "due_from": first, "due_before": next }));
        }
        for unit in on::<Vec<OverdueUnit>>(&mut other, "overdue_by_unit", json!({})) {
            let narrowed = match unit.unit {
                Some(unit) => json!({ "lead": unit.name, "lights": ["overdue"] }),
                None => json!({ "unassigned": true, "lights": ["overdue"] }),
            };
            is(unit.overdue, narrowed);
        }
        let week = json!({ "standing": "open", "due_from": "2022-08-01", "due_before": "2022-08-08" });
        let groups: TaskGroups = on(&mut other, "task_groups", json!({ "query": week, "by": "lead" }));
        assert_eq!(groups.total, 1);
        for group in groups.groups {
            let mut query = week.clone();
            query["lead"] = group.name.into();
            is(group.count, query);
        }
    }

    #[test]
    fn every_figure_is_said_once_and_in_a_sentence() {
        let keys: BTreeSet<&str> = FIGURES.iter().map(|figure| figure.key).collect();
        let sentences: BTreeSet<&str> = FIGURES.iter().map(|figure| figure.means).collect();
        assert_eq!((keys.len(), sentences.len()), (FIGURES.len(), FIGURES.len()));
        assert!(FIGURES.iter().all(|figure| figure.means.ends_with('。')));
    }
}
