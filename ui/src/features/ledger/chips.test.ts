import { describe, expect, it } from 'vitest'
import { chipsOf, isNarrowed } from '@/features/ledger/chips'
import type { LedgerFilter } from '@/features/places'

const names = { unit: (id: string) => (id === 'a' ? '市财政局' : undefined), notice: () => undefined }
const shown = (filter: LedgerFilter) => chipsOf(filter, names).map(({ field, value }) => `${field}：${value}`)

describe('the conditions of a list', () => {
  it('are said each by itself', () =>
    expect(
      shown({ unit: ['a', 'b'], light: 'overdue', due_before: '2022-07-01', by_hand: true, sort: 'lead' }),
    ).toEqual([
      '单位：市财政局',
      '单位：…',
      '时限状态：逾期',
      '来源：自行登记、批示和议定的',
      '到期：2022-06-30 止',
    ]))

  it('are taken away one by one, and the role with the last unit', () => {
    const filter: LedgerFilter = { unit: ['a', 'b'], role: 'lead', words: '改革' }
    const [, first] = chipsOf(filter, names)
    expect(first?.without).toEqual({ unit: 'b', role: 'lead', words: '改革' })
    const [, last] = chipsOf({ ...filter, unit: 'a' }, names)
    expect(last?.without).toEqual({ words: '改革' })
  })

  it('are none in an order alone', () => {
    expect(isNarrowed({ sort: 'lead', descending: true })).toBe(false)
    expect(isNarrowed({ undated: true })).toBe(true)
  })
})
