import { describe, expect, it } from 'vitest'
import { dayFault, typedDay } from '@/shared/typedDay'

describe('a day as it is typed', () => {
  it.each([
    ['2022-06-30', '2022-06-30'],
    ['2022-6-3', '2022-06-03'],
    ['2022年6月30日', '2022-06-30'],
    ['2022.6.30', '2022-06-30'],
    ['2022/6/30', '2022-06-30'],
    ['20220630', '2022-06-30'],
    ['２０２２年６月３０日', '2022-06-30'],
    [' 6月30日 ', '2023-06-30'],
    ['6.30', '2023-06-30'],
    ['2022-02-30', '2022-02-30'],
    ['明天', '明天'],
    ['', ''],
  ])('%s', (typed, day) => expect(typedDay(typed, '2023-06-15')).toBe(day))

  it('that is none is told, and one that is none of the calendar is left to the core', () => {
    expect(dayFault('明天')).toContain('“明天”不是日期')
    expect(dayFault('2022-02-30')).toBeUndefined()
    expect(dayFault('')).toBeUndefined()
  })
})
