// Made by `cargo xtask generate` from crates/commands. Do not edit.
import type * as wire from './types'

/** Carries a command to the core and its answer back. */
export type Invoke = (name: CommandName, args: unknown) => Promise<unknown>

/** What a command does to the store. A write has the label that menus and the history show. */
export interface CommandFacts {
  readonly writes: boolean
  readonly label: string | null
  readonly summary: string
}

export const COMMANDS = {
  app_status: { writes: false, label: null, summary: '版本、日期和台账概况' },
  dashboard: { writes: false, label: null, summary: '各单位牵头、配合、逾期情况' },
  list_tasks: { writes: false, label: null, summary: '督办事项列表' },
  task_groups: { writes: false, label: null, summary: '把一张列表的事项按单位、文件、时限、状态或到期月份归类计数' },
  list_views: { writes: false, label: null, summary: '保存着的台账视图' },
  save_view: { writes: true, label: '保存视图', summary: '保存一个台账视图：筛选、栏目、归类' },
  remove_view: { writes: true, label: '删除视图', summary: '删除一个台账视图' },
  list_progress: { writes: false, label: null, summary: '各次进展，连同佐证材料和供审核参考的提示' },
  compare_progress: { writes: false, label: null, summary: '一条事项本月与上月的进展对照' },
  save_evidence: { writes: false, label: null, summary: '把一份佐证材料另存为文件' },
  get_task: { writes: false, label: null, summary: '一条督办事项及其出处' },
  get_duty: { writes: false, label: null, summary: '一条定期事项的节奏和各期' },
  calendar: { writes: false, label: null, summary: '一个月里每日到期的事项和要报的期次' },
  timeline: { writes: false, label: null, summary: '一年里每月到期的事项，按文件或单位' },
  overdue_by_unit: { writes: false, label: null, summary: '按单位列出逾期事项' },
  list_due: { writes: false, label: null, summary: '一周、一月或几天之内到期的，按日和单位' },
  list_units: { writes: false, label: null, summary: '全部单位' },
  get_unit: { writes: false, label: null, summary: '一个单位及其别名、按月情况' },
  unit_proposals: { writes: false, label: null, summary: '可能是同一单位的写法' },
  list_notices: { writes: false, label: null, summary: '文件列表' },
  get_notice: { writes: false, label: null, summary: '一份文件的原文和举措' },
  list_versions: { writes: false, label: null, summary: '哪些文件互为版本' },
  compare_versions: { writes: false, label: null, summary: '两个版本的举措对照' },
  account_files: { writes: false, label: null, summary: '文件逐行读成了什么，哪些没有读懂' },
  read_files: { writes: false, label: null, summary: '文件读成了哪些段落和表格' },
  task_in_newer_versions: { writes: false, label: null, summary: '一条督办事项在新版文件中的变化' },
  outdated_readings: { writes: false, label: null, summary: '由旧版规则识读的文件' },
  list_indicators: { writes: false, label: null, summary: '文件和举措中的量化指标' },
  search: { writes: false, label: null, summary: '在文件和督办事项中搜索' },
  suggest: { writes: false, label: null, summary: '补全正在输入的词' },
  history: { writes: false, label: null, summary: '操作记录，最近的在前' },
  changed_since: { writes: false, label: null, summary: '上次看过之后改动了哪些内容' },
  check_store: { writes: false, label: null, summary: '检查台账文件是否完好' },
  mend_store: { writes: true, label: '修复台账', summary: '修复能重新生成或从备份找回的内容，再检查一遍' },
  list_backups: { writes: false, label: null, summary: '备份列表和保留规则' },
  back_up: { writes: false, label: null, summary: '备份台账' },
  preview_restore: { writes: false, label: null, summary: '预演恢复，说明会失去什么' },
  restore: { writes: true, label: '恢复备份', summary: '从备份恢复台账' },
  set_backup_rule: { writes: true, label: '备份规则', summary: '设定备份保留多久' },
  export_all: { writes: false, label: null, summary: '把台账和全部原文件导出为一个归档' },
  list_kept_files: { writes: false, label: null, summary: '台账里保存着的全部文件，已撤销导入的也在内' },
  preview_purge: { writes: false, label: null, summary: '预演彻底清除，说明会失去什么、哪些备份还有' },
  purge: { writes: true, label: '彻底清除文件', summary: '彻底清除文件和由它而来的一切，不能撤销' },
  export: { writes: false, label: null, summary: '导出台账' },
  import: { writes: true, label: '导入文件', summary: '导入文件和文件夹' },
  load_sample: { writes: true, label: '载入示例', summary: '载入随程序附带的示例文件' },
  get_review: { writes: false, label: null, summary: '待审核的文件读成了什么，核对到了哪里' },
  measure_sources: { writes: false, label: null, summary: '一条举措的各项依据哪些原文' },
  keep_review: { writes: false, label: null, summary: '记下核对到了哪里；是草稿，不进操作记录' },
  finish_review: { writes: true, label: '审核导入', summary: '按核对的结果更正、剔除并确认文件，可以只预演' },
  confirm_notices: { writes: true, label: '确认文件', summary: '确认文件，把举措转为督办事项' },
  add_task: { writes: true, label: '新建事项', summary: '登记一条领导批示、会议议定或自行提出的事项' },
  add_progress: { writes: true, label: '登记进展', summary: '登记一次进展，附佐证材料' },
  edit_task: { writes: true, label: '修改事项', summary: '改正一条自行登记的事项填错的地方' },
  correct_measure: { writes: true, label: '更正举措', summary: '更正一条举措读错的地方' },
  new_unit_names: { writes: false, label: null, summary: '这些单位名称中哪些是台账里还没有的，相近的有哪些' },
  judge_doubt: { writes: true, label: '处理疑点', summary: '记下一处疑点是否属实' },
  move_tasks: { writes: true, label: '办理', summary: '推进、退回、中止或恢复督办事项，一条或一批' },
  extend_tasks: { writes: true, label: '延期', summary: '给督办事项新的时限，原时限保留' },
  assign_tasks: { writes: true, label: '改派单位', summary: '改督办事项的牵头、配合单位' },
  name_people: { writes: true, label: '指定人员', summary: '指定督办事项的分管领导、责任人、联系人' },
  settle_periods: { writes: true, label: '登记报送', summary: '登记定期事项的一期已报或免报' },
  set_duty: { writes: true, label: '设定节奏', summary: '设定或更改定期报送的节奏' },
  own_figures: { writes: false, label: null, summary: '从自己的角度看台账：牵头、配合、本周到期' },
  get_settings: { writes: false, label: null, summary: '设置：谁在使用，选用哪些步骤，各灯的界限' },
  list_ways: { writes: false, label: null, summary: '从每种状态可以怎样办理' },
  preview_thresholds: { writes: false, label: null, summary: '改了各灯的界限，各有多少事项' },
  set_settings: { writes: true, label: '设置', summary: '改设置，没有写的各项不变' },
  reread: { writes: true, label: '重新识读', summary: '用现在的规则重新识读已导入的文件' },
  link_versions: { writes: true, label: '设为版本', summary: '把两份文件设为前后版本' },
  unlink_versions: { writes: true, label: '取消版本关系', summary: '取消两份文件的版本关系' },
  retire_version: { writes: true, label: '停办旧版', summary: '新版已确认，停办旧版还在办理的事项，可以只预演' },
  merge_units: { writes: true, label: '合并单位', summary: '把两个单位合并为一个' },
  tell_units_apart: { writes: true, label: '不是同一单位', summary: '记下两个单位不是同一个' },
  undo: { writes: true, label: '撤销', summary: '撤销最近一次操作，或没有后来操作以它为基础的任何一次' },
  redo: { writes: true, label: '重做', summary: '重做最近撤销的操作' },
} as const satisfies Record<string, CommandFacts>

export type CommandName = keyof typeof COMMANDS

/** Every command as a typed function over one `invoke`. */
export function commandsOver(invoke: Invoke) {
  return {
    /** 版本、日期和台账概况 */
    appStatus: () => invoke('app_status', null) as Promise<wire.AppStatus>,
    /** 各单位牵头、配合、逾期情况 */
    dashboard: (request: wire.DashboardRequest) => invoke('dashboard', request) as Promise<wire.Dashboard>,
    /** 督办事项列表 */
    listTasks: (request: wire.TaskQuery) => invoke('list_tasks', request) as Promise<wire.TaskPage>,
    /** 把一张列表的事项按单位、文件、时限、状态或到期月份归类计数 */
    taskGroups: (request: wire.TaskGroupsRequest) => invoke('task_groups', request) as Promise<wire.TaskGroups>,
    /** 保存着的台账视图 */
    listViews: () => invoke('list_views', null) as Promise<wire.LedgerView[]>,
    /** 保存一个台账视图：筛选、栏目、归类 */
    saveView: (request: wire.SaveViewRequest) => invoke('save_view', request) as Promise<wire.LedgerView[]>,
    /** 删除一个台账视图 */
    removeView: (request: wire.ViewRequest) => invoke('remove_view', request) as Promise<wire.LedgerView[]>,
    /** 各次进展，连同佐证材料和供审核参考的提示 */
    listProgress: (request: wire.ProgressQuery) => invoke('list_progress', request) as Promise<wire.ProgressPage>,
    /** 一条事项本月与上月的进展对照 */
    compareProgress: (request: wire.CompareProgressRequest) => invoke('compare_progress', request) as Promise<wire.ComparedProgress>,
    /** 把一份佐证材料另存为文件 */
    saveEvidence: (request: wire.SaveEvidenceRequest) => invoke('save_evidence', request) as Promise<wire.EvidenceInfo>,
    /** 一条督办事项及其出处 */
    getTask: (request: wire.IdRequest) => invoke('get_task', request) as Promise<wire.TaskDetail>,
    /** 一条定期事项的节奏和各期 */
    getDuty: (request: wire.IdRequest) => invoke('get_duty', request) as Promise<wire.DutyInfo | null>,
    /** 一个月里每日到期的事项和要报的期次 */
    calendar: (request: wire.CalendarRequest) => invoke('calendar', request) as Promise<wire.Calendar>,
    /** 一年里每月到期的事项，按文件或单位 */
    timeline: (request: wire.TimelineRequest) => invoke('timeline', request) as Promise<wire.Timeline>,
    /** 按单位列出逾期事项 */
    overdueByUnit: (request: wire.OverdueRequest) => invoke('overdue_by_unit', request) as Promise<wire.OverdueUnit[]>,
    /** 一周、一月或几天之内到期的，按日和单位 */
    listDue: (request: wire.DueRequest) => invoke('list_due', request) as Promise<wire.DueList>,
    /** 全部单位 */
    listUnits: (request: wire.UnitQuery) => invoke('list_units', request) as Promise<wire.UnitFigures[]>,
    /** 一个单位及其别名、按月情况 */
    getUnit: (request: wire.UnitRequest) => invoke('get_unit', request) as Promise<wire.UnitDetail>,
    /** 可能是同一单位的写法 */
    unitProposals: () => invoke('unit_proposals', null) as Promise<wire.UnitProposal[]>,
    /** 文件列表 */
    listNotices: (request: wire.NoticeQuery) => invoke('list_notices', request) as Promise<wire.NoticePage>,
    /** 一份文件的原文和举措 */
    getNotice: (request: wire.IdRequest) => invoke('get_notice', request) as Promise<wire.NoticeDetail>,
    /** 哪些文件互为版本 */
    listVersions: (request: wire.VersionsQuery) => invoke('list_versions', request) as Promise<wire.Versions>,
    /** 两个版本的举措对照 */
    compareVersions: (request: wire.VersionPair) => invoke('compare_versions', request) as Promise<wire.Comparison>,
    /** 文件逐行读成了什么，哪些没有读懂 */
    accountFiles: (request: wire.AccountRequest) => invoke('account_files', request) as Promise<wire.FileAccount[]>,
    /** 文件读成了哪些段落和表格 */
    readFiles: (request: wire.ReadRequest) => invoke('read_files', request) as Promise<wire.FileTree[]>,
    /** 一条督办事项在新版文件中的变化 */
    taskInNewerVersions: (request: wire.IdRequest) => invoke('task_in_newer_versions', request) as Promise<wire.TaskInNewerVersion[]>,
    /** 由旧版规则识读的文件 */
    outdatedReadings: () => invoke('outdated_readings', null) as Promise<wire.OutdatedReadings>,
    /** 文件和举措中的量化指标 */
    listIndicators: (request: wire.IndicatorQuery) => invoke('list_indicators', request) as Promise<wire.IndicatorRow[]>,
    /** 在文件和督办事项中搜索 */
    search: (request: wire.SearchRequest) => invoke('search', request) as Promise<wire.SearchResult>,
    /** 补全正在输入的词 */
    suggest: (request: wire.SuggestRequest) => invoke('suggest', request) as Promise<string[]>,
    /** 操作记录，最近的在前 */
    history: (request: wire.HistoryRequest) => invoke('history', request) as Promise<wire.JournalEntry[]>,
    /** 上次看过之后改动了哪些内容 */
    changedSince: (request: wire.ChangedSinceRequest) => invoke('changed_since', request) as Promise<wire.ChangedSince>,
    /** 检查台账文件是否完好 */
    checkStore: () => invoke('check_store', null) as Promise<wire.CheckReport>,
    /** 修复能重新生成或从备份找回的内容，再检查一遍 */
    mendStore: () => invoke('mend_store', null) as Promise<wire.CheckReport>,
    /** 备份列表和保留规则 */
    listBackups: (request: wire.BackupQuery) => invoke('list_backups', request) as Promise<wire.BackupList>,
    /** 备份台账 */
    backUp: (request: wire.BackUpRequest) => invoke('back_up', request) as Promise<wire.BackedUp>,
    /** 预演恢复，说明会失去什么 */
    previewRestore: (request: wire.RestoreRequest) => invoke('preview_restore', request) as Promise<wire.RestorePreview>,
    /** 从备份恢复台账 */
    restore: (request: wire.RestoreRequest) => invoke('restore', request) as Promise<wire.RestoreReport>,
    /** 设定备份保留多久 */
    setBackupRule: (request: wire.BackupRule) => invoke('set_backup_rule', request) as Promise<wire.BackupList>,
    /** 把台账和全部原文件导出为一个归档 */
    exportAll: (request: wire.ExportAllRequest) => invoke('export_all', request) as Promise<wire.ExportedAll>,
    /** 台账里保存着的全部文件，已撤销导入的也在内 */
    listKeptFiles: () => invoke('list_kept_files', null) as Promise<wire.KeptFile[]>,
    /** 预演彻底清除，说明会失去什么、哪些备份还有 */
    previewPurge: (request: wire.PurgeRequest) => invoke('preview_purge', request) as Promise<wire.PurgePreview>,
    /** 彻底清除文件和由它而来的一切，不能撤销 */
    purge: (request: wire.PurgeRequest) => invoke('purge', request) as Promise<wire.PurgeReport>,
    /** 导出台账 */
    export: (request: wire.ExportRequest) => invoke('export', request) as Promise<wire.ExportFile>,
    /** 导入文件和文件夹 */
    import: (request: wire.ImportRequest) => invoke('import', request) as Promise<wire.ImportReport>,
    /** 载入随程序附带的示例文件 */
    loadSample: (request: wire.SampleRequest) => invoke('load_sample', request) as Promise<wire.ImportReport>,
    /** 待审核的文件读成了什么，核对到了哪里 */
    getReview: (request: wire.ReviewQuery) => invoke('get_review', request) as Promise<wire.Review>,
    /** 一条举措的各项依据哪些原文 */
    measureSources: (request: wire.IdRequest) => invoke('measure_sources', request) as Promise<wire.ProvenanceInfo[]>,
    /** 记下核对到了哪里；是草稿，不进操作记录 */
    keepReview: (request: wire.ReviewDraft) => invoke('keep_review', request) as Promise<wire.ReviewKept>,
    /** 按核对的结果更正、剔除并确认文件，可以只预演 */
    finishReview: (request: wire.FinishReviewRequest) => invoke('finish_review', request) as Promise<wire.ReviewReport>,
    /** 确认文件，把举措转为督办事项 */
    confirmNotices: (request: wire.ConfirmRequest) => invoke('confirm_notices', request) as Promise<wire.ConfirmReport>,
    /** 登记一条领导批示、会议议定或自行提出的事项 */
    addTask: (request: wire.AddTaskRequest) => invoke('add_task', request) as Promise<wire.TaskEntered>,
    /** 登记一次进展，附佐证材料 */
    addProgress: (request: wire.AddProgressRequest) => invoke('add_progress', request) as Promise<wire.ProgressEntry>,
    /** 改正一条自行登记的事项填错的地方 */
    editTask: (request: wire.EditTaskRequest) => invoke('edit_task', request) as Promise<wire.TaskEntered>,
    /** 更正一条举措读错的地方 */
    correctMeasure: (request: wire.CorrectRequest) => invoke('correct_measure', request) as Promise<wire.CorrectReport>,
    /** 这些单位名称中哪些是台账里还没有的，相近的有哪些 */
    newUnitNames: (request: wire.UnitNamesRequest) => invoke('new_unit_names', request) as Promise<wire.NewUnitName[]>,
    /** 记下一处疑点是否属实 */
    judgeDoubt: (request: wire.JudgeRequest) => invoke('judge_doubt', request) as Promise<wire.JudgeReport>,
    /** 推进、退回、中止或恢复督办事项，一条或一批 */
    moveTasks: (request: wire.MoveRequest) => invoke('move_tasks', request) as Promise<wire.MoveReport>,
    /** 给督办事项新的时限，原时限保留 */
    extendTasks: (request: wire.ExtendRequest) => invoke('extend_tasks', request) as Promise<wire.MoveReport>,
    /** 改督办事项的牵头、配合单位 */
    assignTasks: (request: wire.AssignRequest) => invoke('assign_tasks', request) as Promise<wire.MoveReport>,
    /** 指定督办事项的分管领导、责任人、联系人 */
    namePeople: (request: wire.NamePeopleRequest) => invoke('name_people', request) as Promise<wire.MoveReport>,
    /** 登记定期事项的一期已报或免报 */
    settlePeriods: (request: wire.SettleRequest) => invoke('settle_periods', request) as Promise<wire.MoveReport>,
    /** 设定或更改定期报送的节奏 */
    setDuty: (request: wire.SetDutyRequest) => invoke('set_duty', request) as Promise<wire.MoveReport>,
    /** 从自己的角度看台账：牵头、配合、本周到期 */
    ownFigures: () => invoke('own_figures', null) as Promise<wire.OwnFigures>,
    /** 设置：谁在使用，选用哪些步骤，各灯的界限 */
    getSettings: () => invoke('get_settings', null) as Promise<wire.Settings>,
    /** 从每种状态可以怎样办理 */
    listWays: (request: wire.WaysRequest) => invoke('list_ways', request) as Promise<wire.Way[]>,
    /** 改了各灯的界限，各有多少事项 */
    previewThresholds: (request: wire.Thresholds) => invoke('preview_thresholds', request) as Promise<wire.LightPreview[]>,
    /** 改设置，没有写的各项不变 */
    setSettings: (request: wire.SettingsRequest) => invoke('set_settings', request) as Promise<wire.Settings>,
    /** 用现在的规则重新识读已导入的文件 */
    reread: (request: wire.RereadRequest) => invoke('reread', request) as Promise<wire.RereadReport>,
    /** 把两份文件设为前后版本 */
    linkVersions: (request: wire.VersionPair) => invoke('link_versions', request) as Promise<wire.Versions>,
    /** 取消两份文件的版本关系 */
    unlinkVersions: (request: wire.VersionPair) => invoke('unlink_versions', request) as Promise<wire.Versions>,
    /** 新版已确认，停办旧版还在办理的事项，可以只预演 */
    retireVersion: (request: wire.RetireRequest) => invoke('retire_version', request) as Promise<wire.RetireReport>,
    /** 把两个单位合并为一个 */
    mergeUnits: (request: wire.UnitPair) => invoke('merge_units', request) as Promise<wire.UnitPairReport>,
    /** 记下两个单位不是同一个 */
    tellUnitsApart: (request: wire.UnitPair) => invoke('tell_units_apart', request) as Promise<wire.UnitPairReport>,
    /** 撤销最近一次操作，或没有后来操作以它为基础的任何一次 */
    undo: (request: wire.UndoRequest) => invoke('undo', request) as Promise<wire.JournalEntry>,
    /** 重做最近撤销的操作 */
    redo: () => invoke('redo', null) as Promise<wire.JournalEntry>,
  }
}

export type Commands = ReturnType<typeof commandsOver>
