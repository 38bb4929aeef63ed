import { describe, expect, it } from 'vitest'
import { lastStanding } from '@/features/journal/takeBack'
import type { JournalEntry } from '@/generated/types'

const entry = (label: string, undone = false, isStepBack = false): JournalEntry => ({
  id: label,
  at: '2026-11-21T01:00:00Z',
  actor: '本机用户',
  label,
  summary: '',
  undone,
  is_step_back: isStepBack,
})

describe('what undo would take back', () => {
  it('is the latest that stands', () =>
    expect(lastStanding([entry('确认文件'), entry('导入文件')])?.label).toBe('确认文件'))

  it('is never an undo, and never what has been taken back', () =>
    expect(
      lastStanding([entry('撤销', false, true), entry('确认文件', true), entry('导入文件')])?.label,
    ).toBe('导入文件'))

  it('is never a mending', () =>
    expect(lastStanding([entry('修复台账'), entry('导入文件')])?.label).toBe('导入文件'))

  it('is nothing when all has been taken back', () =>
    expect(lastStanding([entry('撤销', false, true), entry('导入文件', true)])).toBeUndefined())
})
