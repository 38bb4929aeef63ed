import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setBackend } from '@/backend/current'
import { fake } from '@/backend/fake'
import { api } from '@/features/api'
import { answers } from '@/features/answers'
import { asOf, chosenDay, lookingBack, status } from '@/features/session'
import { followRevisions, heard } from '@/features/writes'
import type { AppStatus, Noun } from '@/generated/types'

const answer = (known: Partial<AppStatus>): AppStatus => ({
  version: '0.1.0',
  store: '',
  as_of: '2026-11-21',
  sample: false,
  sample_as_of: null,
  notices: 1,
  unconfirmed: 0,
  tasks: 1,
  undated: 0,
  workplace: null,
  thresholds: { due_soon_days: 30, behind_points: 20 },
  steps: [],
  ways: [],
  backup_fault: null,
  revision: 5,
  ...known,
})

let tell: (revision: number) => void = () => undefined
const days: (string | null)[] = []
let changedSince: Noun[] = []

beforeEach(() => {
  chosenDay.value = undefined
  days.length = 0
  changedSince = ['task']
  setBackend({
    ...fake(true),
    async call(command, _args, day) {
      days.push(day)
      return command === 'changed_since' ? { revision: 0, nouns: changedSince } : undefined
    },
    onRevision(handler) {
      tell = handler
      return () => undefined
    },
  })
})

describe('the day shown', () => {
  it('is the core’s until the person chooses one', () => {
    heard(answer({ as_of: '2022-07-01' }))
    expect(asOf.value).toBe('2022-07-01')
    chosenDay.value = '2022-01-01'
    expect(asOf.value).toBe('2022-01-01')
  })

  it('looks back only to days before the one the register is worked in', () => {
    heard(answer({ as_of: '2022-07-01' }))
    for (const [day, back] of [
      ['2022-06-30', true],
      ['2022-07-01', false],
      ['2022-07-02', false],
      [undefined, false],
    ] as const) {
      chosenDay.value = day
      expect(lookingBack.value, String(day)).toBe(back)
    }
  })

  it('goes with every question, but never colours what the core would choose', async () => {
    chosenDay.value = '2022-01-01'
    await api.listTasks({} as never)
    await api.appStatus()
    chosenDay.value = undefined
    await api.listTasks({} as never)
    expect(days).toEqual(['2022-01-01', null, null])
  })
})

describe('writes', () => {
  it('of others make the window ask where the store stands, and then ask again what it shows', async () => {
    answers.clear()
    const asked = vi.spyOn(answers, 'invalidateQueries')
    heard(answer({ revision: 5 }))
    followRevisions()
    tell(6)
    expect(asked).toHaveBeenCalledExactlyOnceWith({ queryKey: ['appStatus'] })
    heard(answer({ revision: 6 }))
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
    expect(status.value?.revision).toBe(6)
  })

  it('and other news that come before the first answer are asked about after it', () => {
    status.value = undefined
    const asked = vi.spyOn(answers, 'invalidateQueries').mockClear()
    followRevisions()
    tell(6)
    expect(asked).not.toHaveBeenCalled()
    heard(answer({ revision: 6 }))
    expect(asked).toHaveBeenCalledExactlyOnceWith({ queryKey: ['appStatus'] })
  })

  it('have only that asked again which is made of what they changed', async () => {
    changedSince = ['version']
    answers.setQueryData(['listVersions', null, ''], [])
    answers.setQueryData(['listUnits', null, ''], [])
    heard(answer({ revision: 7 }))
    const isStale = (question: string) => answers.getQueryState([question, null, ''])?.isInvalidated
    await vi.waitFor(() => expect(isStale('listVersions')).toBe(true))
    expect(isStale('listUnits')).toBe(false)
  })

  it('are not looked for where the core only has something to say of itself', () => {
    const asked = vi.spyOn(answers, 'invalidateQueries').mockClear()
    const backup_fault = { at: '2026-11-22T01:00:00Z', reason: '磁盘空间不足。' }
    heard(answer({ revision: 7 }))
    tell(7)
    expect(asked).toHaveBeenCalledExactlyOnceWith({ queryKey: ['appStatus'] })
    heard(answer({ revision: 7, backup_fault }))
    expect(asked).toHaveBeenCalledTimes(1)
    expect(status.value?.backup_fault).toEqual(backup_fault)
  })
})
