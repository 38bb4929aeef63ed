import { describe, expect, it } from 'vitest'
import { cutRanges, marksOf } from '@/features/notices/marks'
import type { ProvenanceInfo, ReaderLine } from '@/generated/types'

const line = (number: number, text: string): ReaderLine => ({
  number,
  page: null,
  text,
  role: 'measure',
  reason: null,
  measure: null,
})
const from = (words: string, at: number, characters: ProvenanceInfo['characters']): ProvenanceInfo => ({
  field: 'leads',
  rule: 'x',
  rule_words: '',
  words,
  line: at,
  characters,
})
const lines = [line(4, '（一）公布清单。（市财'), line(5, '政局牵头）')]

describe('the words a field rests on', () => {
  it('are marked over a line break', () => {
    const place = from('市财政局', 4, { line: 4, last_line: 5, from: 9, to: 2 })
    expect([...marksOf('leads', [place], [], lines)]).toEqual([
      [4, [[9, 11]]],
      [5, [[0, 2]]],
    ])
  })

  it('are looked for where the places are those of a file with markup', () => {
    const place = from('公布清单', 4, { line: 4, last_line: 4, from: 30, to: 34 })
    expect(marksOf('leads', [place], [], lines).get(4)).toEqual([[3, 7]])
  })

  it('are those of this field alone', () => {
    expect(marksOf('deadline', [from('公布清单', 4, null)], [], lines).size).toBe(0)
  })

  it('cut a text', () => {
    expect(cutRanges('甲乙丙丁', [[1, 3]])).toEqual([
      { text: '甲', marked: false },
      { text: '乙丙', marked: true },
      { text: '丁', marked: false },
    ])
  })
})
