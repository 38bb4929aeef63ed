import { describe, expect, it } from 'vitest'
import { dayBy, monthBy, spoken, weeks } from '@/features/calendar/calendar'
import type { CalendarDay } from '@/generated/types'

const nothing = {
  overdue: 0,
  due_soon: 0,
  on_track: 0,
  done: 0,
  ended: 0,
  reports_open: 0,
  reports_settled: 0,
}
const day = (text: string, what: Partial<CalendarDay> = {}): CalendarDay => ({
  ...nothing,
  ...what,
  day: text,
})

describe('a month', () => {
  const shown = weeks({
    month: '2026-11',
    from: '2026-10-26',
    until: '2026-12-06',
    days: [day('2026-11-10', { overdue: 2, done: 1, reports_open: 1 })],
  })

  it('has weeks from Monday to Sunday, with the days around it', () => {
    expect(shown.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7])
    expect(shown[0]?.map(({ number, isInside }) => (isInside ? number : -number))).toEqual([
      -26, -27, -28, -29, -30, -31, 1,
    ])
  })

  it('says of a day what is due on it', () => {
    const found = shown.flat().find(({ day: each }) => each === '2026-11-10')
    expect(found?.tasks).toBe(3)
    expect(found && spoken(found)).toBe('11月10日，到期 3 项，其中逾期 2 项，另有 1 期报送')
  })
})

it('months and days are stepped through over the ends of years', () => {
  expect(monthBy('2026-12', 1)).toBe('2027-01')
  expect(monthBy('2026-01', -1)).toBe('2025-12')
  expect(dayBy('ArrowDown', '2026-12-28')).toBe('2027-01-04')
  expect(dayBy('Enter', '2026-12-28')).toBeUndefined()
})
