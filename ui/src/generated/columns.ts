// Made by `cargo xtask generate` from crates/commands. Do not edit.
import type { TaskSort } from './types'

/** What every column of the ledger is called, in the list, the drawer and the exports. */
export const HEADINGS = {
  ordinal: '序号',
  notice: '文件',
  document_number: '发文字号',
  region: '地区',
  section: '所在章节',
  number: '条目',
  title: '标题',
  matter: '事项',
  text: '工作内容',
  leads: '牵头单位',
  co_units: '配合单位',
  due: '完成时限',
  due_day: '到期日',
  stages: '各阶段时限',
  status: '办理状态',
  light: '时限状态',
  days_left: '剩余天数',
  leader: '分管领导',
  responsible: '责任人',
  contact: '联系人',
  columns: '其他栏目',
  origin: '来源',
  duty: '定期报送',
  share: '已报进度',
  pace: '进度状态',
  begins: '起算日',
  id: '编号',
} as const

/** A column of the list, with pixels wide (0: what the others leave). */
export interface ListColumn {
  readonly key: string
  readonly title: string
  readonly width: number
  readonly minWidth: number
  readonly sort: TaskSort | null
  /** Whether its cell is drawn here; else it is the text that comes with the row. */
  readonly drawn: boolean
  /** Whether it is shown before a person has chosen columns. */
  readonly usual: boolean
}

/** The columns of the list, from the left. */
export const LIST_COLUMNS = [
  { key: 'light', title: '时限状态', width: 128, minWidth: 118, sort: null, drawn: true, usual: true },
  { key: 'matter', title: '事项', width: 0, minWidth: 280, sort: 'notice', drawn: true, usual: true },
  { key: 'leads', title: '牵头单位', width: 150, minWidth: 80, sort: 'lead', drawn: true, usual: true },
  { key: 'co_units', title: '配合单位', width: 150, minWidth: 80, sort: null, drawn: true, usual: true },
  { key: 'due', title: '完成时限', width: 130, minWidth: 96, sort: 'due', drawn: true, usual: true },
  { key: 'status', title: '办理状态', width: 100, minWidth: 84, sort: 'status', drawn: false, usual: true },
  { key: 'number', title: '条目', width: 100, minWidth: 60, sort: null, drawn: false, usual: false },
  { key: 'notice', title: '文件', width: 200, minWidth: 80, sort: null, drawn: false, usual: false },
  { key: 'region', title: '地区', width: 90, minWidth: 60, sort: null, drawn: false, usual: false },
  { key: 'days_left', title: '剩余天数', width: 90, minWidth: 70, sort: null, drawn: false, usual: false },
] as const satisfies readonly ListColumn[]
