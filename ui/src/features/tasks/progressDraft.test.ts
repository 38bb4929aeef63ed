import { describe, expect, it } from 'vitest'
import {
  correctionOf,
  emptyProgress,
  progressFaults,
  shareOf,
  sizeWords,
  toProgress,
} from '@/features/tasks/progressDraft'
import type { ProgressEntry } from '@/generated/types'

describe('the form of progress', () => {
  it.each([
    ['60', 60],
    ['60%', 60],
    ['６０％', 60],
    [' 0 ', 0],
    ['140', 140],
    ['', undefined],
    ['一半', undefined],
    ['6.5', undefined],
  ])('reads a share typed as %s', (typed, share) => expect(shareOf(typed)).toBe(share))

  it('says at once what it can say without asking', () => {
    expect(progressFaults(emptyProgress())).toEqual({ words: '请写明办了什么。' })
    const draft = { ...emptyProgress(), words: '办了三件', share: '一半', day: '昨天' }
    expect(Object.keys(progressFaults(draft))).toEqual(['share', 'day'])
  })

  it('sends what stands in it', () =>
    expect(toProgress('t1', { ...emptyProgress(), words: ' 办了三件 ', share: '60%' }, [])).toEqual({
      task: 't1',
      unit: null,
      words: '办了三件',
      share: 60,
      difficulty: '',
      next_step: '',
      day: null,
      replaces: null,
      evidence: [],
    }))

  it('begins a correction with what was said', () => {
    const entry = {
      id: 'p1',
      words: '办了三十件',
      share: null,
      day: '2022-05-05',
      unit: null,
    } as ProgressEntry
    expect(correctionOf(entry)).toMatchObject({ words: '办了三十件', share: '', replaces: 'p1', unit: '' })
  })

  it.each([
    [12, '12 字节'],
    [20_480, '20 KB'],
    [3_565_158, '3.4 MB'],
  ])('tells %d bytes', (bytes, words) => expect(sizeWords(bytes)).toBe(words))
})
