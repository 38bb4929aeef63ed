import { describe, expect, it } from 'vitest'
import { addDays, isDay, longDay, longMonth, monthBounds } from '@/shared/dates'

describe('civil days', () => {
  it.each([
    ['2022-06-30', '2022年6月30日'],
    ['2022-12-01', '2022年12月1日'],
    ['不是日期', '不是日期'],
  ])('%s is shown as %s', (day, shown) => expect(longDay(day)).toBe(shown))

  it.each([
    ['2022-06-30', 1, '2022-07-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-03-01', -1, '2022-02-28'],
    ['2022-01-01', -1, '2021-12-31'],
  ])('%s moved by %i is %s', (day, count, moved) => expect(addDays(day, count)).toBe(moved))

  it.each([
    ['2022-06', '2022-06-01', '2022-07-01'],
    ['2022-12', '2022-12-01', '2023-01-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
  ])('%s begins on %s and ends before %s', (month, from, before) =>
    expect(monthBounds(month)).toEqual({ from, before }),
  )

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2022-13-01', false],
    ['2022-6-30', false],
    ['', false],
  ])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is))

  it('months lose their leading zero', () => expect(longMonth('2022-06')).toBe('2022年6月'))
})
