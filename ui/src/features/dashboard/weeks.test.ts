import { describe, expect, it } from 'vitest'
import { heat, loads, weeksFrom } from '@/features/dashboard/weeks'
import type { TaskGroup, TaskGroups } from '@/generated/types'

const group = (key: string | null, count: number): TaskGroup => ({
  key,
  name: key ?? '未明确牵头单位',
  region: null,
  count,
  overdue: 0,
  done: 0,
  ended: 0,
})
const groups = (...all: TaskGroup[]): TaskGroups => ({ total: 0, groups: all })

describe('what is to come', () => {
  it('is told by weeks from Monday on, the present one first', () => {
    const [first, second] = weeksFrom('2022-07-03', 2)
    expect(first).toEqual({
      from: '2022-06-27',
      before: '2022-07-04',
      short: '6.27',
      name: '6月27日至7月3日',
    })
    expect(second).toMatchObject({ from: '2022-07-04', name: '7月4日至10日' })
    expect(weeksFrom('2022-07-04', 1)[0]?.from).toBe('2022-07-04')
  })

  it('stands under the units with most first', () => {
    const found = loads([groups(group('甲', 1), group(null, 2)), undefined, groups(group('甲', 4))], 9)
    expect(found.map(({ name, weeks, total }) => [name, weeks, total])).toEqual([
      ['甲', [1, 0, 4], 5],
      ['未明确牵头单位', [2, 0, 0], 2],
    ])
    expect(loads([groups(group('甲', 1), group('乙', 2))], 1)).toHaveLength(1)
  })

  it('is darker where there is more, and nothing where there is none', () => {
    expect(heat(0, 9)).toBe(0)
    expect(heat(9, 9)).toBe(1)
    expect(heat(1, 9)).toBeLessThan(heat(5, 9))
  })
})
