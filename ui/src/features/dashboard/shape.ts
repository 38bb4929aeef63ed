// What the charts of the overview show, as plain data. draw.ts paints it.
import { addDays, longMonth, monthBounds } from '@/shared/dates'
import type { LightCode, MonthFigures, TaskFigures, UnitFigures } from '@/generated/types'
import type { LedgerFilter } from '@/features/places'

/** How many tasks of each light; they add up to `led`. */
export function lightsOf(figures: TaskFigures): Record<LightCode, number> {
  return {
    overdue: figures.overdue,
    due_soon: figures.due_soon,
    on_track: figures.on_track,
    no_deadline: figures.no_deadline,
    done: figures.done,
    ended: figures.ended,
  }
}

/** The units that owe most: most overdue first, then most due soon, then most led. Units that lead nothing are left out. */
export function worstUnits(units: readonly UnitFigures[], most: number): UnitFigures[] {
  return [...units]
    .filter((unit) => unit.figures.led > 0)
    .sort(
      (a, b) =>
        b.figures.overdue - a.figures.overdue ||
        b.figures.due_soon - a.figures.due_soon ||
        b.figures.led - a.figures.led ||
        a.name.localeCompare(b.name, 'zh'),
    )
    .slice(0, most)
}

export interface MonthBar {
  /** Month number; the first bar and each January also carry the year. */
  readonly label: string
  /** 2022年6月, for the tooltip. */
  readonly name: string
  readonly done: number
  /** Put aside without being done. */
  readonly ended: number
  readonly overdue: number
  readonly open: number
  /** The tasks behind the bar. */
  readonly filter: LedgerFilter
  readonly isCurrent: boolean
}

/** Tasks due before or after the months shown. Bars for them would dwarf all others. */
export interface MonthTail {
  readonly name: string
  readonly due: number
  readonly overdue: number
  readonly filter: LedgerFilter
}

export interface MonthPicture {
  readonly bars: readonly MonthBar[]
  readonly tails: readonly MonthTail[]
}

const MONTHS_BACK = 11
const MONTHS_AHEAD = 12

/** Two years around the day asked, without gaps; what lies before and after is told apart. */
export function monthPicture(months: readonly MonthFigures[], asOf: string): MonthPicture {
  const here = asOf.slice(0, 7)
  const shown: string[] = []
  for (let step = -MONTHS_BACK; step <= MONTHS_AHEAD; step++) shown.push(shiftMonth(here, step))
  const first = shown[0] ?? here
  const last = shown[shown.length - 1] ?? here
  const byMonth = new Map(months.map((month) => [month.month, month]))

  const bars = shown.map((month): MonthBar => {
    const { from, before } = monthBounds(month)
    const { due, done, ended, overdue } = byMonth.get(month) ?? { due: 0, done: 0, ended: 0, overdue: 0 }
    const number = String(Number(month.slice(5)))
    return {
      label: bearsYear(number, month === first) ? `${number}\n${month.slice(0, 4)}` : number,
      name: longMonth(month),
      done,
      ended,
      overdue,
      open: due - done - ended - overdue,
      filter: { due_from: from, due_before: before },
      isCurrent: month === here,
    }
  })
  const tails = [
    tail(
      `${longMonth(first)}以前`,
      months.filter(({ month }) => month < first),
      {
        due_before: monthBounds(first).from,
      },
    ),
    tail(
      `${longMonth(last)}以后`,
      months.filter(({ month }) => month > last),
      {
        due_from: monthBounds(last).before,
      },
    ),
  ]
  return { bars, tails: tails.filter(({ due }) => due > 0) }
}

/** January bears the year, and the first month shown, unless January stands right beside it. */
function bearsYear(number: string, isFirst: boolean): boolean {
  return number === '1' || (isFirst && number !== '12')
}

function tail(name: string, months: readonly MonthFigures[], filter: LedgerFilter): MonthTail {
  const sum = (pick: (month: MonthFigures) => number) => months.reduce((all, month) => all + pick(month), 0)
  return { name, due: sum(({ due }) => due), overdue: sum(({ overdue }) => overdue), filter }
}

function shiftMonth(month: string, count: number): string {
  let day = `${month}-01`
  for (let step = 0; step < Math.abs(count); step++) {
    day = count > 0 ? monthBounds(day.slice(0, 7)).before : `${addDays(day, -1).slice(0, 7)}-01`
  }
  return day.slice(0, 7)
}

export type UnitColumn = 'led' | 'assisted' | 'done' | 'overdue' | 'due_soon' | 'no_deadline'

export function sortUnits(
  units: readonly UnitFigures[],
  by: UnitColumn | 'name',
  ascending: boolean,
): UnitFigures[] {
  const direction = ascending ? 1 : -1
  return [...units].sort((a, b) => {
    if (by === 'name') return direction * a.name.localeCompare(b.name, 'zh')
    return (
      direction * (a.figures[by] - b.figures[by]) ||
      b.figures.led - a.figures.led ||
      a.name.localeCompare(b.name, 'zh')
    )
  })
}
