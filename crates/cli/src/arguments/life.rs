//! The words for what is done with tasks.

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use commands::wire::MoveCode;
use domain::MOVES;

use super::{AddTaskArguments, EditTaskArguments};

/// What is done with tasks.
#[derive(Debug, Subcommand)]
pub(crate) enum TaskCommand {
    /// 登记一条领导批示、会议议定或自行提出的事项
    Add(AddTaskArguments),
    /// 改正一条自行登记的事项填错的地方；没有写的各项不变
    Edit(EditTaskArguments),
    /// 推进、退回、中止、恢复：一条或一批
    Move(MoveArguments),
    /// 延期：给新的时限，原时限保留
    Extend(ExtendArguments),
    /// 改派牵头、配合单位
    Assign(AssignArguments),
    /// 指定分管领导、责任人、联系人
    People(PeopleArguments),
}

/// Which tasks, and how.
#[derive(Debug, Args)]
pub(crate) struct Chosen {
    /// 督办事项的编号；写 - 则从标准输入逐行读取
    #[arg(value_name = "ID", required = true)]
    pub(crate) ids: Vec<String>,
    /// 从哪一天起，如 2022-07-01；不写则为现在
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) on: Option<NaiveDate>,
    /// 有的事项不能办时，其余照办；不写则一条也不办
    #[arg(long)]
    pub(crate) skip_refused: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

/// The moves there are, each with its word beside it in the help.
fn moves() -> impl TypedValueParser<Value = MoveCode> {
    let known = MOVES.map(|entry| PossibleValue::new(entry.code).help(entry.word).alias(entry.word));
    PossibleValuesParser::new(known).try_map(|word| {
        let named = MOVES.iter().find(|entry| entry.word == word);
        MoveCode::try_from(named.map_or(word, |entry| entry.code.to_owned()))
    })
}

#[derive(Debug, Args)]
pub(crate) struct MoveArguments {
    #[command(flatten)]
    pub(crate) chosen: Chosen,
    /// 怎样办理
    #[arg(long, value_name = "MOVE", value_parser = moves())]
    pub(crate) to: MoveCode,
    /// 原因；退回、中止、不涉及、重新办理必须写
    #[arg(long)]
    pub(crate) reason: Option<String>,
    /// 只办这个单位的部分：名称或编号
    #[arg(long, value_name = "UNIT")]
    pub(crate) unit: Option<String>,
    /// 并入哪一条，或由哪一条替代：事项编号
    #[arg(long, value_name = "ID")]
    pub(crate) into: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ExtendArguments {
    #[command(flatten)]
    pub(crate) chosen: Chosen,
    /// 新的时限，如 2022-12-31
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) due: NaiveDate,
    /// 新时限的原话，如 2022年底前；不写则写成日期
    #[arg(long, value_name = "WORDS")]
    pub(crate) due_words: Option<String>,
    /// 延期的原因
    #[arg(long)]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct AssignArguments {
    #[command(flatten)]
    pub(crate) chosen: Chosen,
    /// 牵头单位；几个单位就写几次，写空（--lead ""）为没有。不写则不变
    #[arg(long, value_name = "UNIT")]
    pub(crate) lead: Option<Vec<String>>,
    /// 配合单位；写法同上
    #[arg(long, value_name = "UNIT")]
    pub(crate) co: Option<Vec<String>>,
    /// 原因
    #[arg(long)]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct PeopleArguments {
    #[command(flatten)]
    pub(crate) chosen: Chosen,
    #[command(flatten)]
    pub(crate) people: NamedPeople,
    /// 原因
    #[arg(long)]
    pub(crate) reason: Option<String>,
}

/// Persons of each role.
#[derive(Debug, Args)]
pub(crate) struct NamedPeople {
    /// 分管领导；几个人就写几次，写空（--leader ""）为没有。不写则不变
    #[arg(long, value_name = "NAME")]
    pub(crate) leader: Option<Vec<String>>,
    /// 责任人；写法同上
    #[arg(long, value_name = "NAME")]
    pub(crate) responsible: Option<Vec<String>>,
    /// 联系人；写法同上，电话写在姓名后面，如 "王芳 0571-87001234"
    #[arg(long, value_name = "NAME")]
    pub(crate) contact: Option<Vec<String>>,
}
