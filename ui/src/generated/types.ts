// Made by `cargo xtask generate` from crates/commands. Do not edit.

/**
 * A line of a file.
 */
export type AccountLine = { 
/**
 * Number in the file, counted from 1.
 */
number: number, 
/**
 * Its words.
 */
text: string, };

/**
 * Which files to account for.
 */
export type AccountRequest = { 
/**
 * Files and folders; nothing of them is stored.
 */
sources: Array<ImportSource>, };

/**
 * What was done of a task.
 */
export type AddProgressRequest = { 
/**
 * Id of the task.
 */
task: string, 
/**
 * Id or name of the unit that says so; without it the office itself.
 */
unit: string | null, 
/**
 * What was done.
 */
words: string, 
/**
 * The share done, in percent.
 */
share: number | null, 
/**
 * What is in the way.
 */
difficulty: string, 
/**
 * What comes next.
 */
next_step: string, 
/**
 * The day it is of; without it the present day.
 */
day: string | null, 
/**
 * Id of the entry that it puts right: both stay.
 */
replaces: string | null, 
/**
 * Files that show it.
 */
evidence: Array<ImportSource>, };

/**
 * A task to be entered.
 */
export type AddTaskRequest = { 
/**
 * Its title.
 */
title: string | null, 
/**
 * What is to be done.
 */
text: string, 
/**
 * Who answers.
 */
leads: Array<string>, 
/**
 * Who assists.
 */
co_units: Array<string>, 
/**
 * By when; without it no deadline is stated.
 */
deadline: DeadlineInfo | null, 
/**
 * Where it comes from.
 */
origin: OriginInfo, 
/**
 * The region whose units are meant; without it the one that has units of these names.
 */
region: string | null, 
/**
 * Who is named on it.
 */
people?: PeopleOfTask, };

/**
 * What the window needs to know first.
 */
export type AppStatus = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * Where the store lies on this machine; empty where a front must not know.
 */
store: string, 
/**
 * The day everything is shown as of.
 */
as_of: string, 
/**
 * Whether the store holds the sample data only; then `as_of` defaults to a day in the life of the sample.
 */
sample: boolean, 
/**
 * The day the sample is shown as of, where it is the sample.
 */
sample_as_of: string | null, 
/**
 * How many notices, duplicates not counted.
 */
notices: number, 
/**
 * How many notices wait for a person to confirm their measures.
 */
unconfirmed: number, 
/**
 * How many tasks.
 */
tasks: number, 
/**
 * How many tasks have a notice that names neither day nor year: they count as having been there on every past day.
 */
undated: number, 
/**
 * Who works here; none as long as nobody has said so.
 */
workplace: WorkplaceInfo | null, 
/**
 * From where on lights change.
 */
thresholds: Thresholds, 
/**
 * Which optional steps the office takes.
 */
steps: Array<StatusCode>, 
/**
 * What may be done from each status in an office that takes these steps.
 */
ways: Array<Way>, 
/**
 * Why the backup of the day is missing, where it could not be made.
 */
backup_fault: BackupFault | null, 
/**
 * Grows with every write; a front that sees it change reads again.
 */
revision: number, };

/**
 * What an archive of everything says of itself; each part of it has been compared with its manifest.
 */
export type ArchiveFacts = { 
/**
 * When it was written, RFC 3339.
 */
made_at: string, 
/**
 * How many files as they were handed in.
 */
originals: number, };

/**
 * Other units for tasks. A role that is not named stays as it is.
 */
export type AssignRequest = { 
/**
 * Ids of the tasks.
 */
tasks: Array<string>, 
/**
 * Names of the units that lead.
 */
leads?: Array<string>, 
/**
 * Names of the units that assist.
 */
co_units?: Array<string>, 
/**
 * Why.
 */
reason?: string, 
/**
 * The day it is true from; without it the day the register is worked in.
 */
day?: string, 
/**
 * Whether the others go on where some are refused.
 */
skip_refused?: boolean, };

/**
 * Where a backup goes.
 */
export type BackUpRequest = { 
/**
 * A file on this machine; without it the folder of backups.
 */
to: string | null, };

/**
 * A backup that was made.
 */
export type BackedUp = { 
/**
 * Name of its file; the whole path where the front may know it.
 */
file: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * How many older backups the rule has removed.
 */
removed: number, };

/**
 * A line that orders nothing, and why.
 */
export type BackgroundLine = { 
/**
 * Number in the file, counted from 1.
 */
number: number, 
/**
 * Its words.
 */
text: string, 
/**
 * The reason by name: background.aims.
 */
reason: string, 
/**
 * The reason in a sentence.
 */
why: string, };

/**
 * The backup of the day could not be made.
 */
export type BackupFault = { 
/**
 * When it was tried last, RFC 3339 in UTC.
 */
at: string, 
/**
 * Why, and what to do.
 */
reason: string, };

/**
 * The backups of this register.
 */
export type BackupList = { 
/**
 * The folder of the register on this machine; empty where a front must not know.
 */
register: string, 
/**
 * Where they lie on this machine; empty where a front must not know.
 */
folder: string, 
/**
 * How long they stay.
 */
rule: BackupRule, 
/**
 * The newest first.
 */
backups: Array<BackupRow>, };

/**
 * Which backups are asked for.
 */
export type BackupQuery = { 
/**
 * Whether each is read to the end and compared with what was written.
 */
verify: boolean, };

/**
 * Why a backup was made.
 */
export type BackupReason = "person" | "daily" | "import" | "migration" | "restore" | "purge";

/**
 * A backup.
 */
export type BackupRow = { 
/**
 * Name of its file.
 */
name: string, 
/**
 * When it was made, as RFC 3339 in UTC.
 */
made_at: string, 
/**
 * Why.
 */
reason: BackupReason, 
/**
 * Bytes.
 */
size: number, 
/**
 * How many tasks it holds; unknown when another version of the program has written it.
 */
tasks: number | null, 
/**
 * How many notices.
 */
notices: number | null, 
/**
 * The last operation in it.
 */
last: JournalEntry | null, 
/**
 * An older program has written it; a restore brings it up to date.
 */
is_older: boolean, 
/**
 * Whether it is as it was written: each is verified when it is made; asked for, again now.
 */
verified: boolean, 
/**
 * Why it cannot be read.
 */
fault: string | null, };

/**
 * How long backups stay. Those that a person asked for and the newest stay in any case.
 */
export type BackupRule = { 
/**
 * So many days all of them.
 */
days: number, 
/**
 * Then for so many weeks one a week.
 */
weeks: number, 
/**
 * Until so many months one a month.
 */
months: number, };

/**
 * A month, from the Monday before its first day to the Sunday behind its last.
 */
export type Calendar = { 
/**
 * The month: 2026-11.
 */
month: string, 
/**
 * The first Monday shown.
 */
from: string, 
/**
 * The last Sunday shown.
 */
until: string, 
/**
 * The days with something on them.
 */
days: Array<CalendarDay>, };

/**
 * A day with what is due on it.
 */
export type CalendarDay = { 
/**
 * The day.
 */
day: string, 
/**
 * Its tasks by their lights.
 */
overdue: number, 
/**
 * Due soon.
 */
due_soon: number, 
/**
 * On track.
 */
on_track: number, 
/**
 * Done.
 */
done: number, 
/**
 * Put aside.
 */
ended: number, 
/**
 * Periods of recurring duties that are to be reported by then, beside those that a task is due with.
 */
reports_open: number, 
/**
 * Periods that were reported or left out.
 */
reports_settled: number, };

/**
 * Which month is to be shown.
 */
export type CalendarRequest = { 
/**
 * The month: 2026-11; without it that of the day asked.
 */
month: string | null, 
/**
 * Id or name of a unit that leads or assists.
 */
unit: string | null, 
/**
 * Only of notices of this region.
 */
region: string | null, };

/**
 * What was changed since, by whomever.
 */
export type ChangedSince = { 
/**
 * The revision now.
 */
revision: number, 
/**
 * What answers may be stale of, each once.
 */
nouns: Array<Noun>, };

/**
 * Since when.
 */
export type ChangedSinceRequest = { 
/**
 * The revision that was known: `AppStatus.revision`.
 */
revision: number, };

/**
 * Exact characters of a file.
 */
export type CharacterRange = { 
/**
 * First line, counted from 1.
 */
line: number, 
/**
 * Last line.
 */
last_line: number, 
/**
 * First character on the first line, counted from 0.
 */
from: number, 
/**
 * The character behind the last, on the last line.
 */
to: number, };

/**
 * One thing that was looked at.
 */
export type CheckLine = { 
/**
 * What was looked at.
 */
name: string, 
/**
 * Whether it is as it should be.
 */
ok: boolean, 
/**
 * What was found.
 */
detail: string, };

/**
 * Whether the store is whole.
 */
export type CheckReport = { 
/**
 * Whether nothing is wrong.
 */
ok: boolean, 
/**
 * What was looked at, in words.
 */
checks: Array<CheckLine>, 
/**
 * What was mended before looking, in words.
 */
mended: Array<string>, };

/**
 * A count that a notice states of itself beside the count found.
 */
export type ClaimInfo = { 
/**
 * aspects, items or measures.
 */
what: ClaimSubjectCode, 
/**
 * What the notice says.
 */
claimed: number, 
/**
 * What was found.
 */
found: number, 
/**
 * Its words.
 */
raw: string, };

/**
 * What a notice counts of itself.
 */
export type ClaimSubjectCode = "aspects" | "items" | "measures";

/**
 * A command that was not carried out. Nothing was written.
 */
export type CommandError = { 
/**
 * Only where a front acts on it.
 */
code: ErrorCode | null, 
/**
 * What happened, to what, and what to do.
 */
message: string, 
/**
 * For the log.
 */
detail: string | null, 
/**
 * The field of the request that it is about, where it is about one: `origin.day`.
 */
field: string | null, };

/**
 * Which month is to be put beside the one before.
 */
export type CompareProgressRequest = { 
/**
 * Id of the task.
 */
task: string, 
/**
 * 2022-05; without it the month of the day shown.
 */
month: string | null, };

/**
 * A measure in a comparison.
 */
export type ComparedMeasure = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Id of the task made of it.
 */
task: string | null, 
/**
 * Path of labels.
 */
number: string, 
/**
 * First line.
 */
line: number, 
/**
 * The text; marked is what the other version does not say.
 */
text: Array<Segment>, 
/**
 * Lead units by the names the ledger shows.
 */
leads: Array<string>, 
/**
 * Co-units by the names the ledger shows.
 */
co_units: Array<string>, 
/**
 * Last day allowed.
 */
due: string | null, 
/**
 * Deadline as written.
 */
deadline_raw: string | null, };

/**
 * What was said in a month beside what was said in the month before.
 */
export type ComparedProgress = { 
/**
 * The month before.
 */
earlier: MonthProgress, 
/**
 * The month.
 */
later: MonthProgress, };

/**
 * Two versions, measure by measure.
 */
export type Comparison = { 
/**
 * The earlier one.
 */
older: VersionNotice, 
/**
 * The later one.
 */
newer: VersionNotice, 
/**
 * How many of each sort.
 */
counts: VersionCounts, 
/**
 * In the order of the newer one; what was dropped stands where it stood.
 */
rows: Array<ComparisonRow>, };

/**
 * A row of a comparison: a measure of one version and what became of it in the other.
 */
export type ComparisonRow = { 
/**
 * As it stands in the older version; none when it was added.
 */
older: ComparedMeasure | null, 
/**
 * As it stands in the newer version; none when it was dropped.
 */
newer: ComparedMeasure | null, 
/**
 * The words differ.
 */
wording: boolean, 
/**
 * The units differ.
 */
units: boolean, 
/**
 * The deadline differs.
 */
deadline: boolean, };

/**
 * What became of a confirmation.
 */
export type ConfirmReport = { 
/**
 * Notices confirmed now.
 */
notices: number, 
/**
 * Tasks made of their measures.
 */
tasks: number, };

/**
 * Notices to be confirmed.
 */
export type ConfirmRequest = { 
/**
 * Their ids; none means all that wait.
 */
ids: Array<string>, 
/**
 * Without ids: only those of them whose title, number or issuers contain these words.
 */
words: string | null, };

/**
 * What became of a correction.
 */
export type CorrectReport = { 
/**
 * Fields that hold another value now.
 */
changed: Array<FieldCode>, 
/**
 * Id of the task made of the measure.
 */
task: string | null, 
/**
 * Fields of the task that were changed on their own before, and were left as they are.
 */
kept_on_task: Array<FieldCode>, 
/**
 * Co-units that lead now, and are co-units no more.
 */
taken_from_co_units: Array<string>, 
/**
 * Names of units that nobody had before.
 */
new_units: Array<NewUnitName>, };

/**
 * Fields of a measure to be corrected.
 */
export type CorrectRequest = { 
/**
 * Id of the measure, or of the task made of it.
 */
measure: string, 
/**
 * The values that are right. The value that was read makes an earlier correction void.
 */
fields: Array<MeasureField>, 
/**
 * Fields that hold what was read again.
 */
as_read: Array<FieldCode>, };

/**
 * A field that was corrected.
 */
export type CorrectionInfo = { 
/**
 * What the notice was read as.
 */
read: MeasureField, 
/**
 * What was read, in words.
 */
read_words: string, 
/**
 * What a person says.
 */
corrected: MeasureField, 
/**
 * Which field.
 */
field: FieldCode, 
/**
 * Who.
 */
actor: string, 
/**
 * When.
 */
at: string, };

/**
 * A figure and the list that it counts.
 */
export type CountedList = { 
/**
 * Never changes: led, assisted, open, overdue, due_soon, due_this_week.
 */
key: string, 
/**
 * What it is called: 本周到期.
 */
name: string, 
/**
 * What it counts, in a sentence.
 */
meaning: string, 
/**
 * How many.
 */
count: number, 
/**
 * The list.
 */
query: TaskQuery, };

/**
 * The figures of the office.
 */
export type Dashboard = { 
/**
 * The day the figures hold for.
 */
as_of: string, 
/**
 * All tasks.
 */
totals: TaskFigures, 
/**
 * Tasks that no unit leads.
 */
unassigned: number, 
/**
 * Of a past day: how many of all tasks count as having been there because their notice names neither day nor year.
 */
undated: number, 
/**
 * Per unit, most overdue first.
 */
units: Array<UnitFigures>, 
/**
 * Per month of the due day, in order.
 */
months: Array<MonthFigures>, 
/**
 * Regions met, for the filter.
 */
regions: Array<string>, };

/**
 * What the dashboard is asked.
 */
export type DashboardRequest = { 
/**
 * Only tasks of this notice.
 */
notice: string | null, 
/**
 * Only units and notices of this region.
 */
region: string | null, };

/**
 * A change of deadline.
 */
export type DeadlineFact = { 
/**
 * In words, before.
 */
before_raw: string | null, 
/**
 * Due day before.
 */
before_due: string | null, 
/**
 * In words, from then on.
 */
after_raw: string | null, 
/**
 * Due day from then on.
 */
after_due: string | null, 
/**
 * Whether it gave more time.
 */
is_extension: boolean, 
/**
 * The day it is true from.
 */
day: string, 
/**
 * When it was recorded, as RFC 3339 in UTC.
 */
recorded_at: string, 
/**
 * Who recorded it.
 */
actor: string, 
/**
 * Why.
 */
reason: string, };

/**
 * The deadline a task began with, and what became of it.
 */
export type DeadlineHistory = { 
/**
 * In words, at first.
 */
original_raw: string | null, 
/**
 * Due day at first.
 */
original_due: string | null, 
/**
 * How often it was extended.
 */
extended: number, 
/**
 * Every change, the first one first.
 */
changes: Array<DeadlineFact>, };

/**
 * By when a measure must be done.
 */
export type DeadlineInfo = { 
/**
 * The words of the notice; in a request without them they stay as they are.
 */
raw: string | null, 
/**
 * The last day allowed.
 */
due: string | null, 
/**
 * What kind of time it is.
 */
kind: DeadlineKindCode, };

/**
 * What kind of time a notice states for a measure.
 */
export type DeadlineKindCode = "date" | "month" | "quarter" | "year" | "relative" | "periodic" | "ongoing" | "immediate" | "none";

/**
 * The account of one document.
 */
export type DocumentAccount = { 
/**
 * Its title.
 */
title: string, 
/**
 * First line in the file, counted from 1.
 */
first_line: number, 
/**
 * Last line.
 */
last_line: number, 
/**
 * Each role that occurs, in a fixed order.
 */
shares: Array<RoleShare>, };

/**
 * What a person should look at.
 */
export type DoubtInfo = { 
/**
 * The field: leads, deadline, …
 */
field: FieldCode, 
/**
 * Name of the rule.
 */
rule: string, 
/**
 * The words that cause it.
 */
words: string, 
/**
 * What else they could mean.
 */
alternative: string, 
/**
 * How often such a doubt is right, in percent.
 */
chance: number, 
/**
 * Line in the file that it is about; a doubt about the whole notice has none.
 */
line: number | null, 
/**
 * The exact characters of the file that it is about.
 */
characters: CharacterRange | null, 
/**
 * What a person has said of it.
 */
state: DoubtStateCode, };

/**
 * What a person has said of a doubt.
 */
export type DoubtStateCode = "open" | "accepted" | "corrected" | "dismissed";

/**
 * What is due on one day.
 */
export type DueDay = { 
/**
 * The day.
 */
day: string, 
/**
 * Who leads it, those with most first; what nobody leads last.
 */
units: Array<DueUnit>, };

/**
 * What is due and still owed, day by day.
 */
export type DueList = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * How many tasks; one that several units lead counts once.
 */
total: number, 
/**
 * The days on which something is due, in order.
 */
days: Array<DueDay>, };

/**
 * What is due when, and of whom.
 */
export type DueRequest = { 
/**
 * The week or month of the day shown; without days of one's own.
 */
span: DueSpan, 
/**
 * From this day on.
 */
from: string | null, 
/**
 * Up to this day and with it.
 */
to: string | null, 
/**
 * Id or name of a unit that leads or assists.
 */
unit: string | null, 
/**
 * Only of notices of this region.
 */
region: string | null, };

/**
 * The week or month of the day shown.
 */
export type DueSpan = "week" | "month";

/**
 * What one unit owes on one day.
 */
export type DueUnit = { 
/**
 * Who leads it; none for what nobody leads.
 */
unit: UnitRef | null, 
/**
 * The tasks.
 */
tasks: Array<TaskRow>, };

/**
 * The duty of a task in short.
 */
export type DutyBrief = { 
/**
 * The rule: 每月10日前.
 */
rule: string, 
/**
 * How it stands: 已过 3 期未报；本期 12月10日前，剩 5 天.
 */
words: string, 
/**
 * How many periods passed unreported.
 */
missed: number, 
/**
 * The last day of the period to be reported next whose day has not passed; none at the end.
 */
present_due: string | null, };

/**
 * A duty with its periods.
 */
export type DutyInfo = { 
/**
 * In short.
 */
brief: DutyBrief, 
/**
 * It is owed from this day on.
 */
begins: string, 
/**
 * The last period is that of this day; none without end.
 */
ends: string | null, 
/**
 * Whether the words of the deadline say so.
 */
is_read: boolean, 
/**
 * Its periods, the latest first, with the next that come.
 */
periods: Array<PeriodInfo>, 
/**
 * How many earlier ones there are.
 */
earlier: number, };

/**
 * A task that was entered wrong; what is not given stays as it is.
 */
export type EditTaskRequest = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title; empty for none.
 */
title: string | null, 
/**
 * What is to be done.
 */
text: string | null, 
/**
 * Who answers.
 */
leads: Array<string> | null, 
/**
 * Who assists.
 */
co_units: Array<string> | null, 
/**
 * By when.
 */
deadline: DeadlineInfo | null, 
/**
 * Where it comes from.
 */
origin: OriginInfo | null, };

/**
 * What a front may act on. A failure that no front acts on has no code.
 */
export type ErrorCode = "unknown_command" | "invalid" | "not_found" | "path_not_allowed" | "busy" | "nothing_to_undo" | "register_closed" | "register_out_of_reach" | "register_unreadable";

/**
 * A file that shows what was done.
 */
export type EvidenceInfo = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How many bytes it has.
 */
size: number, };

/**
 * Where everything goes.
 */
export type ExportAllRequest = { 
/**
 * A file on this machine.
 */
to: string, };

/**
 * A file to be saved.
 */
export type ExportFile = { 
/**
 * A name for it.
 */
name: string, 
/**
 * Media type.
 */
media_type: string, 
/**
 * Its text, to be written as UTF-8.
 */
text: string, };

/**
 * The shapes the ledger leaves in.
 */
export type ExportFormat = "jsonl" | "csv";

/**
 * What is to be exported.
 */
export type ExportRequest = { 
/**
 * In which shape.
 */
format: ExportFormat, 
/**
 * Only these tasks, in this order; for the spreadsheet alone.
 */
query?: TaskQuery, 
/**
 * The file on this machine that it is written to; then the answer has no text.
 */
to?: string, };

/**
 * An archive of everything.
 */
export type ExportedAll = { 
/**
 * Bytes.
 */
size: number, 
/**
 * How many files as they were handed in.
 */
originals: number, };

/**
 * Another deadline for tasks.
 */
export type ExtendRequest = { 
/**
 * Ids of the tasks.
 */
tasks: Array<string>, 
/**
 * The last day allowed from now on.
 */
due: string, 
/**
 * In words; without them the day is written out.
 */
raw?: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The day it is true from; without it the day the register is worked in.
 */
day?: string, 
/**
 * Whether the others go on where some are refused.
 */
skip_refused?: boolean, };

/**
 * A field that a rule fills and a doubt is about.
 */
export type FieldCode = "title" | "text" | "number" | "issuers" | "dates" | "leads" | "co_units" | "deadline" | "people" | "region" | "class" | "extent" | "dropped";

/**
 * The account of one file: the roles of all its lines add up to its length.
 */
export type FileAccount = { 
/**
 * File name.
 */
file: string, 
/**
 * A sentence when it could not be read; then everything else is empty.
 */
error: string | null, 
/**
 * Lines there are.
 */
lines: number, 
/**
 * Each role that occurs, in a fixed order.
 */
shares: Array<RoleShare>, 
/**
 * Document by document.
 */
documents: Array<DocumentAccount>, 
/**
 * The lines that order nothing, each with the reason.
 */
background: Array<BackgroundLine>, 
/**
 * The lines that no rule has claimed.
 */
not_understood: Array<AccountLine>, };

/**
 * What became of one file.
 */
export type FileOutcome = { 
/**
 * File name.
 */
file: string, 
/**
 * A sentence when it could not be read; then all counts are 0.
 */
error: string | null, 
/**
 * Whether the very same file had been imported before.
 */
known: boolean, 
/**
 * Documents found.
 */
documents: number, 
/**
 * Of these, new.
 */
new_documents: number, 
/**
 * Of these, known already.
 */
duplicates: number, 
/**
 * Measures of the new documents.
 */
measures: number, 
/**
 * Tasks made.
 */
tasks: number, 
/**
 * Doubts to look at.
 */
doubts: number, 
/**
 * Lines of the file that no rule has claimed.
 */
not_understood: number, 
/**
 * Sentences on new documents that look like ordering ones and gave no or few measures. To be told before all else.
 */
warnings: Array<string>, 
/**
 * Sentences on new documents without measures whose kind orders nothing: what each was taken for, and by what.
 */
order_nothing: Array<string>, 
/**
 * Claims of the new documents.
 */
claims: Array<ClaimInfo>, 
/**
 * Ids of the new notices, in order.
 */
notices: Array<string>, 
/**
 * Ids of the known notices that it holds again.
 */
repeats: Array<string>, 
/**
 * New notices that were taken for versions of known ones.
 */
versions: Array<VersionMet>, };

/**
 * A file as paragraphs and tables.
 */
export type FileTree = { 
/**
 * File name.
 */
file: string, 
/**
 * Why it could not be read.
 */
error: string | null, 
/**
 * Keys and values of the front matter or of the page's own head.
 */
front_matter: Array<FrontMatterField>, 
/**
 * Its pieces in order.
 */
blocks: Array<TreeBlock>, };

/**
 * What is made of a review.
 */
export type FinishReviewRequest = { 
/**
 * Ids of the notices.
 */
notices: Array<string>, 
/**
 * What is said of their measures. Of those that are not named nothing is said, and their doubts stay open.
 */
measures: Array<ReviewedMeasure>, 
/**
 * Whether the notices are confirmed, so that tasks are made of what was not dropped.
 */
confirm: boolean, 
/**
 * Only say what it would do.
 */
rehearse: boolean, };

/**
 * A key of the front matter with its value.
 */
export type FrontMatterField = { 
/**
 * The key.
 */
key: string, 
/**
 * The value.
 */
value: string, };

/**
 * Why an entry may say little: something to look at, and no verdict.
 */
export type HintInfo = { 
/**
 * Which hint it is.
 */
code: string, 
/**
 * In a sentence.
 */
words: string, };

/**
 * Which part of the history is wanted.
 */
export type HistoryRequest = { 
/**
 * Only what concerned this task or notice.
 */
about: string | null, 
/**
 * Only operations of this kind, by their label.
 */
label: string | null, 
/**
 * Only those in whose label, summary or person this is written.
 */
words: string | null, 
/**
 * Only those of this day and later.
 */
from: string | null, 
/**
 * Only those of this day and before.
 */
to: string | null, 
/**
 * Only those before this one: the last of the page that came before.
 */
after: string | null, 
/**
 * How many entries at most; 0 means fifty.
 */
limit: number, };

/**
 * What kind of thing a hit is.
 */
export type HitKind = "notice" | "task";

/**
 * Id of one thing.
 */
export type IdRequest = { 
/**
 * The id.
 */
id: string, };

/**
 * What became of an import.
 */
export type ImportReport = { 
/**
 * File by file.
 */
files: Array<FileOutcome>, 
/**
 * Milliseconds spent reading, extracting and storing, in this order.
 */
milliseconds: [number, number, number], };

/**
 * What to import.
 */
export type ImportRequest = { 
/**
 * Files and folders.
 */
sources: Array<ImportSource>, 
/**
 * Make tasks at once, without a person confirming.
 */
confirm: boolean, 
/**
 * Only say what it would do.
 */
rehearse: boolean, };

/**
 * One file to import.
 */
export type ImportSource = { "path": string } | { "content": { 
/**
 * File name.
 */
name: string, 
/**
 * The bytes in Base64.
 */
base64: string, } };

/**
 * Which way a figure should go.
 */
export type IndicatorAimCode = "at-least" | "at-most" | "about" | "up-by" | "down-by" | "exactly";

/**
 * A figure that must be reached.
 */
export type IndicatorInfo = { 
/**
 * What is counted.
 */
name: string, 
/**
 * The figure as written, digits plain; empty where only words say what is to be reached.
 */
figure: string, 
/**
 * Its unit: 个, %, 亿元.
 */
unit: string, 
/**
 * The words around the figure: 不少于, 达到…以上.
 */
direction: string, 
/**
 * at-least, at-most, about, exactly, up-by or down-by.
 */
aim: IndicatorAimCode, 
/**
 * The figure as one reads it: 达到70%以上.
 */
stated: string, 
/**
 * By when, where the same clause or the head of the column says so.
 */
by: string | null, };

/**
 * Which indicators are wanted.
 */
export type IndicatorQuery = { 
/**
 * Only of this notice.
 */
notice: string | null, };

/**
 * A figure that must be reached, with where it stands.
 */
export type IndicatorRow = { 
/**
 * The figure.
 */
indicator: IndicatorInfo, 
/**
 * Id of the notice.
 */
notice: string, 
/**
 * Title of the notice.
 */
notice_title: string, 
/**
 * Id of the measure; absent for a figure from a table of the notice itself.
 */
measure: string | null, 
/**
 * Id of the task made of the measure.
 */
task: string | null, 
/**
 * Path of labels of the measure.
 */
number: string, 
/**
 * Line of the measure.
 */
line: number | null, 
/**
 * Who answers for the measure, as written.
 */
leads: Array<string>, };

/**
 * One operation of the journal.
 */
export type JournalEntry = { 
/**
 * Id of the operation.
 */
id: string, 
/**
 * When, as RFC 3339 in UTC.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * Name of the operation as the menu shows it: 导入文件.
 */
label: string, 
/**
 * What it was about, in a sentence.
 */
summary: string, 
/**
 * Whether it has been undone.
 */
undone: boolean, 
/**
 * Whether it undid another operation, or did one again.
 */
is_step_back: boolean, };

/**
 * What became of a judgement.
 */
export type JudgeReport = { 
/**
 * Doubts judged.
 */
judged: number, 
/**
 * Doubts of the notice and its measures that nobody has judged.
 */
open: number, };

/**
 * A doubt to be judged.
 */
export type JudgeRequest = { 
/**
 * Id of the measure or its task, or of the notice that the doubt is about.
 */
of: string, 
/**
 * The field.
 */
field: FieldCode, 
/**
 * The rule that doubts. All its doubts about the field are judged alike.
 */
rule: string, 
/**
 * accepted, dismissed, or open again.
 */
state: DoubtStateCode, };

/**
 * A file that the register holds in some way.
 */
export type KeptFile = { 
/**
 * Its id.
 */
id: string, 
/**
 * File name.
 */
name: string, 
/**
 * When it was imported, as RFC 3339 in UTC.
 */
imported_at: string, 
/**
 * Its import was taken back: it stands in no list, but its words are still in the register.
 */
is_undone: boolean, };

/**
 * A view of the ledger under a name: what it shows and how.
 */
export type LedgerView = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Which tasks, in which order.
 */
query: TaskQuery, 
/**
 * The columns from the left, by their keys; none for the usual ones.
 */
columns: Array<string>, 
/**
 * What the tasks are put together by.
 */
grouping: TaskGrouping | null, 
/**
 * Whether rows are of one line.
 */
compact: boolean, };

/**
 * The time light; see `domain::Light`.
 */
export type LightCode = "overdue" | "due_soon" | "on_track" | "no_deadline" | "done" | "ended";

/**
 * How many tasks a light has, and how many it would have.
 */
export type LightPreview = { 
/**
 * The light.
 */
light: LightCode, 
/**
 * By the limits that hold.
 */
now: number, 
/**
 * By those that were asked about.
 */
then: number, };

/**
 * What a line was read as.
 */
export type LineRoleCode = "measure" | "heading" | "metadata" | "background" | "furniture" | "blank" | "not_understood";

/**
 * What part a clause plays in its notice.
 */
export type MeasureClassCode = "measure" | "safeguard" | "embedded";

/**
 * A field of a measure with a value.
 */
export type MeasureField = { "field": "title", "value": string | null } | { "field": "text", "value": string } | { "field": "leads", "value": Array<string> } | { "field": "co_units", "value": Array<string> } | { "field": "deadline", "value": DeadlineInfo } | { "field": "class", "value": MeasureClassCode } | { "field": "people", "value": PeopleInfo } | { "field": "dropped", "value": string | null };

/**
 * A measure in the reader.
 */
export type MeasureInfo = { 
/**
 * Id of the measure.
 */
id: string, 
/**
 * Id of the task made of it.
 */
task: string | null, 
/**
 * Path of labels.
 */
number: string, 
/**
 * Title.
 */
title: string | null, 
/**
 * Text.
 */
text: string, 
/**
 * First line.
 */
line: number, 
/**
 * Last line.
 */
last_line: number, 
/**
 * measure, safeguard or embedded.
 */
class: MeasureClassCode, 
/**
 * Units as written.
 */
leads: Array<string>, 
/**
 * Units as written.
 */
co_units: Array<string>, 
/**
 * Deadline as written.
 */
deadline_raw: string | null, 
/**
 * Last day allowed.
 */
due: string | null, 
/**
 * Kind of deadline.
 */
deadline_kind: DeadlineKindCode, 
/**
 * Leaders and persons named.
 */
people: PeopleInfo, 
/**
 * What to look at.
 */
doubts: Array<DoubtInfo>, 
/**
 * Fields that a person corrected: what stands above is the corrected value.
 */
corrections: Array<CorrectionInfo>, 
/**
 * Whether the notice, read again, holds it no more.
 */
gone: boolean, 
/**
 * Why a person says that it is nothing to be followed; it becomes no task then.
 */
dropped: string | null, };

/**
 * One of several times stated.
 */
export type MilestoneInfo = { 
/**
 * The words.
 */
raw: string, 
/**
 * The day.
 */
due: string, };

/**
 * Tasks by the month they are due.
 */
export type MonthFigures = { 
/**
 * The month: 2022-06.
 */
month: string, 
/**
 * Tasks due in it.
 */
due: number, 
/**
 * Of these, done.
 */
done: number, 
/**
 * Of these, ended without being done: they count in no share.
 */
ended: number, 
/**
 * Of these, overdue as of the day asked.
 */
overdue: number, };

/**
 * What was said in a month.
 */
export type MonthProgress = { 
/**
 * 2022-05.
 */
month: string, 
/**
 * All that was said, with what the other month does not say marked.
 */
text: Array<Segment>, 
/**
 * The share said last.
 */
share: number | null, };

/**
 * What is done with a task.
 */
export type MoveCode = "prepare" | "issue" | "sign" | "submit" | "complete" | "close" | "send_back" | "suspend" | "not_applicable" | "merge" | "supersede" | "resume" | "reopen";

/**
 * What became of tasks that something was to be done with.
 */
export type MoveReport = { 
/**
 * How many it was done with; 0 when some were refused and the others were not to go on.
 */
moved: number, 
/**
 * Those that were refused.
 */
refused: Array<RefusedTask>, 
/**
 * Units that the register did not know before.
 */
new_units: Array<string>, };

/**
 * What is to be done with tasks.
 */
export type MoveRequest = { 
/**
 * Ids of the tasks.
 */
tasks: Array<string>, 
/**
 * What is done.
 */
move: MoveCode, 
/**
 * The day it is true from; without it the day the register is worked in.
 */
day?: string, 
/**
 * Why. Some moves are refused without it.
 */
reason?: string, 
/**
 * Id of the task that takes the place of these.
 */
successor?: string, 
/**
 * Id or name of the unit whose part alone is moved.
 */
unit?: string, 
/**
 * Whether the others go on where some are refused. Without it nothing is done then, and the answer lists them.
 */
skip_refused?: boolean, };

/**
 * Who is to be named on tasks.
 */
export type NamePeopleRequest = { 
/**
 * Ids of the tasks.
 */
tasks: Array<string>, 
/**
 * Who.
 */
people: PeopleOfTask, 
/**
 * Why.
 */
reason?: string, 
/**
 * The day it is true from; without it the day the register is worked in.
 */
day?: string, 
/**
 * Whether the others go on where some are refused.
 */
skip_refused?: boolean, };

/**
 * A name that no unit has yet.
 */
export type NewUnitName = { 
/**
 * The name.
 */
name: string, 
/**
 * Names of units that are like it, the likest first.
 */
nearest: Array<string>, };

/**
 * For commands that ask nothing.
 */
export type Nothing = Record<symbol, never>;

/**
 * How many notices there are that repeat no other.
 */
export type NoticeCounts = { 
/**
 * All of them.
 */
all: number, 
/**
 * Those that wait for a person.
 */
unconfirmed: number, 
/**
 * Those of which a newer version is known.
 */
overtaken: number, };

/**
 * A notice in the reader.
 */
export type NoticeDetail = { 
/**
 * The row of the list.
 */
notice: NoticeRow, 
/**
 * Title of the wrapper.
 */
notice_title: string | null, 
/**
 * First day of force.
 */
effective: string | null, 
/**
 * Last day of force.
 */
expires: string | null, 
/**
 * Who organises it.
 */
organizer: string | null, 
/**
 * Counts it states of itself.
 */
claims: Array<ClaimInfo>, 
/**
 * What to look at in the notice itself.
 */
doubts: Array<DoubtInfo>, 
/**
 * Whether an older reader read it, so that reading it again may find more.
 */
outdated: boolean, 
/**
 * Of a notice without measures whose kind orders nothing: what it was taken for, and by what.
 */
orders_nothing: string | null, 
/**
 * Its lines.
 */
lines: Array<ReaderLine>, 
/**
 * Its measures.
 */
measures: Array<MeasureInfo>, };

/**
 * What sort of document a notice is.
 */
export type NoticeKindCode = "plan" | "measures" | "opinions" | "notice" | "detailed-rules" | "regulation" | "interpretation" | "list" | "news" | "minutes" | "reply" | "letter" | "card" | "information" | "other";

/**
 * A notice to link to.
 */
export type NoticeName = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, };

/**
 * One page of the list of notices.
 */
export type NoticePage = { 
/**
 * How many answer the query in all.
 */
total: number, 
/**
 * Of what waits for a person: measures and open doubts of all that answer the query. 0 in any other list.
 */
waiting_measures: number, 
/**
 * See above.
 */
waiting_doubts: number, 
/**
 * How many there are whatever is asked.
 */
counts: NoticeCounts, 
/**
 * The regions of all notices, in no order.
 */
regions: Array<string>, 
/**
 * The rows of this page.
 */
rows: Array<NoticeRow>, 
/**
 * Ask again with this to get the next page; null at the end.
 */
next: string | null, };

/**
 * Which notices are wanted.
 */
export type NoticeQuery = { 
/**
 * Only this one.
 */
id: string | null, 
/**
 * Title, number or issuers contain these words.
 */
words: string | null, 
/**
 * Only of this region.
 */
region: string | null, 
/**
 * Only what waits for a person.
 */
unconfirmed: boolean, 
/**
 * Only what a newer version is known of.
 */
overtaken: boolean, 
/**
 * Also what repeats another notice.
 */
with_duplicates: boolean, 
/**
 * Order.
 */
sort: NoticeSort, 
/**
 * Last first.
 */
descending: boolean, 
/**
 * Where the page before ended: `NoticePage::next`.
 */
after: string | null, 
/**
 * How many rows at most; 0 means all.
 */
limit: number, };

/**
 * A notice in the list.
 */
export type NoticeRow = { 
/**
 * Id.
 */
id: string, 
/**
 * Title of the plan.
 */
title: string, 
/**
 * Whether the title was put together from the text.
 */
title_inferred: boolean, 
/**
 * 发文字号.
 */
number: string | null, 
/**
 * Issuing bodies.
 */
issuers: Array<string>, 
/**
 * Region.
 */
region: string | null, 
/**
 * Day of issue.
 */
issued: string | null, 
/**
 * plan, measures, opinions, …
 */
kind: NoticeKindCode, 
/**
 * Measures found.
 */
measures: number, 
/**
 * Tasks made of them.
 */
tasks: number, 
/**
 * Doubts that nobody has judged.
 */
doubts: number, 
/**
 * Whether a person has confirmed it.
 */
confirmed: boolean, 
/**
 * Whether a newer version of it is known.
 */
overtaken: boolean, 
/**
 * Source file.
 */
source_file: string, 
/**
 * First line in it.
 */
first_line: number, 
/**
 * Last line in it.
 */
last_line: number, 
/**
 * Printed page.
 */
page: number | null, 
/**
 * Ids of what repeats it elsewhere: file name and first line.
 */
duplicates: Array<string>, };

/**
 * What notices are ordered by.
 */
export type NoticeSort = "added" | "issued" | "measures";

/**
 * What a write changes and answers are made of.
 */
export type Noun = "notice" | "task" | "note" | "unit" | "version" | "setting" | "operation";

/**
 * So many operations of a kind.
 */
export type OperationCount = { 
/**
 * 导入文件
 */
label: string, 
/**
 * How many.
 */
count: number, };

/**
 * In which way a task came about that no notice gave.
 */
export type OriginCode = "instruction" | "meeting" | "hand";

/**
 * Where a task comes from that no notice gave.
 */
export type OriginInfo = { 
/**
 * In which way it came about.
 */
kind: OriginCode, 
/**
 * The words of the instruction, the name of the meeting, or what is to be known of it.
 */
words: string, 
/**
 * Who gave it.
 */
person: string, 
/**
 * The day it was given. The task is owed from then on.
 */
day: string | null, };

/**
 * A file that an older reader read.
 */
export type OutdatedFile = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
file: string, 
/**
 * The version of the reader that read it, as it was kept.
 */
reader: string, 
/**
 * Notices known from it.
 */
notices: number, };

/**
 * Which files an older reader read.
 */
export type OutdatedReadings = { 
/**
 * The version of the reader of this program.
 */
reader: number, 
/**
 * Files that an older one read.
 */
files: Array<OutdatedFile>, };

/**
 * Whose overdue tasks are wanted.
 */
export type OverdueRequest = { 
/**
 * Only of this notice.
 */
notice: string | null, 
/**
 * Only of notices of this region.
 */
region: string | null, 
/**
 * Each unit with all of its overdue tasks. Without them the answer costs the same however many there are; the tasks
 * of one unit are listed page by page by `list_tasks`.
 */
tasks: boolean, };

/**
 * A unit with what it leads and owes.
 */
export type OverdueUnit = { 
/**
 * The unit and its counts; absent for tasks that no unit leads.
 */
unit: UnitFigures | null, 
/**
 * How many of the tasks it leads are overdue.
 */
overdue: number, 
/**
 * These tasks, longest overdue first, where they were asked for.
 */
tasks: Array<TaskRow>, };

/**
 * What the register says from where one works.
 */
export type OwnFigures = { 
/**
 * Who works here; none as long as nobody has said so, and then there are no figures.
 */
workplace: WorkplaceInfo | null, 
/**
 * The figures, each with the list that it counts.
 */
lists: Array<CountedList>, };

/**
 * The progress light; see `domain::Pace`.
 */
export type PaceCode = "behind" | "unreported" | "in_step" | "unmeasured";

/**
 * The part of one unit in a task.
 */
export type PartInfo = { 
/**
 * Id of the unit.
 */
unit: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its role.
 */
role: RoleCode, 
/**
 * Where its part stands; none as long as it has reported nothing.
 */
status: StatusCode | null, 
/**
 * Since when.
 */
since: string | null, 
/**
 * What may be done with it.
 */
moves: Array<MoveCode>, };

/**
 * The people that a notice names on a task.
 */
export type PeopleInfo = { 
/**
 * 分管领导, 牵头领导.
 */
leader: Array<string>, 
/**
 * 责任人.
 */
responsible: Array<string>, 
/**
 * 联系人.
 */
contact: Array<string>, };

/**
 * Whom somebody names, role by role; a role that is not given stays as it is, an empty one is emptied.
 */
export type PeopleOfTask = { 
/**
 * 分管领导.
 */
leader?: Array<PersonInfo>, 
/**
 * 责任人.
 */
responsible?: Array<PersonInfo>, 
/**
 * 联系人.
 */
contact?: Array<PersonInfo>, };

/**
 * A period of a duty.
 */
export type PeriodInfo = { 
/**
 * Its first day, which names it.
 */
period: string, 
/**
 * What it is called: 2026年11月.
 */
name: string, 
/**
 * The last day allowed.
 */
due: string, 
/**
 * How it stands.
 */
state: PeriodState, 
/**
 * The day it was settled.
 */
day: string | null, 
/**
 * Why it was left out.
 */
reason: string, 
/**
 * Who said so.
 */
actor: string, 
/**
 * The entry of progress it was reported with.
 */
progress: string | null, };

/**
 * How a period stands.
 */
export type PeriodState = "done" | "skipped" | "missed" | "present" | "coming";

/**
 * A person.
 */
export type PersonInfo = { 
/**
 * The name.
 */
name: string, 
/**
 * The telephone; may be empty.
 */
telephone: string, };

/**
 * In which capacity a person is named on a task.
 */
export type PersonRoleCode = "leader" | "responsible" | "contact";

/**
 * How far a long command has come.
 */
export type Progress = { 
/**
 * What is being done: 正在读取 003.txt.
 */
message: string, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all.
 */
total: number, };

/**
 * An entry of progress.
 */
export type ProgressEntry = { 
/**
 * Its id.
 */
id: string, 
/**
 * Id of its task.
 */
task: string, 
/**
 * Title of the task, or how its text begins.
 */
task_name: string, 
/**
 * Id of the notice of the task.
 */
notice: string | null, 
/**
 * Title of that notice.
 */
notice_title: string | null, 
/**
 * The day it is of.
 */
day: string, 
/**
 * What was done.
 */
words: string, 
/**
 * The share done, in percent.
 */
share: number | null, 
/**
 * Id of the unit that says so; none for the office itself.
 */
unit: string | null, 
/**
 * Its name.
 */
unit_name: string | null, 
/**
 * What is in the way.
 */
difficulty: string, 
/**
 * What comes next.
 */
next_step: string, 
/**
 * Files that show it.
 */
evidence: Array<EvidenceInfo>, 
/**
 * Why it may say little.
 */
hints: Array<HintInfo>, 
/**
 * Who recorded it.
 */
actor: string, 
/**
 * When, RFC 3339 in UTC.
 */
at: string, 
/**
 * Id of the entry that it puts right.
 */
replaces: string | null, 
/**
 * Id of the entry that put it right.
 */
replaced_by: string | null, };

/**
 * Entries of progress, the latest first.
 */
export type ProgressPage = { 
/**
 * How many answer the query.
 */
total: number, 
/**
 * Those of this page.
 */
entries: Array<ProgressEntry>, 
/**
 * Pass as `after` for the next page; absent on the last.
 */
next: string | null, };

/**
 * Which entries are wanted. Every field narrows; absent fields do not.
 */
export type ProgressQuery = { 
/**
 * Only of this task.
 */
task: string | null, 
/**
 * Only of tasks of this notice.
 */
notice: string | null, 
/**
 * Only by this unit: its id or name.
 */
unit: string | null, 
/**
 * Only with all of these words.
 */
words: string | null, 
/**
 * Of this day or later.
 */
from: string | null, 
/**
 * Of this day or before.
 */
until: string | null, 
/**
 * Where the page before ended: `ProgressPage::next`.
 */
after: string | null, 
/**
 * How many at most; 0 means all.
 */
limit: number, };

/**
 * Where a field came from.
 */
export type ProvenanceInfo = { 
/**
 * The field: leads, deadline, …
 */
field: FieldCode, 
/**
 * Name of the rule.
 */
rule: string, 
/**
 * What the rule does, for the person.
 */
rule_words: string, 
/**
 * The words it read.
 */
words: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * The exact characters of the file, where the words stand in it as they are.
 */
characters: CharacterRange | null, };

/**
 * A repetition that takes the place of a notice that is purged.
 */
export type PurgeHeir = { 
/**
 * The file it stands in.
 */
file: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Tasks that it takes over.
 */
tasks: number, };

/**
 * What a purge removes, and where the files stand besides.
 */
export type PurgePreview = { 
/**
 * Names of the files.
 */
files: Array<string>, 
/**
 * Notices.
 */
notices: number, 
/**
 * Tasks.
 */
tasks: number, 
/**
 * Entries of progress on these tasks.
 */
progress: number, 
/**
 * Units that nothing else speaks of.
 */
units: Array<string>, 
/**
 * Other files in which the same document stands; they stay unless they are purged, too.
 */
repeats: Array<string>, 
/**
 * Repetitions in other files, which take the place of what goes.
 */
heirs: Array<PurgeHeir>, 
/**
 * Backups that hold the files, or of which that cannot be said.
 */
backups: Array<string>, 
/**
 * Other files beside the register, of which the program does not know what they hold.
 */
other_files: Array<string>, };

/**
 * What a purge did.
 */
export type PurgeReport = { 
/**
 * What was removed, and where the files stood besides.
 */
removed: PurgePreview, 
/**
 * Whether the backups were removed, too.
 */
with_backups: boolean, 
/**
 * What could not be done to the end, in sentences.
 */
warnings: Array<string>, };

/**
 * What is to be removed for good.
 */
export type PurgeRequest = { 
/**
 * Files by id, by name, or by the id of a notice in them.
 */
files: Array<string>, 
/**
 * Whether backups that hold them, or of which that cannot be said, are removed, too. One backup is made afterwards.
 */
with_backups: boolean, };

/**
 * Which files to read.
 */
export type ReadRequest = { 
/**
 * Files and folders; nothing of them is stored.
 */
sources: Array<ImportSource>, };

/**
 * A line of the reader.
 */
export type ReaderLine = { 
/**
 * Number in the file.
 */
number: number, 
/**
 * Printed page.
 */
page: number | null, 
/**
 * The text; table cells are joined by U+2003.
 */
text: string, 
/**
 * measure, heading, metadata, background, furniture, blank, not_understood.
 */
role: LineRoleCode, 
/**
 * Why it orders nothing, where it is background.
 */
reason: string | null, 
/**
 * The measure it belongs to.
 */
measure: string | null, };

/**
 * A task that was refused.
 */
export type RefusedTask = { 
/**
 * Its id, as it was asked.
 */
task: string, 
/**
 * Its number and title.
 */
name: string, 
/**
 * Why, in a sentence.
 */
why: string, };

/**
 * Another task that took the place of one, or whose place one took.
 */
export type RelatedTask = { 
/**
 * Id of the other task.
 */
task: string, 
/**
 * Its number and title.
 */
name: string, 
/**
 * Title of its notice.
 */
notice_title: string, 
/**
 * What the one whose place was taken became: merged, superseded.
 */
kind: StatusCode, 
/**
 * Whether the other one is the successor.
 */
is_successor: boolean, 
/**
 * The day it is true from.
 */
day: string, };

/**
 * A field that reads otherwise.
 */
export type RereadField = { 
/**
 * Which.
 */
field: FieldCode, 
/**
 * What was read before.
 */
before: string, 
/**
 * What is read now.
 */
after: string, 
/**
 * What stands in its stead: a correction, or what was changed on the task itself.
 */
stays: Stays | null, };

/**
 * One file read again.
 */
export type RereadFile = { 
/**
 * Its name.
 */
file: string, 
/**
 * A sentence when it could not be read; then nothing was changed.
 */
error: string | null, 
/**
 * The notices known from it, in order.
 */
notices: Array<RereadNotice>, 
/**
 * Titles of notices found in it that were not known. They wait for a person to confirm them.
 */
new_notices: Array<string>, };

/**
 * What becomes of a measure.
 */
export type RereadKind = "added" | "changed" | "gone" | "kept";

/**
 * A measure that is not the same.
 */
export type RereadMeasure = { 
/**
 * What becomes of it.
 */
kind: RereadKind, 
/**
 * Its id.
 */
id: string, 
/**
 * The task made of it.
 */
task: string | null, 
/**
 * Path of labels.
 */
number: string, 
/**
 * Its first line.
 */
line: number, 
/**
 * Its text: that of the new reading, where there is one.
 */
text: string, 
/**
 * What reads otherwise.
 */
fields: Array<RereadField>, };

/**
 * What becomes of one notice.
 */
export type RereadNotice = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Why it was left as it is, where it was.
 */
left_alone: string | null, 
/**
 * What it says of itself and reads otherwise.
 */
facts: Array<RereadField>, 
/**
 * Measures that read the same.
 */
same: number, 
/**
 * Measures that were not known.
 */
added: number, 
/**
 * Measures that read otherwise.
 */
changed: number, 
/**
 * Measures that are not found again.
 */
gone: number, 
/**
 * Of these, those that stay with a mark because a task or a correction hangs on them.
 */
gone_but_kept: number, 
/**
 * Tasks made of added measures.
 */
tasks_added: number, 
/**
 * Doubts that nobody has judged, before.
 */
doubts_before: number, 
/**
 * The same after.
 */
doubts_after: number, 
/**
 * The measures that are not the same.
 */
measures: Array<RereadMeasure>, };

/**
 * What reading again changes, or would change.
 */
export type RereadReport = { 
/**
 * File by file.
 */
files: Array<RereadFile>, 
/**
 * What a person should know beside: that the backup before it failed.
 */
warning: string | null, };

/**
 * What is to be read again.
 */
export type RereadRequest = { 
/**
 * Ids of notices or files; of a notice the whole file is read.
 */
ids: Array<string>, 
/**
 * All files that an older reader read.
 */
all: boolean, 
/**
 * Only say what it would change.
 */
rehearse: boolean, };

/**
 * What a restore would change.
 */
export type RestorePreview = { 
/**
 * Tasks in the register; unknown when it cannot be read.
 */
tasks_now: number | null, 
/**
 * Tasks after the restore.
 */
tasks_then: number, 
/**
 * Notices in the register.
 */
notices_now: number | null, 
/**
 * Notices after the restore.
 */
notices_then: number, 
/**
 * The last operation that the backup holds.
 */
last: JournalEntry | null, 
/**
 * An older program has written the backup; it is brought up to date.
 */
is_older: boolean, 
/**
 * The register cannot be read, so what would be lost cannot be said.
 */
is_unreadable: boolean, 
/**
 * How many operations would be lost, by kind.
 */
lost: Array<OperationCount>, 
/**
 * The latest of them.
 */
lost_entries: Array<JournalEntry>, 
/**
 * How many operations would come back, by kind.
 */
regained: Array<OperationCount>, 
/**
 * What the archive says of itself, where everything comes from one.
 */
archive: ArchiveFacts | null, };

/**
 * What a restore has done.
 */
export type RestoreReport = { 
/**
 * What was changed.
 */
changes: RestorePreview, 
/**
 * Where the register is that was in place before: the name of a backup, or a path where the front may know it.
 */
kept: string | null, };

/**
 * A restore.
 */
export type RestoreRequest = { 
/**
 * From what.
 */
source: RestoreSource, };

/**
 * What to restore from.
 */
export type RestoreSource = { "backup": string } | { "path": string };

/**
 * What became of the tasks of an older version.
 */
export type RetireReport = { 
/**
 * Tasks that are superseded now.
 */
retired: number, 
/**
 * Of these, with one in the newer version that corresponds.
 */
followed: number, 
/**
 * Open tasks that stay as they are.
 */
left: number, 
/**
 * Entries of progress on those with one that corresponds.
 */
progress: number, };

/**
 * An older version whose tasks give way to those of the newer one.
 */
export type RetireRequest = { 
/**
 * Id of the earlier notice.
 */
older: string, 
/**
 * Id of the later one.
 */
newer: string, 
/**
 * Whether what was reported on a task belongs to the one that corresponds, too.
 */
carry_progress: boolean, 
/**
 * Only say what it would do.
 */
rehearse: boolean, };

/**
 * What is to be reviewed, and how far that has come.
 */
export type Review = { 
/**
 * The notices, in the order asked; those that are not there any more are left out.
 */
notices: Array<ReviewedNotice>, 
/**
 * Known notices that came again.
 */
repeats: Array<NoticeName>, 
/**
 * What a person means to say of their measures.
 */
draft: Array<ReviewedMeasure>, 
/**
 * Of the notices that wait, how many are not among these.
 */
left: number, };

/**
 * What is to be found again. An entry without anything said takes away what was kept.
 */
export type ReviewDraft = { 
/**
 * The measures of which something else is said than before.
 */
measures: Array<ReviewedMeasure>, };

/**
 * What was kept.
 */
export type ReviewKept = { 
/**
 * How many entries.
 */
measures: number, };

/**
 * Which notices are reviewed.
 */
export type ReviewQuery = { 
/**
 * Ids of new notices; none means those that wait for a person, the first hundred.
 */
notices: Array<string>, 
/**
 * Ids of known notices that the import held again.
 */
repeats: Array<string>, };

/**
 * What became of a review.
 */
export type ReviewReport = { 
/**
 * Notices confirmed now.
 */
notices: number, 
/**
 * Tasks made.
 */
tasks: number, 
/**
 * The same by the unit that leads them, the busiest first; those nobody leads last.
 */
leads: Array<TasksMade>, 
/**
 * Measures with a value of a person's.
 */
corrected: number, 
/**
 * Measures of which no task is made because a person says so.
 */
dropped: number, 
/**
 * Tasks made with a doubt that nobody has judged.
 */
doubtful: number, 
/**
 * Tasks made without a day.
 */
undated: number, 
/**
 * Names of units that nobody had before.
 */
new_units: Array<NewUnitName>, };

/**
 * What a person says of a measure in a review.
 */
export type ReviewedMeasure = { 
/**
 * Id of the measure.
 */
measure: string, 
/**
 * The values that are right, where others were read; dropped among them.
 */
fields: Array<MeasureField>, 
/**
 * Whether the person has looked at it and lets the rest stand: its doubts are settled by that.
 */
accepted: boolean, };

/**
 * A notice under review.
 */
export type ReviewedNotice = { 
/**
 * The row of the list.
 */
notice: NoticeRow, 
/**
 * Measures with a doubt that nobody has judged.
 */
doubtful: number, 
/**
 * Counts it states of itself.
 */
claims: Array<ClaimInfo>, 
/**
 * Of one without measures whose kind orders nothing: what it was taken for, and by what.
 */
orders_nothing: string | null, 
/**
 * Lines that no rule has claimed.
 */
not_understood: Array<number>, 
/**
 * Notices that it is a version of.
 */
versions: Array<ReviewedVersion>, };

/**
 * Another version of a notice under review.
 */
export type ReviewedVersion = { 
/**
 * Id of the other one.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Whether the notice under review is the newer.
 */
is_newer: boolean, 
/**
 * How they follow one another.
 */
kind: VersionKindCode, };

/**
 * The role of a unit on a task.
 */
export type RoleCode = "lead" | "co";

/**
 * How much of a text was read as one thing.
 */
export type RoleShare = { 
/**
 * measure, heading, metadata, background, furniture, blank or not_understood.
 */
role: LineRoleCode, 
/**
 * Lines.
 */
lines: number, 
/**
 * Characters on these lines, blanks left out.
 */
characters: number, };

/**
 * Which documents that come with the program.
 */
export type SampleCode = "office" | "provinces";

/**
 * Which sample is to be loaded.
 */
export type SampleRequest = { 
/**
 * Which documents.
 */
which: SampleCode, };

/**
 * Which evidence is to be written where.
 */
export type SaveEvidenceRequest = { 
/**
 * Id of the evidence.
 */
id: string, 
/**
 * The file to be written.
 */
to: string, };

/**
 * A view to be kept.
 */
export type SaveViewRequest = { 
/**
 * As it is to be.
 */
view: LedgerView, 
/**
 * The name of the one whose place it takes; without it the name must be new.
 */
replaces: string | null, };

/**
 * One answer to a search.
 */
export type SearchHit = { 
/**
 * What it is.
 */
kind: HitKind, 
/**
 * Id of the task or notice.
 */
id: string, 
/**
 * Title of the notice, or title and place of the task.
 */
title: Array<Segment>, 
/**
 * The words around the first match.
 */
excerpt: Array<Segment>, 
/**
 * Line of the source file to open the reader at.
 */
line: number | null, };

/**
 * What a search asks.
 */
export type SearchRequest = { 
/**
 * Words as typed; blanks between words mean that all must occur.
 */
words: string, 
/**
 * How many hits at most.
 */
limit: number, };

/**
 * Answers to a search, best first.
 */
export type SearchResult = { 
/**
 * How many there are in all.
 */
total: number, 
/**
 * Whether that is their exact number: of very many not each is looked at.
 */
is_exact: boolean, 
/**
 * The best of them.
 */
hits: Array<SearchHit>, 
/**
 * Other words to try, from the dictionary.
 */
suggestions: Array<string>, };

/**
 * A run of text, marked where it answers the search.
 */
export type Segment = { 
/**
 * The characters.
 */
text: string, 
/**
 * Whether they are what was searched.
 */
marked: boolean, };

/**
 * Another rule for tasks.
 */
export type SetDutyRequest = { 
/**
 * Ids of the tasks.
 */
tasks: Array<string>, 
/**
 * In words: 每月10日前; empty for none any more.
 */
rule: string, 
/**
 * It is owed from this day on; without it from the day it is true from.
 */
begins?: string, 
/**
 * The last period is that of this day; without it there is no end.
 */
ends?: string, 
/**
 * Why.
 */
reason?: string, 
/**
 * The day it is true from; without it the day the register is worked in.
 */
day?: string, 
/**
 * Whether the others go on where some are refused.
 */
skip_refused?: boolean, };

/**
 * How the office works.
 */
export type Settings = { 
/**
 * The optional steps that it takes.
 */
steps: Array<StatusCode>, 
/**
 * Who works here; none as long as nobody has said so.
 */
workplace: WorkplaceInfo | null, 
/**
 * From where on lights change.
 */
thresholds: Thresholds, };

/**
 * What is to be set. What is not named stays.
 */
export type SettingsRequest = { 
/**
 * The optional steps that it takes.
 */
steps?: Array<StatusCode>, 
/**
 * Who works here.
 */
workplace?: WorkplaceRequest, 
/**
 * From where on lights change.
 */
thresholds?: Thresholds, };

/**
 * What becomes of periods.
 */
export type SettleRequest = { 
/**
 * Ids of the tasks.
 */
tasks: Array<string>, 
/**
 * What becomes of them.
 */
becomes: Settled, 
/**
 * A day of the period; without it the earliest open one.
 */
period?: string, 
/**
 * All periods whose day has passed, and not only one.
 */
all_missed?: boolean, 
/**
 * What was done, to be kept as progress with the period; of one task.
 */
progress?: string, 
/**
 * The share done, with the progress, in percent.
 */
share?: number, 
/**
 * Why. What is left out needs it.
 */
reason?: string, 
/**
 * The day it is true from; without it the day the register is worked in.
 */
day?: string, 
/**
 * Whether the others go on where some are refused.
 */
skip_refused?: boolean, };

/**
 * What becomes of a period.
 */
export type Settled = "done" | "skipped";

/**
 * A line of a source file.
 */
export type SourceLine = { 
/**
 * Number in the file, from 1.
 */
number: number, 
/**
 * Printed page.
 */
page: number | null, 
/**
 * The text, markup removed.
 */
text: string, };

/**
 * What is owed for a task.
 */
export type StandingCode = "open" | "done" | "ended";

/**
 * The status of a task.
 */
export type StatusCode = "proposed" | "prepared" | "issued" | "in_progress" | "submitted" | "completed" | "closed" | "suspended" | "merged" | "not_applicable" | "superseded";

/**
 * A change of status of a task, or of the part of one of its units.
 */
export type StatusFact = { 
/**
 * Name of the unit whose part it was; none for the task itself.
 */
unit: string | null, 
/**
 * Where it stood before; none where a part had no state of its own.
 */
before: StatusCode | null, 
/**
 * Where it stood from then on.
 */
after: StatusCode, 
/**
 * The day it is true from.
 */
day: string, 
/**
 * When it was recorded, as RFC 3339 in UTC.
 */
recorded_at: string, 
/**
 * Who recorded it.
 */
actor: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Why a field holds something else than what is read.
 */
export type Stays = "corrected" | "on_task";

/**
 * What is being typed into the search box.
 */
export type SuggestRequest = { 
/**
 * The words so far.
 */
words: string, };

/**
 * A task with its source.
 */
export type TaskDetail = { 
/**
 * The row of the ledger.
 */
task: TaskRow, 
/**
 * Id of the measure it was made of; none for a task entered by hand.
 */
measure: string | null, 
/**
 * Whether the notice, read again, holds that measure no more.
 */
gone: boolean, 
/**
 * Fields of the measure that a person corrected.
 */
corrections: Array<CorrectionInfo>, 
/**
 * Enclosing headings, outermost first.
 */
section: Array<string>, 
/**
 * measure, safeguard or embedded.
 */
class: MeasureClassCode, 
/**
 * Which statement named the units.
 */
unit_basis: UnitBasisCode, 
/**
 * Several times stated: words and day.
 */
milestones: Array<MilestoneInfo>, 
/**
 * How long the policy runs, in its words.
 */
validity: string | null, 
/**
 * A day the notice suggests without stating it.
 */
proposed_due: string | null, 
/**
 * Name of the file that its notice stands in.
 */
source_file: string | null, 
/**
 * The lines the measure stands on, with a few around.
 */
source_lines: Array<SourceLine>, 
/**
 * First line of the measure; 0 for a task entered by hand.
 */
first_line: number, 
/**
 * Last line of the measure.
 */
last_line: number, 
/**
 * Where each field came from.
 */
provenance: Array<ProvenanceInfo>, 
/**
 * What to look at.
 */
doubts: Array<DoubtInfo>, 
/**
 * Figures it must reach.
 */
indicators: Array<IndicatorInfo>, 
/**
 * Leaders and persons that its notice names.
 */
people: PeopleInfo, 
/**
 * The columns of the ledger that are lines here: heading and text.
 */
lines: Array<[string, string]>, 
/**
 * Further columns of a task table: heading and text.
 */
columns: Array<[string, string]>, 
/**
 * Its statuses, deadlines, parts, and what may be done with it.
 */
life: TaskLife, 
/**
 * What its own words ask for when it is handed in, done or struck off.
 */
closing_questions: Array<string>, 
/**
 * The operations that touched it, latest first.
 */
history: Array<JournalEntry>, };

/**
 * A task that was entered or put right.
 */
export type TaskEntered = { 
/**
 * Id of the task.
 */
task: string, 
/**
 * Names of units that nobody had before.
 */
new_units: Array<NewUnitName>, };

/**
 * Counts of tasks, of one unit or of all.
 */
export type TaskFigures = { 
/**
 * Tasks led (for all units together: all tasks).
 */
led: number, 
/**
 * Tasks assisted.
 */
assisted: number, 
/**
 * Led tasks completed or closed. The share of what is done is this part of all that are led without the ended ones.
 */
done: number, 
/**
 * Led tasks of which nothing is owed though nothing was done: suspended, merged, superseded, not applicable.
 */
ended: number, 
/**
 * Led tasks past their due day and still owed.
 */
overdue: number, 
/**
 * Led tasks due within the days that the office set.
 */
due_soon: number, 
/**
 * Led tasks due later.
 */
on_track: number, 
/**
 * Led tasks without a due day.
 */
no_deadline: number, };

/**
 * Tasks that have something in common.
 */
export type TaskGroup = { 
/**
 * Id of the unit or notice, code of the light or status, or month (2022-06); none for tasks that have no such thing.
 */
key: string | null, 
/**
 * What it is called.
 */
name: string, 
/**
 * Region of the unit or notice.
 */
region: string | null, 
/**
 * How many tasks.
 */
count: number, 
/**
 * Of these, overdue as of the day asked.
 */
overdue: number, 
/**
 * Of these, done.
 */
done: number, 
/**
 * Of these, ended without being done: they count in no share.
 */
ended: number, };

/**
 * What the tasks of a list are put together by.
 */
export type TaskGrouping = "lead" | "notice" | "light" | "status" | "month";

/**
 * The groups of a list. Their counts are exact, whatever is loaded of it.
 */
export type TaskGroups = { 
/**
 * How many tasks there are in all; less than the counts together where tasks stand under several units.
 */
total: number, 
/**
 * Units and notices with most overdue first, lights and statuses in their order, months as they come.
 */
groups: Array<TaskGroup>, };

/**
 * Which tasks are counted, and by what.
 */
export type TaskGroupsRequest = { 
/**
 * Which tasks; order and page are of no account.
 */
query: TaskQuery, 
/**
 * What they are put together by.
 */
by: TaskGrouping, };

/**
 * What a newer version of its notice says of a task.
 */
export type TaskInNewerVersion = { 
/**
 * The newer notice.
 */
notice: VersionNotice, 
/**
 * How it follows the notice of the task.
 */
kind: VersionKindCode, 
/**
 * The measure of the task, and what became of it.
 */
row: ComparisonRow, };

/**
 * What happened to a task, and what may be done with it.
 */
export type TaskLife = { 
/**
 * What may be done with it now.
 */
moves: Array<Way>, 
/**
 * Every change of status, of its parts too, the first one first.
 */
statuses: Array<StatusFact>, 
/**
 * Its deadline.
 */
deadline: DeadlineHistory, 
/**
 * Its units, leads first.
 */
parts: Array<PartInfo>, 
/**
 * What the units have reported, in words; none as long as none has reported anything of its own.
 */
rollup: string | null, 
/**
 * Tasks that took its place or whose place it took.
 */
related: Array<RelatedTask>, };

/**
 * A page of the ledger.
 */
export type TaskPage = { 
/**
 * How many tasks answer the query in all.
 */
total: number, 
/**
 * Of a past day: how many of these count as having been there because their notice names neither day nor year.
 */
undated: number, 
/**
 * The rows of this page.
 */
rows: Array<TaskRow>, 
/**
 * Pass as `after` for the next page; absent on the last.
 */
next: string | null, };

/**
 * A person on a task.
 */
export type TaskPerson = { 
/**
 * In which capacity.
 */
role: PersonRoleCode, 
/**
 * The name.
 */
name: string, 
/**
 * The telephone; may be empty.
 */
telephone: string, 
/**
 * Whether the notice says so.
 */
is_read: boolean, };

/**
 * Which tasks are wanted. Every field narrows; absent fields do not.
 */
export type TaskQuery = { 
/**
 * Ids or names of units: tasks that one of them is on.
 */
units: Array<string>, 
/**
 * Only where one of these units has this role.
 */
role: RoleCode | null, 
/**
 * Id of a unit that leads them, whatever else is asked of units.
 */
lead: string | null, 
/**
 * Only these statuses.
 */
statuses: Array<StatusCode>, 
/**
 * Only tasks for which this is owed.
 */
standing: StandingCode | null, 
/**
 * Only these lights as of the day asked.
 */
lights: Array<LightCode>, 
/**
 * Only this progress light as of the day asked.
 */
pace: PaceCode | null, 
/**
 * Due on this day or later.
 */
due_from: string | null, 
/**
 * Due before this day.
 */
due_before: string | null, 
/**
 * Only tasks without a due day.
 */
without_due: boolean, 
/**
 * Only of these notices.
 */
notices: Array<string>, 
/**
 * Only tasks that were entered by hand.
 */
by_hand: boolean, 
/**
 * Only of notices of this region.
 */
region: string | null, 
/**
 * Only tasks on which this person is named.
 */
person: string | null, 
/**
 * Only tasks that come back in a rhythm.
 */
recurring: boolean, 
/**
 * Only tasks that no unit leads.
 */
unassigned: boolean, 
/**
 * Only tasks with doubts.
 */
doubtful: boolean, 
/**
 * Only tasks whose notice names neither day nor year, so that they count as having been there on every past day.
 */
undated: boolean, 
/**
 * Text, units or number contain these words.
 */
words: string | null, 
/**
 * Order.
 */
sort: TaskSort, 
/**
 * Last first.
 */
descending: boolean, 
/**
 * Where the page before ended: `TaskPage::next`.
 */
after: string | null, 
/**
 * How many rows at most; 0 means all.
 */
limit: number, };

/**
 * One row of the ledger.
 */
export type TaskRow = { 
/**
 * Id of the task.
 */
id: string, 
/**
 * Id of its notice; none for one entered by hand.
 */
notice: string | null, 
/**
 * Title of its notice.
 */
notice_title: string | null, 
/**
 * Where one that was entered by hand comes from.
 */
origin: OriginInfo | null, 
/**
 * Where it comes from in a few words: the title of its notice, or 领导批示（李明，2022-03-01）.
 */
comes_from: string, 
/**
 * Path of labels in the notice: 二/（一）/3.
 */
number: string, 
/**
 * Title, where it has one.
 */
title: string | null, 
/**
 * What is to be done.
 */
text: string, 
/**
 * Who answers.
 */
leads: Array<UnitRef>, 
/**
 * Who assists.
 */
co_units: Array<UnitRef>, 
/**
 * What comes back in it.
 */
duty: DutyBrief | null, 
/**
 * Who is named on it.
 */
people: Array<TaskPerson>, 
/**
 * Deadline as written.
 */
deadline_raw: string | null, 
/**
 * Last day allowed.
 */
due: string | null, 
/**
 * Kind of deadline, in the words of the export format.
 */
deadline_kind: DeadlineKindCode, 
/**
 * Days left as of the day asked; negative when overdue.
 */
days_left: number | null, 
/**
 * Where it stands.
 */
status: StatusCode, 
/**
 * How it stands against its deadline.
 */
light: LightCode, 
/**
 * Why, in a sentence.
 */
light_reason: string, 
/**
 * How far it is against the time that has passed.
 */
pace: PaceCode, 
/**
 * Why, in a sentence.
 */
pace_reason: string, 
/**
 * The share last reported, in percent.
 */
share: number | null, 
/**
 * The share that the time passed asks for, in percent; none without a beginning and an end.
 */
expected: number | null, 
/**
 * How many doubts a person should look at.
 */
doubts: number, 
/**
 * What the columns of the list say that are nothing but text, by their keys.
 */
cells: { [key in string]: string }, };

/**
 * What the ledger is sorted by.
 */
export type TaskSort = "due" | "notice" | "lead" | "status";

/**
 * Tasks that one unit leads.
 */
export type TasksMade = { 
/**
 * Its name; none where nobody leads.
 */
lead: string | null, 
/**
 * How many.
 */
tasks: number, };

/**
 * From where on lights change.
 */
export type Thresholds = { 
/**
 * A task is due soon when no more than this many days are left.
 */
due_soon_days: number, 
/**
 * A task is behind when the share reported is more than this many points below what the time passed asks for.
 */
behind_points: number, };

/**
 * Twelve months.
 */
export type Timeline = { 
/**
 * The months: 2026-01 …
 */
months: Array<string>, 
/**
 * The rows, those with most overdue first.
 */
rows: Array<TimelineRow>, 
/**
 * How many rows are left out.
 */
more: number, };

/**
 * What is due in one month.
 */
export type TimelineCell = { 
/**
 * Past their day and owed.
 */
overdue: number, 
/**
 * Still to come.
 */
open: number, 
/**
 * Done.
 */
done: number, };

/**
 * By what a timeline has its rows.
 */
export type TimelineOf = "notice" | "unit";

/**
 * Which months are to be shown.
 */
export type TimelineRequest = { 
/**
 * The first month: 2026-01; without it January of the year asked.
 */
from: string | null, 
/**
 * A row for each of these.
 */
by: TimelineOf, 
/**
 * Id or name of a unit that leads or assists.
 */
unit: string | null, 
/**
 * Only of notices of this region.
 */
region: string | null, };

/**
 * A notice or unit along the months.
 */
export type TimelineRow = { 
/**
 * Its id; none for what belongs to none.
 */
id: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * A cell for each month.
 */
cells: Array<TimelineCell>, };

/**
 * One piece of a file.
 */
export type TreeBlock = { 
/**
 * What it is.
 */
kind: TreeBlockKind, 
/**
 * First line of the file, counted from 1.
 */
line: number, 
/**
 * Last line.
 */
last_line: number, 
/**
 * Printed page, where the file marks pages.
 */
page: number | null, 
/**
 * The words of a paragraph.
 */
text: string, 
/**
 * First character of the words on their line, counted from 0.
 */
column: number, 
/**
 * Level of a heading, where the file says so.
 */
level: number | null, 
/**
 * bold, centred, list_item.
 */
style: Array<string>, 
/**
 * The rows of a table.
 */
rows: Array<TreeRow>, };

/**
 * What a piece of a file is.
 */
export type TreeBlockKind = "paragraph" | "table" | "page_break" | "blank" | "front_matter" | "furniture";

/**
 * A cell of a table.
 */
export type TreeCell = { 
/**
 * Its words, paragraphs parted by line feeds.
 */
text: string, 
/**
 * First column, counted from 0.
 */
column: number, 
/**
 * How many columns it takes.
 */
columns: number, 
/**
 * How many rows it takes.
 */
rows: number, 
/**
 * Whether the file marks it as a heading.
 */
is_header: boolean, };

/**
 * A row of a table.
 */
export type TreeRow = { 
/**
 * First line of the file.
 */
line: number, 
/**
 * The cells that begin in it.
 */
cells: Array<TreeCell>, };

/**
 * Which operation is to be undone.
 */
export type UndoRequest = { 
/**
 * Its id; the last one that stands without it.
 */
id: string | null, };

/**
 * Which statement of the notice named the units.
 */
export type UnitBasisCode = "labelled" | "first-listed" | "section" | "row" | "document" | "sentence" | "none";

/**
 * A unit with its spellings.
 */
export type UnitDetail = { 
/**
 * The unit and its counts.
 */
unit: UnitFigures, 
/**
 * Spellings met in notices.
 */
aliases: Array<string>, 
/**
 * Of a past day: how many of its tasks count as having been there because their notice names neither day nor year.
 */
undated: number, 
/**
 * Per month of the due day, of the tasks it leads.
 */
months: Array<MonthFigures>, };

/**
 * A unit with its counts.
 */
export type UnitFigures = { 
/**
 * Id of the unit.
 */
id: string, 
/**
 * Canonical name.
 */
name: string, 
/**
 * Region it belongs to: 杭州市.
 */
region: string | null, 
/**
 * Its tasks.
 */
figures: TaskFigures, };

/**
 * Names of units that a person is about to put into a measure.
 */
export type UnitNamesRequest = { 
/**
 * Id of the measure, or of the task made of it; none for a task that no notice gave.
 */
measure: string | null, 
/**
 * The region whose units are meant; without it and without a measure those of any.
 */
region: string | null, 
/**
 * The names.
 */
names: Array<string>, };

/**
 * Two units, by id or name.
 */
export type UnitPair = { 
/**
 * The unit that becomes a spelling, when they are one.
 */
from: string, 
/**
 * The unit that stays.
 */
into: string, 
/**
 * Where both are looked for by their names.
 */
region: string | null, };

/**
 * What became of a pair of units.
 */
export type UnitPairReport = { 
/**
 * Name of the one.
 */
from_name: string, 
/**
 * Name of the other.
 */
into_name: string, 
/**
 * Tasks that name another unit now.
 */
tasks: number, };

/**
 * A unit that looks like another spelling of a second.
 */
export type UnitProposal = { 
/**
 * Id of the unit that would become a spelling.
 */
from: string, 
/**
 * Its name.
 */
from_name: string, 
/**
 * Tasks that name it.
 */
from_tasks: number, 
/**
 * Id of the unit that would stay.
 */
into: string, 
/**
 * Its name.
 */
into_name: string, 
/**
 * Tasks that name it.
 */
into_tasks: number, 
/**
 * Region of both.
 */
region: string | null, 
/**
 * Why they look like one.
 */
reason: string, };

/**
 * Which units are wanted.
 */
export type UnitQuery = { 
/**
 * Name or alias contains these characters.
 */
words: string | null, 
/**
 * Only units of this region.
 */
region: string | null, };

/**
 * A unit named on a task.
 */
export type UnitRef = { 
/**
 * Id of the canonical unit.
 */
id: string, 
/**
 * Canonical name.
 */
name: string, 
/**
 * What the notice wrote.
 */
written: string, };

/**
 * Which unit is to be shown.
 */
export type UnitRequest = { 
/**
 * Its id or name.
 */
id: string, 
/**
 * Its region, for a name that several regions have.
 */
region?: string, };

/**
 * What became of the measures of the older version.
 */
export type VersionCounts = { 
/**
 * In both, and the same.
 */
same: number, 
/**
 * In both, with anything changed.
 */
changed: number, 
/**
 * Of these, the words.
 */
wording: number, 
/**
 * Of these, the units.
 */
units: number, 
/**
 * Of these, the deadline.
 */
deadline: number, 
/**
 * Only in the newer.
 */
added: number, 
/**
 * Only in the older.
 */
dropped: number, };

/**
 * How two notices came to be linked.
 */
export type VersionKindCode = "draft" | "period" | "revision" | "fuller" | "given";

/**
 * Two notices that are versions of one another.
 */
export type VersionLinkInfo = { 
/**
 * Id of the earlier one.
 */
older: string, 
/**
 * Id of the later one.
 */
newer: string, 
/**
 * How they follow one another.
 */
kind: VersionKindCode, 
/**
 * Why they are taken for versions, in a sentence.
 */
reason: string, 
/**
 * Whether a person says so, and no rule.
 */
by_person: boolean, 
/**
 * Tasks of the older one that are owed still although the newer one is in force; only where the chain of one notice was
 * asked for.
 */
to_retire: number, 
/**
 * What changed; only where the chain of one notice was asked for.
 */
counts: VersionCounts | null, };

/**
 * A version of a known notice that an import met.
 */
export type VersionMet = { 
/**
 * The notice that came in.
 */
notice: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The one that was known.
 */
known: string, 
/**
 * Its title.
 */
known_title: string, 
/**
 * Whether the one that came in is the newer.
 */
is_newer: boolean, 
/**
 * How they follow one another.
 */
kind: VersionKindCode, 
/**
 * Why they are taken for versions.
 */
reason: string, 
/**
 * What changed from the older to the newer.
 */
counts: VersionCounts, };

/**
 * A notice in a chain of versions.
 */
export type VersionNotice = { 
/**
 * Id.
 */
id: string, 
/**
 * Title of the plan.
 */
title: string, 
/**
 * 发文字号.
 */
number: string | null, 
/**
 * Issuing bodies.
 */
issuers: Array<string>, 
/**
 * Day of issue.
 */
issued: string | null, 
/**
 * Measures found.
 */
measures: number, 
/**
 * Tasks made of them.
 */
tasks: number, 
/**
 * Whether a person has confirmed it.
 */
confirmed: boolean, 
/**
 * Source file.
 */
source_file: string, };

/**
 * Two notices, the older first.
 */
export type VersionPair = { 
/**
 * Id of the earlier one.
 */
older: string, 
/**
 * Id of the later one.
 */
newer: string, };

/**
 * Notices and the links between them.
 */
export type Versions = { 
/**
 * The notices, each before what followed it.
 */
notices: Array<VersionNotice>, 
/**
 * The links.
 */
links: Array<VersionLinkInfo>, };

/**
 * Whose versions are wanted.
 */
export type VersionsQuery = { 
/**
 * The chain of this notice, with counts; all links of the register when none is named.
 */
notice: string | null, };

/**
 * A view by its name.
 */
export type ViewRequest = { 
/**
 * What it is called.
 */
name: string, };

/**
 * What may be done with a task of a status, and where it leads.
 */
export type Way = { 
/**
 * The status.
 */
from: StatusCode, 
/**
 * What is done.
 */
move: MoveCode, 
/**
 * The status it leads to.
 */
to: StatusCode, };

/**
 * In which office one asks what may be done.
 */
export type WaysRequest = { 
/**
 * The optional steps that it would take; without them those that it takes.
 */
steps: Array<StatusCode> | null, };

/**
 * What sort of place the register is worked with at.
 */
export type WorkplaceCode = "supervision" | "unit";

/**
 * Who works here.
 */
export type WorkplaceInfo = { 
/**
 * What sort of place it is.
 */
kind: WorkplaceCode, 
/**
 * What it is called: the unit, or 杭州市督查室.
 */
name: string, 
/**
 * Its region.
 */
region: string | null, 
/**
 * The name of its own unit.
 */
unit: string | null, 
/**
 * Id of that unit; none as long as no notice and no task names it.
 */
unit_id: string | null, };

/**
 * Who is to work here from now on.
 */
export type WorkplaceRequest = { 
/**
 * What sort of place it is; none takes back what was said.
 */
kind: WorkplaceCode | null, 
/**
 * Its region.
 */
region: string | null, 
/**
 * Name or another spelling of its own unit, which the register need not know.
 */
unit: string | null, };
