//! The words of the command line.

mod by_hand;
mod corrections;
mod documents;
mod duties;
mod journal;
mod keeping;
mod life;
mod lists;
mod progress;
mod settings;
mod terms;
mod units;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

pub(crate) use by_hand::{AddTaskArguments, EditTaskArguments, EnteredArguments};
pub(crate) use corrections::{Class, CorrectArguments, CorrectableField, DoubtArguments, Judgement, RereadArguments};
pub(crate) use documents::{
    AccountArguments, ConfirmArguments, ImportArguments, NoticeOrder, NoticesArguments, ReadArguments, RetireArguments,
    ReviewArguments, SampleArguments, VersionsAction, VersionsArguments,
};
pub(crate) use duties::{DutiesAction, ListDutiesArguments, SetDutyArguments, SettleArguments};
pub(crate) use journal::{HistoryArguments, RedoArguments, StatusArguments, UndoArguments};
pub(crate) use keeping::{
    BackupArguments, BackupsArguments, CheckArguments, ExportAllArguments, ImportAllArguments, PurgeArguments,
    RestoreArguments,
};
pub(crate) use life::{Chosen, NamedPeople, TaskCommand};
pub(crate) use lists::{
    CalendarArguments, ChosenTasks, DashboardArguments, DueArguments, ExportArguments, Format, GroupBy,
    IndicatorsArguments, OverdueArguments, Role, SearchArguments, ShowArguments, SuggestArguments, TasksArguments,
    ViewsArguments,
};
pub(crate) use progress::{
    AddProgressArguments, CompareProgressArguments, ListProgressArguments, ProgressAction, SaveEvidenceArguments,
};
pub(crate) use settings::SettingsArguments;
pub(crate) use terms::TermArguments;
pub(crate) use units::{UnitArguments, UnitPairArguments, UnitsArguments};

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
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) as_of: Option<NaiveDate>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 导入文件或文件夹，读出其中的举措
    Import(ImportArguments),
    /// 载入随程序附带的示例文件
    Sample(SampleArguments),
    /// 确认已导入的文件，把举措转为督办事项
    Confirm(ConfirmArguments),
    /// 审核导入的文件：列出读成了什么；按核对的意见更正、剔除并确认
    Review(ReviewArguments),
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
    /// 列出保存着的台账视图，或删除一个；用 duban tasks --save-view 保存
    Views(ViewsArguments),
    /// 登记、改正没有文件的事项，办理督办事项：推进、退回、中止、延期、改派单位
    #[command(subcommand)]
    Task(TaskCommand),
    /// 登记、列出、对照进展，取出佐证材料
    #[command(subcommand)]
    Progress(ProgressAction),
    /// 定期报送的事项：列出、登记已报、免报、设定节奏
    #[command(subcommand)]
    Duties(DutiesAction),
    /// 一个月里每日到期的事项和要报的期次
    Calendar(CalendarArguments),
    /// 列出逾期事项
    Overdue(OverdueArguments),
    /// 列出一周、一月或几天之内到期、还没有办结的事项，按日和单位
    Due(DueArguments),
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
    /// 更正一条举措读错的地方，原读保留；改为牵头的配合单位不再列为配合，不写时限原话则保留读出的
    Correct(CorrectArguments),
    /// 列出疑点，记下是否属实
    Doubt(DoubtArguments),
    /// 用现在的规则重新识读已导入的文件：先看变化，再整体采用
    Reread(RereadArguments),
    /// 设置：谁在使用，选用哪些步骤，几天内到期算临期
    Settings(SettingsArguments),
    /// 导出
    Export(ExportArguments),
    /// 台账概况
    Status(StatusArguments),
    /// 检查台账文件是否完好
    Check(CheckArguments),
    /// 备份台账：写成后核验，正在使用时也可以
    Backup(BackupArguments),
    /// 列出备份，设定保留多久
    Backups(BackupsArguments),
    /// 从备份恢复：先说明会失去什么，原来的台账保留
    Restore(RestoreArguments),
    /// 把台账和全部原文件导出为一个归档，可在别的机器上导入
    ExportAll(ExportAllArguments),
    /// 从归档导入全部内容，建成新的台账
    ImportAll(ImportAllArguments),
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
pub(crate) struct ServeArguments {
    /// 端口；不写则取一个空闲的
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// 同时打开浏览器
    #[arg(long)]
    pub(crate) open: bool,
}
