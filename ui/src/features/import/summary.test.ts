import { describe, expect, it } from 'vitest'
import { claimWords, totals, verdict, verdictWords } from '@/features/import/summary'
import type { FileOutcome } from '@/generated/types'
import { share } from '@/shared/progress'

const outcome = (known: Partial<FileOutcome>): FileOutcome => ({
  file: '通知.txt',
  error: null,
  known: false,
  documents: 0,
  new_documents: 0,
  duplicates: 0,
  measures: 0,
  tasks: 0,
  doubts: 0,
  not_understood: 0,
  warnings: [],
  order_nothing: [],
  claims: [],
  versions: [],
  notices: [],
  repeats: [],
  ...known,
})

describe('what became of a file', () => {
  it.each([
    ['new', outcome({ documents: 2, new_documents: 2 }), 'added', /新增 2 份/],
    [
      'partly known',
      outcome({ documents: 3, new_documents: 1, duplicates: 2 }),
      'added',
      /另有 2 份已在库中/,
    ],
    [
      'the same file again',
      outcome({ known: true, documents: 1, duplicates: 1 }),
      'nothing_new',
      /以前导入过/,
    ],
    ['another file with nothing new', outcome({ documents: 1, duplicates: 1 }), 'nothing_new', /没有新增/],
    ['nothing found', outcome({}), 'empty', /没有找到/],
    ['not read', outcome({ error: '“甲.bin”不是文本。' }), 'failed', /不是文本/],
  ])('%s', (_name, file, kind, words) => {
    expect(verdict(file)).toBe(kind)
    expect(verdictWords(file)).toMatch(words)
  })

  it('adds up', () =>
    expect(
      totals({
        files: [outcome({ new_documents: 1, measures: 344, doubts: 2 }), outcome({ error: '坏了。' })],
        milliseconds: [0, 0, 0],
      }),
    ).toMatchObject({ documents: 1, measures: 344, doubts: 2, failed: 1 }))
})

describe('a claim', () => {
  const claim = { what: 'measures', claimed: 344, raw: '344条改革举措' } as const
  it('is met', () => expect(claimWords({ ...claim, found: 344 })).toMatch(/一致/))
  it('is not met', () => expect(claimWords({ ...claim, found: 340 })).toMatch(/344.*340.*请核对/))
})

describe('progress', () => {
  it.each([
    [undefined, undefined],
    [{ done: 0, total: 0 }, undefined],
    [{ done: 1, total: 3 }, 33],
    [{ done: 9, total: 3 }, 100],
  ])('%o is %s percent', (progress, expected) => expect(share(progress)).toBe(expected))
})
