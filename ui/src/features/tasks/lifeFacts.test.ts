import { expect, it } from 'vitest'
import { lifeFacts } from '@/features/tasks/lifeFacts'
import type { TaskLife } from '@/generated/types'

const recorded = { recorded_at: '2026-11-21T01:00:00Z', actor: '张三' }
const life: TaskLife = {
  moves: [],
  statuses: [
    { unit: null, before: 'in_progress', after: 'completed', day: '2026-11-03', reason: '', ...recorded },
    {
      unit: '市财政局',
      before: null,
      after: 'submitted',
      day: '2026-11-20',
      reason: '材料齐全',
      ...recorded,
    },
  ],
  deadline: {
    original_raw: '10月底前',
    original_due: '2026-10-31',
    extended: 1,
    changes: [
      {
        before_raw: '10月底前',
        before_due: '2026-10-31',
        after_raw: null,
        after_due: '2026-12-31',
        is_extension: true,
        day: '2026-11-10',
        reason: '资金未到',
        ...recorded,
      },
    ],
  },
  parts: [],
  rollup: null,
  related: [],
}

it('what happened to a task is told by the day it is true from, the latest first', () =>
  expect(lifeFacts(life).map(({ day, what, reason }) => `${day} ${what} ${reason}`.trim())).toEqual([
    '2026-11-20 市财政局：未报 → 已报 材料齐全',
    '2026-11-10 延期 2026年10月31日 → 2026年12月31日 资金未到',
    '2026-11-03 办理中 → 已办结',
  ]))
