// A month as weeks of days, from Monday to Sunday, each with what is due on it.
import type { Calendar, CalendarDay } from '@/generated/types'
import { addDays } from '@/shared/dates'

export interface ShownDay {
  readonly day: string
  /** 1 … 31 */
  readonly number: number
  /** Whether it belongs to the month itself. */
  readonly isInside: boolean
  readonly what: CalendarDay | undefined
  /** How many tasks are due on it, whatever their light. */
  readonly tasks: number
}

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const

/** The weeks of a month. */
export function weeks({ month, from, until, days }: Calendar): ShownDay[][] {
  const found = new Map(days.map((day) => [day.day, day]))
  const shown: ShownDay[][] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const what = found.get(day)
    const tasks = what ? what.overdue + what.due_soon + what.on_track + what.done + what.ended : 0
    const cell = { day, number: Number(day.slice(8)), isInside: day.startsWith(month), what, tasks }
    const week = shown.at(-1)
    if (week === undefined || week.length === WEEKDAYS.length) shown.push([cell])
    else week.push(cell)
  }
  return shown
}

/** The month so many months behind another: 2026-12, 1 → 2027-01. */
export function monthBy(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = new Date(Date.UTC(year, number - 1 + by, 1))
  return at.toISOString().slice(0, 7)
}

/** Where an arrow key leads from a day; none for other keys. */
export function dayBy(key: string, day: string): string | undefined {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
  const by = steps[key]
  return by === undefined ? undefined : addDays(day, by)
}

/** What a day is called by a screen reader: 11月10日，到期 3 项，其中逾期 2 项，另有 1 期报送. */
export function spoken({ day, what, tasks }: ShownDay): string {
  const parts = [`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`]
  if (tasks > 0) parts.push(`到期 ${tasks} 项`)
  if (what && what.overdue > 0) parts.push(`其中逾期 ${what.overdue} 项`)
  if (what && what.reports_open > 0) parts.push(`另有 ${what.reports_open} 期报送`)
  return parts.join('，')
}
