// What is to come, week by week and unit by unit, as plain data.
import type { LedgerFilter } from '@/features/places'
import { addDays } from '@/shared/dates'
import type { TaskGroups } from '@/generated/types'

export interface Week {
  readonly from: string
  readonly before: string
  /** Where there is little room, by its Monday: 7.4 */
  readonly short: string
  /** 7月4日至10日 */
  readonly name: string
}

const MONDAY = 1

/** So many weeks from the one a day lies in, each from Monday to Sunday. */
export function weeksFrom(day: string, count: number): Week[] {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay()
  const monday = addDays(day, -((weekday - MONDAY + 7) % 7))
  return Array.from({ length: count }, (_week, at) => {
    const from = addDays(monday, at * 7)
    const short = `${Number(from.slice(5, 7))}.${Number(from.slice(8))}`
    return { from, before: addDays(from, 7), short, name: spanName(from, addDays(from, 6)) }
  })
}

function spanName(from: string, to: string): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${monthDay(from)}至${isOneMonth ? `${Number(to.slice(8))}日` : monthDay(to)}`
}

const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** What is due in a week and still owed. */
export const dueIn = ({ from, before }: Week): LedgerFilter => ({
  standing: 'open',
  due_from: from,
  due_before: before,
})

export interface Load {
  /** Id of the unit; none for tasks that nobody leads. */
  readonly unit: string | null
  readonly name: string
  readonly region: string | null
  /** How many are due in each week. */
  readonly weeks: readonly number[]
  readonly total: number
}

/** The units with most to come first; `weeks` has the groups of each week. */
export function loads(weeks: readonly (TaskGroups | undefined)[], most: number): Load[] {
  const units = new Map<
    string,
    { name: string; region: string | null; unit: string | null; weeks: number[] }
  >()
  weeks.forEach((week, at) => {
    for (const { key, name, region, count } of week?.groups ?? []) {
      const unit = units.get(key ?? '') ?? { unit: key, name, region, weeks: weeks.map(() => 0) }
      unit.weeks[at] = count
      units.set(key ?? '', unit)
    }
  })
  return [...units.values()]
    .map((unit) => ({ ...unit, total: unit.weeks.reduce((all, each) => all + each, 0) }))
    .sort((one, other) => other.total - one.total || one.name.localeCompare(other.name, 'zh'))
    .slice(0, most)
}

/** How dark a cell is, from 0 to 1, beside the fullest one. */
export const heat = (count: number, fullest: number): number =>
  count === 0 || fullest === 0 ? 0 : 0.15 + 0.85 * (count / fullest)
