//! The words for units.

use clap::Args;

use super::Reading;

#[derive(Debug, Args)]
pub(crate) struct UnitsArguments {
    /// 列出可能是同一单位的写法，供合并
    #[arg(long)]
    pub(crate) proposals: bool,
    /// 名称或别名中含有的字
    pub(crate) words: Option<String>,
    /// 只列这个地区的
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct UnitPairArguments {
    /// 要并入的写法：名称或编号
    #[arg(value_name = "FROM")]
    pub(crate) from: String,
    /// 保留的单位：名称或编号
    #[arg(value_name = "INTO")]
    pub(crate) into: String,
    /// 两个单位所在的地区，如 杭州市；几个地区有同名单位时写明，或改用编号
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// 不合并：记下二者不是同一单位，不再提示
    #[arg(long)]
    pub(crate) decline: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct UnitArguments {
    /// 单位名称或编号
    #[arg(value_name = "UNIT")]
    pub(crate) unit: String,
    /// 单位所在的地区，如 杭州市；几个地区有同名单位时须写
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}
