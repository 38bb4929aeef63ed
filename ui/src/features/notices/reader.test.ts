import { describe, expect, it } from 'vitest'
import {
  afterTitle,
  measureAt,
  nextOf,
  notUnderstood,
  readerRows,
  riskiestFirst,
} from '@/features/notices/reader'
import type { MeasureInfo, NoticeDetail, ReaderLine } from '@/generated/types'

const line = (
  number: number,
  role: ReaderLine['role'],
  measure: string | null = null,
  page: number | null = null,
): ReaderLine => ({
  number,
  page,
  text: `第${number}行`,
  role,
  reason: null,
  measure,
})
const measure = (id: string, first: number, last: number): MeasureInfo => ({
  id,
  task: null,
  number: id,
  title: null,
  text: '',
  line: first,
  last_line: last,
  class: 'measure',
  leads: [],
  co_units: [],
  people: { leader: [], responsible: [], contact: [] },
  deadline_raw: null,
  due: null,
  deadline_kind: 'none',
  doubts: [],
  corrections: [],
  gone: false,
  dropped: null,
})
const measures = [measure('a', 3, 4), measure('b', 5, 5)]
const lines = [
  line(1, 'heading', null, 7),
  line(2, 'background', null, 7),
  line(3, 'measure', 'a', 7),
  line(4, 'measure', 'a', 8),
  line(5, 'measure', 'b', 8),
]

describe('the reader', () => {
  const rows = readerRows({ lines, measures } as unknown as NoticeDetail)

  it('marks where a printed page begins', () =>
    expect(rows.map(({ page }) => page)).toEqual([7, null, null, 8, null]))

  it('opens each measure once, on its first line', () =>
    expect(rows.map(({ opens }) => opens?.id)).toEqual([undefined, undefined, 'a', undefined, 'b']))

  it('has a key for each line, also where a source line gives two', () => {
    const twice = readerRows({
      lines: [line(1, 'heading'), line(1, 'measure', 'a')],
      measures,
    } as unknown as NoticeDetail)
    expect(new Set(twice.map(({ key }) => key)).size).toBe(2)
  })

  it.each([
    [4, 'a'],
    [5, 'b'],
    [9, 'b'],
    [1, undefined],
  ])('line %i belongs to or follows measure %s', (at, id) => expect(measureAt(measures, at)?.id).toBe(id))

  it('goes from one line that was not understood to the next, and round', () => {
    const left = notUnderstood([line(4, 'not_understood'), line(5, 'measure'), line(9, 'not_understood')])
    expect(left).toEqual([4, 9])
    expect([nextOf(left, undefined), nextOf(left, 4), nextOf(left, 9), nextOf([], 3)]).toEqual([
      4,
      9,
      4,
      undefined,
    ])
  })
})

describe('doubtful measures', () => {
  const doubted = (id: string, ...chances: number[]): MeasureInfo => ({
    ...measure(id, 1, 1),
    doubts: chances.map((chance) => ({
      field: 'leads',
      rule: '',
      words: '',
      alternative: '',
      line: null,
      characters: null,
      chance,
      state: 'open',
    })),
  })
  it('come the riskiest first, the sure ones not at all', () =>
    expect(
      riskiestFirst([doubted('a', 30), doubted('b'), doubted('c', 10, 80), doubted('d', 30)]).map(
        ({ id }) => id,
      ),
    ).toEqual(['c', 'a', 'd']))
})

describe('a measure under its title', () => {
  it.each([
    ['规范审批', '规范审批。压缩环节。', '压缩环节。'],
    ['规范审批', '规范审批：压缩环节。', '压缩环节。'],
    ['规范审批', '压缩环节。', '压缩环节。'],
    [null, '压缩环节。', '压缩环节。'],
    ['压缩环节。', '压缩环节。', ''],
  ])('%s｜%s leaves %s', (title, text, rest) => expect(afterTitle({ title, text })).toBe(rest))
})
