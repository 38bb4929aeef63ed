import { describe, expect, it } from 'vitest'
import { fromAddress, toAddress, toFilter, toTaskQuery, withTask, type LedgerFilter } from '@/features/places'

describe('the ledger’s filter in the address', () => {
  it.each<[string, LedgerFilter]>([
    ['nothing', {}],
    ['a unit in a role', { unit: 'u1', role: 'lead', light: 'overdue' }],
    ['days', { due_from: '2022-06-01', due_before: '2022-07-01' }],
    ['marks', { unassigned: true, doubtful: true, undated: true, by_hand: true }],
    ['what is owed', { standing: 'open' }],
    ['order', { sort: 'lead', descending: true }],
    ['words', { words: '审批 改革' }],
    [
      'several values of one field',
      { unit: ['u1', 'u2'], light: ['overdue', 'due_soon'], notice: ['n1', 'n2'] },
    ],
    ['a group of a list', { lead: 'u1', without_due: true }],
  ])('comes back as it went: %s', (_name, filter) =>
    expect(fromAddress(toAddress(filter) as Record<string, string>)).toEqual(filter),
  )

  it('leaves out what it does not know', () =>
    expect(
      fromAddress({ light: 'purple', role: 'boss', unit: '', task: 't1', sort: ['due', 'lead'] }),
    ).toEqual({
      sort: 'due',
    }))

  it('opens and closes a task without losing the filter', () => {
    const open = withTask({ light: 'overdue' }, 't1')
    expect(open).toEqual({ light: 'overdue', task: 't1' })
    expect(withTask(open as Record<string, string>, undefined)).toEqual({ light: 'overdue' })
  })

  it('says of a whole query what it narrows', () => {
    const filter: LedgerFilter = {
      unit: 'u1',
      standing: 'open',
      due_from: '2022-06-13',
      due_before: '2022-06-20',
    }
    expect(toFilter(toTaskQuery(filter, 0))).toEqual(filter)
    const several: LedgerFilter = { unit: ['u1', 'u2'], light: 'overdue', sort: 'lead', by_hand: true }
    expect(toFilter(toTaskQuery(several, 0))).toEqual(several)
  })

  it('becomes a whole query', () =>
    expect(toTaskQuery({ light: 'overdue' }, 200, 'k')).toMatchObject({
      lights: ['overdue'],
      units: [],
      unassigned: false,
      undated: false,
      sort: 'due',
      limit: 200,
      after: 'k',
    }))
})
