//! THE list of commands. Dispatch, HTTP routes, the command line's JSON and the TypeScript functions are made from it.
//!
//! Adding a command: an entry here, a function in the noun's file, a test on a store in memory, `cargo xtask generate`.

use chrono::NaiveDate;
use domain::DayFault;
use serde_json::Value;
use ts_rs::TS;

use crate::backup::recovery::{self, RecoveryCaller};
use crate::context::{Caller, Context, Envelope};
use crate::error::{CommandError, ErrorCode};
use crate::typescript::TypeName;
use crate::wire;
use crate::{
    account, backup, by_hand, calendar, changes, checks, corrections, due, export, groups, history, import, indicators,
    life, looking_back, notices, overview, progress, proposals, purge, rereading, review, search, settings, tasks,
    trees, units, versions, views, workplace,
};

/// What a command does to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Reads only.
    Read,
    /// Writes one operation under this label, as the menu and the history show it.
    Write {
        /// 导入文件
        label: &'static str,
    },
}

/// A command as declared.
#[derive(Debug)]
pub struct Command {
    /// Name on the wire: `list_tasks`.
    pub name: &'static str,
    /// What it does, in Chinese.
    pub summary: &'static str,
    /// What it does to the store.
    pub effect: Effect,
    /// Its request in TypeScript.
    pub request: TypeName,
    /// Its answer in TypeScript.
    pub response: TypeName,
    run: fn(&mut Context<'_, '_>, Value) -> Result<Value, CommandError>,
    run_to_json: fn(&mut Context<'_, '_>, Value) -> Result<String, CommandError>,
    /// How it is carried out where the register cannot be opened; `None` when it needs one.
    pub(crate) run_without_register: Option<RunWithoutRegister>,
}

type RunWithoutRegister = fn(&RecoveryCaller<'_>, Value) -> Result<Value, CommandError>;

macro_rules! effect {
    (read) => {
        Effect::Read
    };
    (write $label:literal) => {
        Effect::Write { label: $label }
    };
}

macro_rules! without_register {
    ($summary:literal) => {
        None
    };
    ($summary:literal $request:ty, $function:path) => {
        Some(|caller, args| to_value($function(caller, request_of::<$request>($summary, args)?)?))
    };
}

macro_rules! commands {
    ($($summary:literal => $kind:ident $($label:literal)? $name:ident($request:ty) -> $response:ty
        = $function:path $(, without register $recovery:path)?;)*) => {
        /// Every command there is.
        pub static COMMANDS: &[Command] = &[$(
            Command {
                name: stringify!($name),
                summary: $summary,
                effect: effect!($kind $($label)?),
                request: TypeName::of::<$request>(),
                response: TypeName::of::<$response>(),
                run: |context, args| run::<$request, $response, _>(context, args, $function, serde_json::to_value),
                run_to_json: |context, args| run::<$request, $response, _>(context, args, $function, |answer| serde_json::to_string(&answer)),
                run_without_register: without_register!($summary $($request, $recovery)?),
            },
        )*];
    };
}

commands! {
    "版本、日期和台账概况" => read app_status(wire::Nothing) -> wire::AppStatus = overview::app_status;
    "各单位牵头、配合、逾期情况" => read dashboard(wire::DashboardRequest) -> wire::Dashboard = overview::dashboard;
    "督办事项列表" => read list_tasks(wire::TaskQuery) -> wire::TaskPage = tasks::list_tasks;
    "把一张列表的事项按单位、文件、时限、状态或到期月份归类计数" => read task_groups(wire::TaskGroupsRequest) -> wire::TaskGroups = groups::task_groups;
    "保存着的台账视图" => read list_views(wire::Nothing) -> Vec<wire::LedgerView> = views::list_views;
    "保存一个台账视图：筛选、栏目、归类" => write "保存视图" save_view(wire::SaveViewRequest) -> Vec<wire::LedgerView> = views::save_view;
    "删除一个台账视图" => write "删除视图" remove_view(wire::ViewRequest) -> Vec<wire::LedgerView> = views::remove_view;
    "各次进展，连同佐证材料和供审核参考的提示" => read list_progress(wire::ProgressQuery) -> wire::ProgressPage = progress::list_progress;
    "一条事项本月与上月的进展对照" => read compare_progress(wire::CompareProgressRequest) -> wire::ComparedProgress = progress::compare_progress;
    "把一份佐证材料另存为文件" => read save_evidence(wire::SaveEvidenceRequest) -> wire::EvidenceInfo = progress::save_evidence;
    "一条督办事项及其出处" => read get_task(wire::IdRequest) -> wire::TaskDetail = tasks::get_task;
    "一条定期事项的节奏和各期" => read get_duty(wire::IdRequest) -> Option<wire::DutyInfo> = life::get_duty;
    "一个月里每日到期的事项和要报的期次" => read calendar(wire::CalendarRequest) -> wire::Calendar = calendar::calendar;
    "一年里每月到期的事项，按文件或单位" => read timeline(wire::TimelineRequest) -> wire::Timeline = calendar::timeline;
    "按单位列出逾期事项" => read overdue_by_unit(wire::OverdueRequest) -> Vec<wire::OverdueUnit> = tasks::overdue_by_unit;
    "一周、一月或几天之内到期的，按日和单位" => read list_due(wire::DueRequest) -> wire::DueList = due::list_due;
    "全部单位" => read list_units(wire::UnitQuery) -> Vec<wire::UnitFigures> = units::list_units;
    "一个单位及其别名、按月情况" => read get_unit(wire::UnitRequest) -> wire::UnitDetail = units::get_unit;
    "可能是同一单位的写法" => read unit_proposals(wire::Nothing) -> Vec<wire::UnitProposal> = proposals::unit_proposals;
    "文件列表" => read list_notices(wire::NoticeQuery) -> wire::NoticePage = notices::list_notices;
    "一份文件的原文和举措" => read get_notice(wire::IdRequest) -> wire::NoticeDetail = notices::get_notice;
    "哪些文件互为版本" => read list_versions(wire::VersionsQuery) -> wire::Versions = versions::list_versions;
    "两个版本的举措对照" => read compare_versions(wire::VersionPair) -> wire::Comparison = versions::compare_versions;
    "文件逐行读成了什么，哪些没有读懂" => read account_files(wire::AccountRequest) -> Vec<wire::FileAccount> = account::account_files;
    "文件读成了哪些段落和表格" => read read_files(wire::ReadRequest) -> Vec<wire::FileTree> = trees::read_files;
    "一条督办事项在新版文件中的变化" => read task_in_newer_versions(wire::IdRequest) -> Vec<wire::TaskInNewerVersion> = versions::task_in_newer_versions;
    "由旧版规则识读的文件" => read outdated_readings(wire::Nothing) -> wire::OutdatedReadings = rereading::outdated_readings;
    "文件和举措中的量化指标" => read list_indicators(wire::IndicatorQuery) -> Vec<wire::IndicatorRow> = indicators::list_indicators;
    "在文件和督办事项中搜索" => read search(wire::SearchRequest) -> wire::SearchResult = search::search;
    "补全正在输入的词" => read suggest(wire::SuggestRequest) -> Vec<String> = search::suggest;
    "操作记录，最近的在前" => read history(wire::HistoryRequest) -> Vec<wire::JournalEntry> = history::history;
    "上次看过之后改动了哪些内容" => read changed_since(wire::ChangedSinceRequest) -> wire::ChangedSince = changes::changed_since;
    "检查台账文件是否完好" => read check_store(wire::Nothing) -> wire::CheckReport = checks::check_store;
    "修复能重新生成或从备份找回的内容，再检查一遍" => write "修复台账" mend_store(wire::Nothing) -> wire::CheckReport = checks::mend_store;
    "备份列表和保留规则" => read list_backups(wire::BackupQuery) -> wire::BackupList = backup::list_backups, without register recovery::list_backups;
    "备份台账" => read back_up(wire::BackUpRequest) -> wire::BackedUp = backup::back_up;
    "预演恢复，说明会失去什么" => read preview_restore(wire::RestoreRequest) -> wire::RestorePreview = backup::preview_restore, without register recovery::preview_restore;
    "从备份恢复台账" => write "恢复备份" restore(wire::RestoreRequest) -> wire::RestoreReport = backup::restore, without register recovery::restore;
    "设定备份保留多久" => write "备份规则" set_backup_rule(wire::BackupRule) -> wire::BackupList = backup::set_backup_rule;
    "把台账和全部原文件导出为一个归档" => read export_all(wire::ExportAllRequest) -> wire::ExportedAll = backup::export_all;
    "台账里保存着的全部文件，已撤销导入的也在内" => read list_kept_files(wire::Nothing) -> Vec<wire::KeptFile> = purge::list_kept_files;
    "预演彻底清除，说明会失去什么、哪些备份还有" => read preview_purge(wire::PurgeRequest) -> wire::PurgePreview = purge::preview_purge;
    "彻底清除文件和由它而来的一切，不能撤销" => write "彻底清除文件" purge(wire::PurgeRequest) -> wire::PurgeReport = purge::purge;
    "导出台账" => read export(wire::ExportRequest) -> wire::ExportFile = export::export;
    "导入文件和文件夹" => write "导入文件" import(wire::ImportRequest) -> wire::ImportReport = import::import;
    "载入随程序附带的示例文件" => write "载入示例" load_sample(wire::SampleRequest) -> wire::ImportReport = import::load_sample;
    "待审核的文件读成了什么，核对到了哪里" => read get_review(wire::ReviewQuery) -> wire::Review = review::get_review;
    "一条举措的各项依据哪些原文" => read measure_sources(wire::IdRequest) -> Vec<wire::ProvenanceInfo> = review::measure_sources;
    "记下核对到了哪里；是草稿，不进操作记录" => read keep_review(wire::ReviewDraft) -> wire::ReviewKept = review::keep_review;
    "按核对的结果更正、剔除并确认文件，可以只预演" => write "审核导入" finish_review(wire::FinishReviewRequest) -> wire::ReviewReport = review::finish_review;
    "确认文件，把举措转为督办事项" => write "确认文件" confirm_notices(wire::ConfirmRequest) -> wire::ConfirmReport = notices::confirm_notices;
    "登记一条领导批示、会议议定或自行提出的事项" => write "新建事项" add_task(wire::AddTaskRequest) -> wire::TaskEntered = by_hand::add_task;
    "登记一次进展，附佐证材料" => write "登记进展" add_progress(wire::AddProgressRequest) -> wire::ProgressEntry = progress::add_progress;
    "改正一条自行登记的事项填错的地方" => write "修改事项" edit_task(wire::EditTaskRequest) -> wire::TaskEntered = by_hand::edit_task;
    "更正一条举措读错的地方" => write "更正举措" correct_measure(wire::CorrectRequest) -> wire::CorrectReport = corrections::correct_measure;
    "这些单位名称中哪些是台账里还没有的，相近的有哪些" => read new_unit_names(wire::UnitNamesRequest) -> Vec<wire::NewUnitName> = corrections::new_unit_names;
    "记下一处疑点是否属实" => write "处理疑点" judge_doubt(wire::JudgeRequest) -> wire::JudgeReport = corrections::judge_doubt;
    "推进、退回、中止或恢复督办事项，一条或一批" => write "办理" move_tasks(wire::MoveRequest) -> wire::MoveReport = life::move_tasks;
    "给督办事项新的时限，原时限保留" => write "延期" extend_tasks(wire::ExtendRequest) -> wire::MoveReport = life::extend_tasks;
    "改督办事项的牵头、配合单位" => write "改派单位" assign_tasks(wire::AssignRequest) -> wire::MoveReport = life::assign_tasks;
    "指定督办事项的分管领导、责任人、联系人" => write "指定人员" name_people(wire::NamePeopleRequest) -> wire::MoveReport = life::name_people;
    "登记定期事项的一期已报或免报" => write "登记报送" settle_periods(wire::SettleRequest) -> wire::MoveReport = life::settle_periods;
    "设定或更改定期报送的节奏" => write "设定节奏" set_duty(wire::SetDutyRequest) -> wire::MoveReport = life::set_duty;
    "从自己的角度看台账：牵头、配合、本周到期" => read own_figures(wire::Nothing) -> wire::OwnFigures = workplace::own_figures;
    "设置：谁在使用，选用哪些步骤，各灯的界限" => read get_settings(wire::Nothing) -> wire::Settings = settings::get_settings;
    "从每种状态可以怎样办理" => read list_ways(wire::WaysRequest) -> Vec<wire::Way> = settings::list_ways;
    "改了各灯的界限，各有多少事项" => read preview_thresholds(wire::Thresholds) -> Vec<wire::LightPreview> = settings::preview_thresholds;
    "改设置，没有写的各项不变" => write "设置" set_settings(wire::SettingsRequest) -> wire::Settings = settings::set_settings;
    "用现在的规则重新识读已导入的文件" => write "重新识读" reread(wire::RereadRequest) -> wire::RereadReport = rereading::reread;
    "把两份文件设为前后版本" => write "设为版本" link_versions(wire::VersionPair) -> wire::Versions = versions::link_versions;
    "取消两份文件的版本关系" => write "取消版本关系" unlink_versions(wire::VersionPair) -> wire::Versions = versions::unlink_versions;
    "新版已确认，停办旧版还在办理的事项，可以只预演" => write "停办旧版" retire_version(wire::RetireRequest) -> wire::RetireReport = versions::retire_version;
    "把两个单位合并为一个" => write "合并单位" merge_units(wire::UnitPair) -> wire::UnitPairReport = proposals::merge_units;
    "记下两个单位不是同一个" => write "不是同一单位" tell_units_apart(wire::UnitPair) -> wire::UnitPairReport = proposals::tell_units_apart;
    "撤销最近一次操作，或没有后来操作以它为基础的任何一次" => write "撤销" undo(wire::UndoRequest) -> wire::JournalEntry = history::undo;
    "重做最近撤销的操作" => write "重做" redo(wire::Nothing) -> wire::JournalEntry = history::redo;
}

/// The command of this name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

fn known(name: &str) -> Result<&'static Command, CommandError> {
    find(name).ok_or_else(|| CommandError::new(ErrorCode::UnknownCommand, format!("没有“{name}”这个命令。")))
}

/// Carries out the command of this name.
///
/// # Errors
/// When there is no such command, the request does not fit it, or it could not be carried out; then nothing was written.
pub fn dispatch(caller: &mut Caller<'_>, name: &str, envelope: Envelope) -> Result<Value, CommandError> {
    let mut context = allowed(caller, name, &envelope)?;
    (context.command.run)(&mut context, envelope.args)
}

/// The same with the answer as JSON text, for a front that passes it on: a tree of the values of a long notice takes longer to
/// build than the notice to be read.
///
/// # Errors
/// Those of [`dispatch`].
pub fn dispatch_to_json(caller: &mut Caller<'_>, name: &str, envelope: Envelope) -> Result<String, CommandError> {
    let mut context = allowed(caller, name, &envelope)?;
    (context.command.run_to_json)(&mut context, envelope.args)
}

/// Carries out a command about a register that cannot be opened. `None` when the command needs one that is open. Nothing is
/// looked back at here, so the day of the envelope does not matter.
///
/// # Errors
/// Those of [`dispatch`].
pub fn dispatch_without_register(
    caller: &RecoveryCaller<'_>,
    name: &str,
    envelope: Envelope,
) -> Result<Option<Value>, CommandError> {
    let run = known(name)?.run_without_register;
    run.map(|run| run(caller, envelope.args)).transpose()
}

fn allowed<'a, 'b>(
    caller: &'a mut Caller<'b>,
    name: &str,
    envelope: &Envelope,
) -> Result<Context<'a, 'b>, CommandError> {
    let context = context(caller, name, envelope.as_of)?;
    if let Effect::Write { .. } = context.command.effect {
        looking_back::refuse_writing(context.as_of, context.present)?;
    }
    Ok(context)
}

/// What the command of this name is carried out with.
pub(crate) fn context<'a, 'b>(
    caller: &'a mut Caller<'b>,
    name: &str,
    as_of: Option<NaiveDate>,
) -> Result<Context<'a, 'b>, CommandError> {
    let command = known(name)?;
    let present = overview::default_day(caller)?;
    Ok(Context { caller, as_of: as_of.unwrap_or(present), present, command })
}

fn run<Request, Response, Json>(
    context: &mut Context<'_, '_>,
    args: Value,
    function: fn(&mut Context<'_, '_>, Request) -> Result<Response, CommandError>,
    to_json: fn(Response) -> serde_json::Result<Json>,
) -> Result<Json, CommandError>
where
    Request: serde::de::DeserializeOwned + TS,
    Response: serde::Serialize + TS,
{
    let request = request_of(context.command.summary, args)?;
    to_json(function(context, request)?).map_err(|error| unwritable(&error))
}

fn to_value(answer: impl serde::Serialize) -> Result<Value, CommandError> {
    serde_json::to_value(answer).map_err(|error| unwritable(&error))
}

fn unwritable(error: &serde_json::Error) -> CommandError {
    CommandError::uncoded("程序内部出错：结果无法写出。请把详细信息告诉维护人员。").with_detail(error)
}

/// The request of a command, which the summary names to the person.
fn request_of<Request: serde::de::DeserializeOwned>(summary: &str, args: Value) -> Result<Request, CommandError> {
    let args = match args {
        Value::Null => Value::Object(serde_json::Map::new()),
        Value::Object(_) => args,
        // serde would take an array for the fields in their order, and whoever checks fields by name would see none.
        _ => {
            return Err(CommandError::invalid(format!("“{summary}”的请求不是一组带名称的参数，未执行。")));
        }
    };
    let day = impossible_day(&args);
    serde_json::from_value(args).map_err(|error| {
        if let Some((field, fault)) = day {
            return CommandError::at(field, format!("{fault}“{summary}”未执行。")).with_detail(&error);
        }
        CommandError::invalid(format!("“{summary}”的请求不完整或格式不对，未执行。")).with_detail(&error)
    })
}

/// The first text of a request that is written as a day and is none, with its field: it may be why the request cannot be
/// read.
fn impossible_day(args: &Value) -> Option<(String, DayFault)> {
    let below = |(key, value): (String, &Value)| {
        let (field, fault) = impossible_day(value)?;
        Some((if field.is_empty() { key } else { format!("{key}.{field}") }, fault))
    };
    match args {
        Value::String(text) => match domain::parse_day(text) {
            Err(fault @ (DayFault::Month(_) | DayFault::Day { .. })) => Some((String::new(), fault)),
            _ => None,
        },
        Value::Array(values) => values.iter().enumerate().find_map(|(at, value)| below((at.to_string(), value))),
        Value::Object(fields) => fields.iter().find_map(|(key, value)| below((key.clone(), value))),
        _ => None,
    }
}
