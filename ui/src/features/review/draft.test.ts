import { describe, expect, it } from 'vitest'
import {
  alikeTo,
  inOrder,
  laidOver,
  nextWaiting,
  progressOf,
  stateOf,
  withField,
  withFields,
} from '@/features/review/draft'
import type { DoubtInfo, MeasureField, MeasureInfo, ReviewedMeasure } from '@/generated/types'

const doubt = (chance: number): DoubtInfo => ({
  field: 'leads',
  rule: 'x',
  words: '',
  alternative: '可能',
  chance,
  state: 'open',
  line: null,
  characters: null,
})
const measure = (id: string, known: Partial<MeasureInfo> = {}): MeasureInfo => ({
  id,
  task: null,
  number: id,
  title: null,
  text: id,
  line: 1,
  last_line: 1,
  class: 'measure',
  leads: ['市财政局'],
  co_units: [],
  deadline_raw: '6月底前',
  due: '2026-06-30',
  deadline_kind: 'month',
  people: { leader: [], responsible: [], contact: [] },
  doubts: [],
  corrections: [],
  gone: false,
  dropped: null,
  ...known,
})
const said = (...entries: ReviewedMeasure[]) => new Map(entries.map((entry) => [entry.measure, entry]))
const leads: MeasureField = { field: 'leads', value: ['市审计局'] }
const ids = (measures: readonly MeasureInfo[]) => measures.map(({ id }) => id)

describe('the measures under review', () => {
  const measures = inOrder([
    measure('a'),
    measure('b', { doubts: [doubt(20)] }),
    measure('c'),
    measure('d', { doubts: [doubt(80)] }),
    measure('e', { gone: true }),
  ])

  it('stand with the doubtful first, the riskiest before the others; what is gone is not shown', () => {
    expect(ids(measures)).toEqual(['d', 'b', 'a', 'c'])
  })

  it('are gone through doubts first, and end when something is said of all', () => {
    const accepted = (id: string): ReviewedMeasure => ({ measure: id, fields: [], accepted: true })
    expect(nextWaiting(measures, said(), 'a')?.id).toBe('d')
    expect(nextWaiting(measures, said(accepted('d'), accepted('b')), 'b')?.id).toBe('a')
    const all = ['a', 'b', 'c', 'd'].map(accepted)
    expect(nextWaiting(measures, said(...all), 'c')).toBeUndefined()
    expect(progressOf(measures, said(accepted('d')))).toEqual({
      measures: 4,
      seen: 1,
      doubtful: 2,
      doubtfulSeen: 1,
    })
  })
})

describe('what is said of a measure', () => {
  it('is laid over what was read', () => {
    const held = laidOver(measure('a'), { measure: 'a', fields: [leads], accepted: false })
    expect(held.leads).toEqual(['市审计局'])
    expect(stateOf(measure('a'), { measure: 'a', fields: [leads], accepted: true })).toBe('corrected')
    expect(stateOf(measure('a', { doubts: [doubt(20)] }), undefined)).toBe('doubtful')
  })

  it('keeps a drop when other fields change, and says nothing where it says what is held', () => {
    const dropped = withField(measure('a'), undefined, { field: 'dropped', value: '背景' })
    expect(withFields('a', dropped, [leads]).fields).toEqual([leads, { field: 'dropped', value: '背景' }])
    expect(stateOf(measure('a'), dropped)).toBe('dropped')
    expect(withField(measure('a'), dropped, { field: 'dropped', value: null }).fields).toEqual([])
  })
})

describe('the same way of writing', () => {
  const one = measure('a')
  const others = [
    one,
    measure('b'),
    measure('c', { leads: ['市教育局'] }),
    measure('d', { deadline_raw: '9月底前' }),
    measure('e', { deadline_raw: null }),
  ]
  const due: MeasureField = {
    field: 'deadline',
    value: { raw: '6月底前', due: '2026-07-31', kind: 'date' },
  }

  it('is that of the notice: the same list of units, the same words of a time', () => {
    expect(ids(alikeTo(others, said(), one, leads))).toEqual(['b', 'd', 'e'])
    expect(ids(alikeTo(others, said(), one, due))).toEqual(['b', 'c'])
  })

  it('counts only those that would change', () => {
    const changed = withField(measure('b'), undefined, leads)
    expect(ids(alikeTo(others, said(changed), one, leads))).toEqual(['d', 'e'])
    const dropped = withField(measure('d'), undefined, { field: 'dropped', value: '背景' })
    expect(ids(alikeTo(others, said(changed, dropped), one, leads))).toEqual(['e'])
  })

  it('is none where the notice states no time, nor of a text', () => {
    const untimed = measure('x', { deadline_raw: null })
    expect(alikeTo([untimed, measure('y', { deadline_raw: null })], said(), untimed, due)).toEqual([])
    expect(alikeTo(others, said(), one, { field: 'text', value: '别的' })).toEqual([])
  })
})
