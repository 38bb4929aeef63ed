import { describe, expect, it } from 'vitest'
import { grouped, worstFirst } from '@/features/overdue/group'
import type { TaskRow } from '@/generated/types'

const task = (id: string, days: number, ...leads: string[]): TaskRow => ({
  id,
  notice: 'n',
  notice_title: '方案',
  origin: null,
  comes_from: '方案',
  number: id,
  title: null,
  text: id,
  leads: leads.map((name) => ({ id: name, name, written: name })),
  co_units: [],
  duty: null,
  people: [],
  deadline_raw: null,
  due: '2022-06-30',
  deadline_kind: 'month',
  days_left: -days,
  status: 'issued',
  light: 'overdue',
  light_reason: '',
  pace: 'unmeasured',
  pace_reason: '',
  share: null,
  expected: null,
  doubts: 0,
  cells: {},
})

const shape = (rows: TaskRow[], closed: string[] = []) =>
  grouped(rows, new Set(closed)).map((item) =>
    item.kind === 'group'
      ? `${item.group.name} ${item.group.count} 项，${item.group.note}`
      : item.kind === 'task'
        ? item.task.id
        : item.of,
  )

describe('overdue tasks', () => {
  it('stand worst first', () =>
    expect(worstFirst([task('a', 1), task('b', 30), task('c', 30)]).map(({ id }) => id)).toEqual([
      'b',
      'c',
      'a',
    ]))

  it('stand under the unit that answers, the unit with most on top', () =>
    expect(shape([task('a', 9, '甲'), task('b', 1, '乙'), task('c', 5, '乙')])).toEqual([
      '乙 2 项，最长逾期 5 天',
      'c',
      'b',
      '甲 1 项，最长逾期 9 天',
      'a',
    ]))

  it('stand under each of two leads, and under nobody where nobody leads', () =>
    expect(shape([task('a', 2, '甲', '乙'), task('b', 1)])).toEqual(
      expect.arrayContaining([
        '甲 1 项，最长逾期 2 天',
        '乙 1 项，最长逾期 2 天',
        '未明确牵头单位 1 项，最长逾期 1 天',
      ]),
    ))

  it('hide when their group is closed, but are still counted', () =>
    expect(shape([task('a', 2, '甲'), task('b', 1, '甲')], ['甲'])).toEqual(['甲 2 项，最长逾期 2 天']))

  it('have a key of their own in every group', () => {
    const keys = grouped([task('a', 2, '甲', '乙')], new Set()).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
