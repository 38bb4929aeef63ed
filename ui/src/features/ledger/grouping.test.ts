import { describe, expect, it } from 'vitest'
import { groupedItems, overlapNote, withinGroup } from '@/features/ledger/grouping'
import type { TaskGroup, TaskRow } from '@/generated/types'

const group = (key: string | null, name: string, count: number, overdue = 0): TaskGroup => ({
  key,
  name,
  region: null,
  count,
  overdue,
  done: 0,
  ended: 0,
})
const row = (id: string) => ({ id }) as TaskRow

describe('a group of the ledger', () => {
  it.each([
    ['lead', 'u1', { lead: 'u1' }],
    ['lead', null, { unassigned: true }],
    ['notice', null, { by_hand: true }],
    ['light', 'overdue', { light: 'overdue' }],
    ['month', '2022-06', { due_from: '2022-06-10', due_before: '2022-07-01' }],
    ['month', null, { without_due: true }],
  ] as const)('by %s %s narrows what the list is narrowed to already', (by, key, added) =>
    expect(withinGroup({ due_from: '2022-06-10', words: '改革' }, by, key)).toEqual({
      due_from: '2022-06-10',
      words: '改革',
      ...added,
    }),
  )

  it('tells its own count, however much of it is loaded, and offers the rest', () => {
    const groups = [group('a', '市财政局', 3, 1), group(null, '未明确牵头单位', 1)]
    const items = groupedItems(groups, 'lead', new Set(['a']), () => [row('1'), row('2')])
    expect(items.map((item) => item.key)).toEqual(['group:a', 'a/1', 'a/2', 'rest:a', 'group:'])
    expect(items[0]).toMatchObject({ group: { count: 3, note: '逾期 1', open: true } })
    expect(items[3]).toMatchObject({ count: 1 })
  })

  it('says why the groups are more than the tasks', () => {
    expect(overlapNote([group('a', '甲', 2), group('b', '乙', 2)], 3)).toContain('合计 4 项次')
    expect(overlapNote([group('a', '甲', 2)], 2)).toBeUndefined()
  })
})
