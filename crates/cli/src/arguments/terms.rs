//! The words for who does something by when, wherever that is entered or put right.

use chrono::NaiveDate;
use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct TermArguments {
    /// 牵头单位；几个单位就写几次
    #[arg(long, value_name = "UNIT")]
    pub(crate) lead: Vec<String>,
    /// 配合单位；几个单位就写几次
    #[arg(long, value_name = "UNIT")]
    pub(crate) co: Vec<String>,
    /// 完成时限，如 2022-06-30
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) due: Option<NaiveDate>,
    /// 完成时限的原话，如 6月底前
    #[arg(long, value_name = "WORDS", requires = "due")]
    pub(crate) due_words: Option<String>,
}
