import { describe, expect, it } from 'vitest'
import { monthPicture, sortUnits, worstUnits } from '@/features/dashboard/shape'
import type { MonthFigures, TaskFigures, UnitFigures } from '@/generated/types'

const none: TaskFigures = {
  led: 0,
  assisted: 0,
  done: 0,
  ended: 0,
  overdue: 0,
  due_soon: 0,
  on_track: 0,
  no_deadline: 0,
}
const unit = (name: string, figures: Partial<TaskFigures>): UnitFigures => ({
  id: name,
  name,
  region: null,
  figures: { ...none, ...figures },
})
const month = (name: string, due: number, done = 0, overdue = 0): MonthFigures => ({
  month: name,
  due,
  done,
  ended: 0,
  overdue,
})

describe('the units that owe most', () => {
  const units = [
    unit('丙', { led: 90 }),
    unit('甲', { led: 5, overdue: 3 }),
    unit('乙', { led: 9, overdue: 3, due_soon: 1 }),
    unit('丁', { assisted: 40 }),
  ]

  it('stand by overdue, then due soon, then led; who leads nothing is left out', () =>
    expect(worstUnits(units, 9).map(({ name }) => name)).toEqual(['乙', '甲', '丙']))

  it('are no more than asked for', () => expect(worstUnits(units, 1)).toHaveLength(1))

  it('sort by any column, both ways', () => {
    expect(sortUnits(units, 'led', false).map(({ name }) => name)).toEqual(['丙', '乙', '甲', '丁'])
    expect(sortUnits(units, 'assisted', false)[0]?.name).toBe('丁')
    expect(sortUnits(units, 'overdue', true)[0]?.figures.overdue).toBe(0)
  })
})

describe('tasks by month', () => {
  const picture = monthPicture(
    [
      month('2020-12', 4, 1, 3),
      month('2021-01', 2),
      month('2022-06', 9, 5, 4),
      month('2022-07', 3),
      month('2025-12', 87),
    ],
    '2022-07-01',
  )

  it('shows two years around the day without gaps', () => {
    expect(picture.bars).toHaveLength(24)
    expect(picture.bars[0]?.name).toBe('2021年8月')
    expect(picture.bars[23]?.name).toBe('2023年7月')
    expect(picture.bars.filter(({ isCurrent }) => isCurrent).map(({ name }) => name)).toEqual(['2022年7月'])
  })

  it('splits each month into done, overdue and open, and leads to its tasks', () => {
    const june = picture.bars.find(({ name }) => name === '2022年6月')
    expect(june).toMatchObject({
      done: 5,
      overdue: 4,
      open: 0,
      filter: { due_from: '2022-06-01', due_before: '2022-07-01' },
    })
  })

  it('names the year where it begins', () =>
    expect(picture.bars.map(({ label }) => label).filter((label) => label.includes('\n'))).toEqual([
      '8\n2021',
      '1\n2022',
      '1\n2023',
    ]))

  it('leaves the year out where the next January would be written over', () =>
    expect(
      monthPicture([], '2022-11-21')
        .bars.slice(0, 2)
        .map(({ label }) => label),
    ).toEqual(['12', '1\n2022']))

  it('tells what lies before and after apart, so that nothing is lost', () => {
    expect(picture.tails).toEqual([
      { name: '2021年8月以前', due: 6, overdue: 3, filter: { due_before: '2021-08-01' } },
      { name: '2023年7月以后', due: 87, overdue: 0, filter: { due_from: '2023-08-01' } },
    ])
    const shown = picture.bars.reduce((all, { done, overdue, open }) => all + done + overdue + open, 0)
    expect(shown + 6 + 87).toBe(105)
  })
})
