// What reading a notice again changes, in sentences.
import type { RereadFile, RereadKind, RereadNotice, Stays } from '@/generated/types'
import { count } from '@/shared/numbers'

export const kindWords: Record<RereadKind, string> = {
  added: '新增',
  changed: '变动',
  gone: '不再读出',
  kept: '不再读出',
}

export const staysWords: Record<Stays, string> = {
  corrected: '已人工更正，保留更正',
  on_task: '事项另有改动，保留改动',
}

/** What is read again: a file as a whole, for where its notices begin and end is part of the reading. */
export function scope({ file, notices }: Pick<RereadFile, 'file' | 'notices'>): string {
  const together = notices.length > 1 ? `，连同其中全部 ${count(notices.length)} 份文件` : ''
  return `原文件“${file}”整份重读${together}。`
}

/** 不变 12 条，变动 2 条，新增 1 条；待核对的疑点由 5 处变为 3 处。 */
export function summary(notice: RereadNotice): string {
  const { same, changed, added, gone, doubts_before: before, doubts_after: after } = notice
  const parts = [
    `不变 ${count(same)} 条`,
    ...(changed > 0 ? [`变动 ${count(changed)} 条`] : []),
    ...(added > 0 ? [`新增 ${count(added)} 条`] : []),
    ...(gone > 0 ? [`不再读出 ${count(gone)} 条`] : []),
  ]
  const doubts = before === after ? '' : `；待核对的疑点由 ${count(before)} 处变为 ${count(after)} 处`
  return `${parts.join('，')}${doubts}。`
}

/** What the person should know beyond the figures. */
export function effects(notice: RereadNotice): string[] {
  const { tasks_added: tasks, gone_but_kept: kept } = notice
  return [
    ...(tasks > 0 ? [`文件已确认，新增的举措将转为 ${count(tasks)} 项督办事项。`] : []),
    ...(kept > 0 ? [`${count(kept)} 条不再读出的举措已有事项或更正，不会消失，会标出待核对。`] : []),
  ]
}
