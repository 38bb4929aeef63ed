// Made by `cargo xtask generate` from crates/commands. Do not edit.
import type { LightCode, StatusCode } from './types'

/** Every status of a task in order, with where an office moves it from there. */
export const STATUSES: readonly {
  readonly code: StatusCode
  readonly word: string
  readonly isDone: boolean
  readonly next: readonly StatusCode[]
}[] = [
  { code: 'issued', word: '已交办', isDone: false, next: ['accepted', 'in_progress'] },
  { code: 'accepted', word: '已签收', isDone: false, next: ['in_progress'] },
  { code: 'in_progress', word: '办理中', isDone: false, next: ['submitted'] },
  { code: 'submitted', word: '待审核', isDone: false, next: ['completed', 'in_progress'] },
  { code: 'completed', word: '已办结', isDone: true, next: ['closed', 'in_progress'] },
  { code: 'closed', word: '已销号', isDone: true, next: [] },
]

/** Every light in order: what it is called in full, and where there is little room. */
export const LIGHTS: readonly { readonly code: LightCode; readonly word: string; readonly short: string }[] = [
  { code: 'overdue', word: '已逾期', short: '逾期' },
  { code: 'due_soon', word: '30天内到期', short: '临期' },
  { code: 'on_track', word: '未到期', short: '未到期' },
  { code: 'no_deadline', word: '未载明期限', short: '无期限' },
  { code: 'done', word: '已办结', short: '办结' },
]
