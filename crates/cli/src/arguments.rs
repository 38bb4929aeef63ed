//! The words of the command line.

mod corrections;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use corrections::{Class, CorrectArguments, CorrectableField, DoubtArguments, Judgement, RereadArguments};

/// 督办台账：把政策文件读成有牵头单位、有时限的督办事项。完全离线，数据只在本机。
#[derive(Debug, Parser)]
#[command(name = "duban", version, about, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) register: Register,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Where the register lies.
#[derive(Debug, Args)]
pub(crate) struct Register {
    /// 台账所在的文件夹；不写则用本机用户数据文件夹
    #[arg(long, value_name = "DIR", global = true, env = "DUBAN_STORE")]
    pub(crate) store: Option<PathBuf>,
}

/// What every reading command takes.
#[derive(Debug, Clone, Copy, Default, Args)]
pub(crate) struct Reading {
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
    /// 看哪一天的情况，如 2022-07-01：过去的日子按当天的事项、状态、时限和单位；不写则为今天，台账里只有示例时为示例的日子
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<NaiveDate>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 导入文件或文件夹，读出其中的举措
    Import(ImportArguments),
    /// 载入随程序附带的示例文件
    Sample(Reading),
    /// 确认已导入的文件，把举措转为督办事项
    Confirm(ConfirmArguments),
    /// 逐行交代文件读成了什么，列出没有读懂的行；不写入台账
    Account(AccountArguments),
    /// 显示文件读成了哪些段落和表格；不写入台账
    Read(ReadArguments),
    /// 列出文件
    Notices(NoticesArguments),
    /// 列出互为版本的文件，或对照一份文件的前后版本
    Versions(VersionsArguments),
    /// 列出督办事项
    Tasks(TasksArguments),
    /// 列出逾期事项
    Overdue(OverdueArguments),
    /// 各单位牵头、配合、办结、逾期、临期、无期限的数目
    Dashboard(DashboardArguments),
    /// 显示一条督办事项或一份文件，连同原文
    Show(ShowArguments),
    /// 逐项说明一条督办事项的字段从哪里读出：规则、原文、行
    Explain(ShowArguments),
    /// 在文件和督办事项中搜索
    Search(SearchArguments),
    /// 列出量化指标：名称、目标值、时间、牵头单位
    Indicators(IndicatorsArguments),
    /// 列出单位
    Units(UnitsArguments),
    /// 把两个单位合并为一个，或记下它们不是同一个
    MergeUnits(UnitPairArguments),
    /// 显示一个单位：数目、别名、按月到期情况
    Unit(UnitArguments),
    /// 补全正在输入的词：单位、文件和事项的名称
    Suggest(SuggestArguments),
    /// 更正一条举措读错的地方，原读保留
    Correct(CorrectArguments),
    /// 列出疑点，记下是否属实
    Doubt(DoubtArguments),
    /// 用现在的规则重新识读已导入的文件：先看变化，再整体采用
    Reread(RereadArguments),
    /// 导出
    Export(ExportArguments),
    /// 台账概况
    Status(Reading),
    /// 检查台账文件是否完好
    Check(CheckArguments),
    /// 备份台账：写成后核验，正在使用时也可以
    Backup(BackupArguments),
    /// 列出备份，设定保留多久
    Backups(BackupsArguments),
    /// 从备份恢复：先说明会失去什么，原来的台账保留
    Restore(RestoreArguments),
    /// 把台账和全部原文件导出为一个归档，可在别的机器上导入
    ExportAll(ArchiveArguments),
    /// 从归档导入全部内容，建成新的台账
    ImportAll(ArchiveArguments),
    /// 彻底清除不该导入的文件：原文、事项、操作记录、备份中的痕迹，不能撤销
    Purge(PurgeArguments),
    /// 操作记录
    History(HistoryArguments),
    /// 撤销最近一次操作，或指定的一次
    Undo(UndoArguments),
    /// 重做最近撤销的操作
    Redo(RedoArguments),
    /// 在本机浏览器中打开界面
    Serve(ServeArguments),
}

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// 文件或文件夹
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// 不等人确认，直接把举措转为督办事项
    #[arg(long)]
    pub(crate) yes: bool,
    /// 只说明会导入什么，不写入台账
    #[arg(long)]
    pub(crate) rehearse: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AccountArguments {
    /// 文件或文件夹
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// 每份文件也分别列出
    #[arg(long)]
    pub(crate) by_document: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReadArguments {
    /// 文件或文件夹
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ConfirmArguments {
    /// 文件编号；不写则确认全部待确认的文件
    #[arg(value_name = "ID")]
    pub(crate) ids: Vec<String>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NoticesArguments {
    /// 标题、文号或发文机关中含有的字词
    #[arg(long)]
    pub(crate) words: Option<String>,
    /// 只列待确认的
    #[arg(long)]
    pub(crate) unconfirmed: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct VersionsArguments {
    /// 文件编号：列出它的各个版本，并与上一版逐条对照；不写则列出全部版本关系
    #[arg(value_name = "ID")]
    pub(crate) notice: Option<String>,
    /// 与这一份对照（作为旧版）；不写则为上一版
    #[arg(long, value_name = "ID", requires = "notice")]
    pub(crate) with: Option<String>,
    /// 一条督办事项的编号：列出它在新版文件中的变化
    #[arg(long, value_name = "ID", conflicts_with = "notice")]
    pub(crate) task: Option<String>,
    /// 没有变化的举措也列出
    #[arg(long)]
    pub(crate) all: bool,
    /// 把这一份设为上一版
    #[arg(long, value_name = "ID", requires = "notice", conflicts_with_all = ["with", "not"])]
    pub(crate) follows: Option<String>,
    /// 与这一份不是版本关系，取消
    #[arg(long, value_name = "ID", requires = "notice", conflicts_with = "with")]
    pub(crate) not: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// 角色
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Role {
    /// 牵头
    Lead,
    /// 责任、配合
    Co,
}

/// 状态
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Status {
    /// 交办
    Issued,
    /// 签收
    Accepted,
    /// 办理中
    InProgress,
    /// 待审核
    Submitted,
    /// 已办结
    Completed,
    /// 已销号
    Closed,
}

#[derive(Debug, Args)]
pub(crate) struct TasksArguments {
    /// 单位名称或编号
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// 只列这个地区的，如 杭州市；几个地区有同名单位时须写
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// 该单位的角色
    #[arg(long, requires = "unit")]
    pub(crate) role: Option<Role>,
    /// 状态
    #[arg(long)]
    pub(crate) status: Option<Status>,
    /// 在这一天之前到期
    #[arg(long, value_name = "DATE")]
    pub(crate) due_before: Option<NaiveDate>,
    /// 文件编号
    #[arg(long, value_name = "ID")]
    pub(crate) notice: Option<String>,
    /// 最多列出多少条；0 为全部
    #[arg(long, default_value_t = 0)]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct OverdueArguments {
    /// 按单位分列
    #[arg(long)]
    pub(crate) by_unit: bool,
    /// 只列这个地区的，如 杭州市
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
    /// 写入的文件；不写则输出到屏幕
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// 看哪一天的情况，如 2022-07-01：过去的日子按当天的事项、状态、时限和单位；不写则为今天，台账里只有示例时为示例的日子
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// 修复能重新生成的内容（件数、索引），从备份找回损坏的原文；修不好的逐项说明
    #[arg(long)]
    pub(crate) mend: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct BackupArguments {
    /// 写入的文件；不写则放进台账旁的 backups 文件夹
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BackupsArguments {
    /// 把每份备份读到底，再次核验
    #[arg(long)]
    pub(crate) verify: bool,
    /// 设定保留规则：多少天内全部保留、之后每周一份共几周、再之后每月一份到几个月，如 --keep 7 8 12
    #[arg(long, num_args = 3, value_names = ["DAYS", "WEEKS", "MONTHS"])]
    pub(crate) keep: Vec<u16>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RestoreArguments {
    /// 备份的名称，或时间（如 2026-11-20、"2026-11-20 08:30"，取那时最近的一份；latest 为最近一份），或备份文件
    #[arg(value_name = "FILE|WHEN", required_unless_present = "list")]
    pub(crate) from: Option<PathBuf>,
    /// 列出备份
    #[arg(long, conflicts_with = "from")]
    pub(crate) list: bool,
    /// 不再询问，直接恢复
    #[arg(long, requires = "from")]
    pub(crate) yes: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ArchiveArguments {
    /// 归档文件，如 台账.zip
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PurgeArguments {
    /// 文件名、文件编号，或其中一份通知的编号
    #[arg(value_name = "FILE", required_unless_present = "list")]
    pub(crate) files: Vec<String>,
    /// 列出台账里保存着的全部文件，已撤销导入的也在内
    #[arg(long, conflicts_with = "files")]
    pub(crate) list: bool,
    /// 含有这些文件的备份保留不动
    #[arg(long)]
    pub(crate) keep_backups: bool,
    /// 不再询问，直接清除
    #[arg(long)]
    pub(crate) yes: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct HistoryArguments {
    /// 最多列出多少条
    #[arg(long, default_value_t = 20)]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct UndoArguments {
    /// 操作的编号（duban history 列出）；不写则撤销最近一次
    pub(crate) id: Option<String>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RedoArguments {
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    /// 端口；不写则取一个空闲的
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// 同时打开浏览器
    #[arg(long)]
    pub(crate) open: bool,
}
