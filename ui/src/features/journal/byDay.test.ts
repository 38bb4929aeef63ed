import { expect, it } from 'vitest'
import { byDay } from '@/features/journal/byDay'
import type { JournalEntry } from '@/generated/types'

const at = (at: string): JournalEntry => ({
  id: at,
  at,
  actor: '张三',
  label: '导入文件',
  summary: '',
  undone: false,
  is_step_back: false,
})

it('operations stand under the day on which they were made, the latest first', () =>
  expect(
    byDay([at('2026-11-21T11:20:00'), at('2026-11-21T09:05:00'), at('2026-11-20T23:59:00')]).map(
      ({ day, entries }) => [day, ...entries.map(({ time }) => time)],
    ),
  ).toEqual([
    ['2026-11-21', '11:20', '09:05'],
    ['2026-11-20', '23:59'],
  ]))
