//! The words for entering and putting right tasks that no notice gave.

use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use domain::OriginKind;

use super::{NamedPeople, TermArguments};

/// The ways in which a task comes about without a notice, each with its word beside it in the help.
fn origins() -> impl TypedValueParser<Value = OriginKind> {
    let known = OriginKind::ALL.map(|kind| PossibleValue::new(kind.code()).help(kind.word()));
    PossibleValuesParser::new(known).try_map(|code| OriginKind::from_code(&code).ok_or("没有这种来源"))
}

#[derive(Debug, Args)]
pub(crate) struct AddTaskArguments {
    /// 要办的事
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) entered: EnteredArguments,
    #[command(flatten)]
    pub(crate) people: NamedPeople,
    /// 单位所在的地区，如 杭州市；几个地区有同名单位时须写
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EditTaskArguments {
    /// 督办事项的编号
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// 要办的事
    #[arg(long)]
    pub(crate) text: Option<String>,
    #[command(flatten)]
    pub(crate) entered: EnteredArguments,
    /// 不再有完成时限
    #[arg(long, conflicts_with = "due")]
    pub(crate) no_due: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is entered of a task beside its text.
#[derive(Debug, Args)]
pub(crate) struct EnteredArguments {
    /// 标题；写空（--title ""）为没有
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[command(flatten)]
    pub(crate) terms: TermArguments,
    /// 来源；新登记的不写则为自行登记
    #[arg(long, value_parser = origins())]
    pub(crate) origin: Option<OriginKind>,
    /// 批示原文、会议名称等
    #[arg(long, value_name = "WORDS")]
    pub(crate) origin_words: Option<String>,
    /// 批示人、交办人
    #[arg(long, value_name = "NAME")]
    pub(crate) person: Option<String>,
    /// 批示、议定的日期，事项从这一天起算；不写则从今天起
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) day: Option<NaiveDate>,
}
