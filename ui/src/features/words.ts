// The words of the house for what comes over the wire as codes. One table each, typed by the code.
import type { LightCode, RoleCode, StatusCode, TaskSort } from '@/generated/types'
import { count } from '@/shared/numbers'

export const lightWords: Record<LightCode, string> = {
  overdue: '已逾期',
  due_soon: '30天内到期',
  on_track: '未到期',
  no_deadline: '未载明期限',
  done: '已办结',
}

/** Where there is room for two characters only. */
export const lightShort: Record<LightCode, string> = {
  overdue: '逾期',
  due_soon: '临期',
  on_track: '未到期',
  no_deadline: '无期限',
  done: '办结',
}

/** In the order a chart stacks them and a filter lists them. */
export const lightOrder: readonly LightCode[] = ['overdue', 'due_soon', 'on_track', 'no_deadline', 'done']

export const statusWords: Record<StatusCode, string> = {
  issued: '已交办',
  accepted: '已签收',
  in_progress: '办理中',
  submitted: '待审核',
  completed: '已办结',
  closed: '已销号',
}

export const roleWords: Record<RoleCode, string> = { lead: '牵头', co: '配合' }

export const sortWords: Record<TaskSort, string> = {
  due: '完成时限',
  notice: '文件与序号',
  lead: '牵头单位',
  status: '状态',
}

const fields: Record<string, string> = {
  title: '标题',
  text: '内容',
  number: '文号',
  issuers: '发文机关',
  dates: '日期',
  leads: '牵头单位',
  co_units: '配合单位',
  deadline: '完成时限',
  class: '类别',
  extent: '起止范围',
}

const noticeKinds: Record<string, string> = {
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

const deadlineKinds: Record<string, string> = {
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

const classes: Record<string, string> = { measure: '举措', safeguard: '保障措施', embedded: '文中要求' }

const bases: Record<string, string> = {
  labelled: '文件写明了牵头与配合',
  'first-listed': '文件只列单位，首位视为牵头',
  section: '取自上级标题',
  row: '取自所在表格行',
  document: '文件统一说明',
  sentence: '取自条文语句',
  none: '文件未写明单位',
}

/** With their measure words, to stand behind a number. */
const claimSubjects: Record<string, string> = { aspects: '个方面', items: '项', measures: '条举措' }

/** A code the page does not know yet is shown as it is rather than hidden. */
const word = (table: Record<string, string>) => (code: string) => table[code] ?? code

export const fieldWord = word(fields)
export const noticeKindWord = word(noticeKinds)
export const deadlineKindWord = word(deadlineKinds)
export const classWord = word(classes)
export const basisWord = word(bases)
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
