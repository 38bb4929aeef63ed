//! The words for what comes back in a rhythm.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{Chosen, Reading, ShowArguments};

/// What is done with recurring duties.
#[derive(Debug, Subcommand)]
pub(crate) enum DutiesAction {
    /// 列出定期报送的事项，各期报到哪里
    List(ListDutiesArguments),
    /// 显示一条事项的节奏和各期
    Show(ShowArguments),
    /// 登记一期已报；不写 --period 则为最早没有报的一期
    Done(SettleArguments),
    /// 一期免报，须写原因
    Skip(SettleArguments),
    /// 设定或更改节奏
    Set(SetDutyArguments),
}

impl DutiesAction {
    /// Whether it writes.
    pub(crate) fn changes(&self) -> bool {
        matches!(self, Self::Done(_) | Self::Skip(_) | Self::Set(_))
    }
}

#[derive(Debug, Args)]
pub(crate) struct ListDutiesArguments {
    /// 单位名称或编号
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// 只列这份文件的：文件编号
    #[arg(long, value_name = "ID")]
    pub(crate) notice: Option<String>,
    /// 只列有过期未报的
    #[arg(long)]
    pub(crate) missed: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct SettleArguments {
    #[command(flatten)]
    pub(crate) chosen: Chosen,
    /// 哪一期：写这一期里的任何一天，如 2026-11-01
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) period: Option<NaiveDate>,
    /// 过期未报的各期都登记
    #[arg(long, conflicts_with = "period")]
    pub(crate) all_missed: bool,
    /// 报送的内容，同时记为进展
    #[arg(long, value_name = "TEXT")]
    pub(crate) progress: Option<String>,
    /// 完成了百分之几，与报送的内容一起记
    #[arg(long, value_name = "PERCENT", requires = "progress")]
    pub(crate) share: Option<i64>,
    /// 原因
    #[arg(long)]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct SetDutyArguments {
    #[command(flatten)]
    pub(crate) chosen: Chosen,
    /// 节奏，如 每月10日前、每季度末月25日前、每周五前；写空（--rule ""）为不再定期报送
    #[arg(long, value_name = "WORDS")]
    pub(crate) rule: String,
    /// 从哪一天起算；不写则从办理之日起
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) begins: Option<NaiveDate>,
    /// 报到哪一天所在的一期为止；不写则没有止期
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) ends: Option<NaiveDate>,
    /// 原因
    #[arg(long)]
    pub(crate) reason: Option<String>,
}
