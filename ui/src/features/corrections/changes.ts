// What a person changed in the form of a measure: pure, so that only what differs is sent.
import type { MeasureField, MeasureInfo, PeopleInfo } from '@/generated/types'

/** What the form begins with and is compared with. */
export type Held = Pick<
  MeasureInfo,
  'title' | 'text' | 'class' | 'leads' | 'co_units' | 'people' | 'due' | 'deadline_kind' | 'deadline_raw'
>

/** What stands in the boxes. */
export interface Draft {
  title: string
  text: string
  class: MeasureInfo['class']
  leads: string[]
  co_units: string[]
  people: PeopleInfo
  due: string | null
}

export const draftOf = (held: Held): Draft => ({
  title: held.title ?? '',
  text: held.text,
  class: held.class,
  leads: [...held.leads],
  co_units: [...held.co_units],
  people: byRole(held.people, (names) => [...names]),
  due: held.due,
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
  const title = draft.title.trim()
  if (title !== (held.title ?? '')) fields.push({ field: 'title', value: title === '' ? null : title })
  if (draft.text.trim() !== held.text.trim()) fields.push({ field: 'text', value: draft.text.trim() })
  if (draft.class !== held.class) fields.push({ field: 'class', value: draft.class })
  const people = byRole(draft.people, tidied)
  if (!ROLES.every((role) => same(people[role], held.people[role])))
    fields.push({ field: 'people', value: people })
  return fields
}

const ROLES = ['leader', 'responsible', 'contact'] as const

const byRole = (people: PeopleInfo, names: (of: readonly string[]) => string[]): PeopleInfo => ({
  leader: names(people.leader),
  responsible: names(people.responsible),
  contact: names(people.contact),
})

const tidied = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
]

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, index) => name === other[index])
