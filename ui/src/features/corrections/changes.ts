// What a person changed in the form of a measure: pure, so that only what differs is sent.
import type { MeasureField, MeasureInfo } from '@/generated/types'

export interface Draft {
  readonly leads: readonly string[]
  readonly co_units: readonly string[]
  readonly due: string | null
}

type Held = Pick<MeasureInfo, 'leads' | 'co_units' | 'due' | 'deadline_kind' | 'deadline_raw'>

export const draftOf = ({ leads, co_units, due }: Held): Draft => ({
  leads: [...leads],
  co_units: [...co_units],
  due,
})

export function changes(held: Held, draft: Draft): MeasureField[] {
  const fields: MeasureField[] = []
  const leads = tidied(draft.leads)
  const coUnits = tidied(draft.co_units)
  if (!same(leads, held.leads)) fields.push({ field: 'leads', value: leads })
  if (!same(coUnits, held.co_units)) fields.push({ field: 'co_units', value: coUnits })
  const due = draft.due === '' ? null : draft.due
  if (due !== held.due) {
    // A day that is taken away leaves no time; the words of the notice stay with a day that is set.
    fields.push({
      field: 'deadline',
      value: { raw: due === null ? null : held.deadline_raw, due, kind: due === null ? 'none' : 'date' },
    })
  }
  return fields
}

const tidied = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
]

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, index) => name === other[index])
