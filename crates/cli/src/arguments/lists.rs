//! The words for lists, figures and single tasks, and for exporting them.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use commands::wire::{LightCode, PaceCode, StatusCode};
use domain::{Light, Pace, TaskStatus};
use serde::de::DeserializeOwned;

use super::Reading;

/// 角色
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Role {
    /// 牵头
    Lead,
    /// 配合
    Co,
}

/// The statuses there are, each with its word beside it in the help.
fn statuses() -> impl TypedValueParser<Value = StatusCode> {
    let known = TaskStatus::TABLE.map(|status| PossibleValue::new(status.code).help(status.word));
    PossibleValuesParser::new(known).try_map(StatusCode::try_from)
}

/// The codes of a table, each with its word beside it in the help.
fn coded<Code>(table: impl IntoIterator<Item = (&'static str, &'static str)>) -> impl TypedValueParser<Value = Code>
where
    Code: DeserializeOwned + Clone + Send + Sync + 'static,
{
    let known = table.into_iter().map(|(code, word)| PossibleValue::new(code).help(word));
    PossibleValuesParser::new(known).try_map(|code| serde_json::from_value::<Code>(code.into()))
}

#[derive(Debug, Args)]
pub(crate) struct TasksArguments {
    #[command(flatten)]
    pub(crate) chosen: ChosenTasks,
    /// 只列出归类的数目：按单位、文件、时限、状态或到期月份
    #[arg(long, value_name = "BY")]
    pub(crate) group_by: Option<GroupBy>,
    /// 把这些条件保存为台账视图
    #[arg(long, value_name = "NAME", conflicts_with_all = ["group_by", "view"])]
    pub(crate) save_view: Option<String>,
    /// 最多列出多少条；0 为全部
    #[arg(long, default_value_t = 0)]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// 归类
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum GroupBy {
    /// 牵头单位
    Lead,
    /// 文件
    Notice,
    /// 时限状态
    Light,
    /// 办理状态
    Status,
    /// 到期月份
    Month,
}

/// Which tasks are meant.
#[derive(Debug, Args)]
pub(crate) struct ChosenTasks {
    /// 保存着的台账视图；再写的条件取代其中同样的
    #[arg(long, value_name = "NAME")]
    pub(crate) view: Option<String>,
    /// 单位名称或编号；可写几个
    #[arg(long)]
    pub(crate) unit: Vec<String>,
    /// 只列这个地区的，如 杭州市；几个地区有同名单位时须写
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// 该单位的角色
    #[arg(long, requires = "unit")]
    pub(crate) role: Option<Role>,
    /// 办理状态；可写几个
    #[arg(long, value_parser = statuses())]
    pub(crate) status: Vec<StatusCode>,
    /// 时限状态；可写几个
    #[arg(long, value_parser = coded::<LightCode>(Light::ALL.map(|light| (light.code(), light.word()))))]
    pub(crate) light: Vec<LightCode>,
    /// 进度状态：已报进度与按时间应到的相比
    #[arg(long, value_parser = coded::<PaceCode>(Pace::ALL.map(|pace| (pace.code(), pace.word()))))]
    pub(crate) pace: Option<PaceCode>,
    /// 在这一天之前到期
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) due_before: Option<NaiveDate>,
    /// 文件编号；可写几个
    #[arg(long, value_name = "ID")]
    pub(crate) notice: Vec<String>,
    /// 事项中的字词
    #[arg(long)]
    pub(crate) words: Option<String>,
    /// 只列没有文件的：领导批示、会议议定、自行登记
    #[arg(long)]
    pub(crate) by_hand: bool,
    /// 只列指定了这个人的：分管领导、责任人或联系人
    #[arg(long, value_name = "NAME")]
    pub(crate) person: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ViewsArguments {
    /// 删除这个视图；可用 duban undo 撤销
    #[arg(long, value_name = "NAME")]
    pub(crate) remove: Option<String>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CalendarArguments {
    /// 哪个月，如 2026-11；不写则为所看日子的那个月
    #[arg(value_name = "MONTH")]
    pub(crate) month: Option<String>,
    /// 单位名称或编号
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// 只看这个地区的
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// 列出全年，按文件分行；month 只取年份
    #[arg(long, conflicts_with = "by_unit")]
    pub(crate) by_notice: bool,
    /// 列出全年，按牵头单位分行；month 只取年份
    #[arg(long)]
    pub(crate) by_unit: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct OverdueArguments {
    /// 按单位分列
    #[arg(long)]
    pub(crate) by_unit: bool,
    /// 按单位分列时，连同每个单位的逾期事项
    #[arg(long, requires = "by_unit")]
    pub(crate) tasks: bool,
    /// 只列这个地区的，如 杭州市
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct DueArguments {
    /// 所看日子的那一周，周一至周日；不写日子时就是这样
    #[arg(long, conflicts_with_all = ["month", "from", "to"])]
    pub(crate) week: bool,
    /// 所看日子的那一月
    #[arg(long, conflicts_with_all = ["from", "to"])]
    pub(crate) month: bool,
    /// 从哪一天起；只写这一项则列七天
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) from: Option<NaiveDate>,
    /// 到哪一天止，含这一天
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) to: Option<NaiveDate>,
    /// 只列这个单位牵头或配合的：名称或编号
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// 只列这个地区的，如 杭州市；几个地区有同名单位时须写
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct DashboardArguments {
    /// 只算这份文件的事项
    #[arg(long, value_name = "ID")]
    pub(crate) notice: Option<String>,
    /// 只算这个地区的事项，如 杭州市
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct ShowArguments {
    /// 编号：督办事项；show 也可以是文件
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct SearchArguments {
    /// 要找的字词；空格分开的词须同时出现
    #[arg(required = true, value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    /// 最多列出多少条
    #[arg(long, default_value_t = 20)]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct IndicatorsArguments {
    /// 文件编号；不写则列出全部文件的
    #[arg(long, value_name = "ID")]
    pub(crate) notice: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct SuggestArguments {
    /// 已输入的字
    #[arg(value_name = "WORDS")]
    pub(crate) words: String,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// 格式
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// 每行一个 JSON 对象：文件和举措
    Jsonl,
    /// 台账表格
    Csv,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArguments {
    /// 格式
    #[arg(long)]
    pub(crate) format: Format,
    /// 只导出这个台账视图的事项，按它的次序
    #[arg(long, value_name = "NAME")]
    pub(crate) view: Option<String>,
    /// 写入的文件；不写则输出到屏幕
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// 文件已存在时不再询问，直接覆盖
    #[arg(long, requires = "output")]
    pub(crate) yes: bool,
    /// 看哪一天的情况，如 2022-07-01：过去的日子按当天的事项、状态、时限和单位；不写则为今天，台账里只有示例时为示例的日子
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) as_of: Option<NaiveDate>,
}
