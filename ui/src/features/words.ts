// The words of the house for what comes over the wire as codes. One table each, typed by the code: a new code without
// a word does not compile. Statuses and lights are tables of the core.
import type {
  ClaimSubjectCode,
  DeadlineKindCode,
  DoubtStateCode,
  FieldCode,
  LightCode,
  MeasureClassCode,
  NoticeKindCode,
  PaceCode,
  StatusCode,
  TaskSort,
  UnitBasisCode,
} from '@/generated/types'
import { LIGHTS, PACES, ROLES, STATUSES } from '@/generated/words'
import type { Standing } from '@/generated/words'
import { count } from '@/shared/numbers'

/** What each entry of a table of the core says of its code. */
function column<Code extends string, Key extends string>(
  table: readonly (Record<'code', Code> & Record<Key, string>)[],
  key: Key,
): Record<Code, string> {
  return Object.fromEntries(table.map((entry): [string, string] => [entry.code, entry[key]])) as Record<
    Code,
    string
  >
}

export const lightWords = column(LIGHTS, 'word')

const lightMeanings = column(LIGHTS, 'meaning')

/** What a light says of a task, in a sentence, where a task is due soon within so many days. */
export const lightMeaning = (light: LightCode, days: number): string =>
  lightMeanings[light].replace('{days}', count(days))

export const paceWords = column(PACES, 'word')

const paceMeanings = column(PACES, 'meaning')

/** What a progress light says, in a sentence, in an office that allows so many points. */
export const paceMeaning = (pace: PaceCode, points: number): string =>
  paceMeanings[pace].replace('{points}', count(points))

/** In the order a chart stacks them and a filter lists them. */
export const lightOrder: readonly LightCode[] = LIGHTS.map(({ code }) => code)

export const statusWords = column(STATUSES, 'word')

/** What is owed, as a condition of a list. */
export const standingWords: Record<Standing, string> = {
  open: '还没有办结的',
  done: '办结的',
  ended: '停办的',
}

const standings = column(STATUSES, 'standing')

/** Whether something is still owed in a status. */
export const isOpen = (status: StatusCode): boolean => standings[status] === 'open'

/** Where the part of a unit stands: one that has reported nothing has no state of its own. */
export const partWord = (status: StatusCode | null): string =>
  status === null ? '未报' : status === 'submitted' ? '已报' : statusWords[status]

/** What a task that gave way to another has to do with it. */
export function relatedWord(kind: StatusCode, isSuccessor: boolean): string {
  if (kind === 'merged') return isSuccessor ? '并入' : '并入本条的'
  return isSuccessor ? '由此条接替' : '被本条接替的'
}

export const roleWords = column(ROLES, 'word')

export const sortWords: Record<TaskSort, string> = {
  due: '完成时限',
  notice: '文件与序号',
  lead: '牵头单位',
  status: '状态',
}

const fields: Record<FieldCode, string> = {
  title: '标题',
  text: '内容',
  number: '文号',
  issuers: '发文机关',
  dates: '日期',
  leads: '牵头单位',
  co_units: '配合单位',
  deadline: '完成时限',
  people: '责任人',
  region: '地区',
  class: '类别',
  extent: '起止范围',
  dropped: '是否列为事项',
}

const noticeKinds: Record<NoticeKindCode, string> = {
  plan: '方案、计划',
  measures: '若干措施',
  opinions: '意见',
  notice: '通知',
  'detailed-rules': '实施细则',
  regulation: '法规、规章',
  interpretation: '解读',
  list: '清单',
  news: '新闻',
  minutes: '会议纪要',
  reply: '批复',
  letter: '函',
  card: '督办单、交办单',
  information: '告知、报告（不交办事项）',
  other: '其他',
}

const deadlineKinds: Record<DeadlineKindCode, string> = {
  date: '载明日期',
  month: '载明月份',
  quarter: '载明季度或半年',
  year: '载明年份',
  relative: '自某日起算',
  periodic: '定期报送',
  ongoing: '长期坚持',
  immediate: '立行立改',
  none: '未载明期限',
}

export const classes: Record<MeasureClassCode, string> = {
  measure: '举措',
  safeguard: '保障措施',
  embedded: '文中要求',
}

const bases: Record<UnitBasisCode, string> = {
  labelled: '文件写明了牵头与配合',
  'first-listed': '文件只列单位，首位视为牵头',
  section: '取自上级标题',
  row: '取自所在表格行',
  document: '文件统一说明',
  sentence: '取自条文语句',
  none: '文件未写明单位',
}

const doubtStates: Record<DoubtStateCode, string> = {
  open: '待核对',
  accepted: '确有疑问',
  corrected: '已更正',
  dismissed: '原读无误',
}

/** With their measure words, to stand behind a number. */
const claimSubjects: Record<ClaimSubjectCode, string> = { aspects: '个方面', items: '项', measures: '条举措' }

const word =
  <Code extends string>(table: Record<Code, string>) =>
  (code: Code): string =>
    table[code]

export const fieldWord = word(fields)
export const noticeKindWord = word(noticeKinds)
export const deadlineKindWord = word(deadlineKinds)
export const classWord = word(classes)
export const basisWord = word(bases)
export const doubtStateWord = word(doubtStates)
export const claimSubjectWord = word(claimSubjects)

/** 逾期 12 天, 还剩 3 天, 今天到期. */
export function daysLeftWords(days: number): string {
  if (days < 0) return `逾期 ${count(-days)} 天`
  if (days === 0) return '今天到期'
  return `还剩 ${count(days)} 天`
}

/** 市教育局（滨江市）: bodies of different places bear the same name, so a list of names tells the place too. */
export function unitWithRegion({ name, region }: { name: string; region: string | null }): string {
  return region && !name.startsWith(region) ? `${name}（${region}）` : name
}
