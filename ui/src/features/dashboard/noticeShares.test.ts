import { expect, it } from 'vitest'
import { noticeShares } from '@/features/dashboard/noticeShares'
import type { TaskGroup } from '@/generated/types'

const notice = (name: string, count: number, overdue: number, done: number, ended = 0): TaskGroup => ({
  key: name,
  name,
  region: null,
  count,
  overdue,
  done,
  ended,
})

it('what was put aside counts in no share, and the worst notice stands first', () => {
  const shares = noticeShares([notice('甲', 10, 0, 5), notice('乙', 10, 4, 4, 2), notice('丙', 3, 0, 0, 3)])
  expect(shares.map(({ name, counted, share }) => [name, counted, share])).toEqual([
    ['乙', 8, 0.5],
    ['丙', 0, 0],
    ['甲', 10, 0.5],
  ])
})
