import { expect, it } from 'vitest'
import { doneSince, timeBefore } from '@/features/dashboard/lastOpened'
import type { JournalEntry } from '@/generated/types'

const entry = (label: string, at: string, told: Partial<JournalEntry> = {}): JournalEntry => ({
  id: at,
  at,
  actor: '张三',
  label,
  summary: '',
  undone: false,
  is_step_back: false,
  ...told,
})

it('what was done since counts what stands, and nothing from before', () =>
  expect(
    doneSince(
      [
        entry('登记进展', '2022-07-02T02:00:00Z'),
        entry('办理', '2022-07-02T01:00:00Z'),
        entry('登记进展', '2022-07-01T09:00:00Z'),
        entry('撤销', '2022-07-01T08:30:00Z', { is_step_back: true }),
        entry('办理', '2022-07-01T08:20:00Z', { undone: true }),
        entry('导入文件', '2022-06-30T08:00:00Z'),
      ],
      '2022-07-01T08:00:00Z',
    ),
  ).toEqual([
    { label: '登记进展', times: 2 },
    { label: '办理', times: 1 },
  ]))

it('a window opened again soon is still the same sitting', () => {
  const [at, earlier] = ['2022-07-02T08:00:00Z', { at: '2022-07-01T08:00:00Z', day: '2022-07-01' }]
  const kept = { at, day: '2022-07-02', before: earlier }
  expect(timeBefore(kept, Date.parse('2022-07-02T08:20:00Z'))).toEqual(earlier)
  expect(timeBefore(kept, Date.parse('2022-07-02T14:00:00Z'))).toEqual({ at, day: '2022-07-02' })
  expect(timeBefore(undefined, 0)).toBeUndefined()
})
