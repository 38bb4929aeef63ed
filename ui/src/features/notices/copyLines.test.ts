import { describe, expect, it } from 'vitest'
import { textBetween } from '@/features/notices/copyLines'

const rows = ['一、主要任务', '（一）简化流程', '由市财政局牵头。']

describe('what is copied of a text', () => {
  it('runs from one place to the other, a row a line', () =>
    expect(textBetween(rows, { row: 0, at: 2 }, { row: 2, at: 5 })).toBe(
      '主要任务\n（一）简化流程\n由市财政局',
    ))
  it('is the same when selected backwards', () =>
    expect(textBetween(rows, { row: 2, at: 1 }, { row: 1, at: 3 })).toBe('简化流程\n由'))
  it('may lie in one row', () =>
    expect(textBetween(rows, { row: 2, at: 4 }, { row: 2, at: 1 })).toBe('市财政'))
})
