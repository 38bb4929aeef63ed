// Where one can go, by name. Views point at each other through this table and never import one another.
import type { LocationQuery, LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import type { LightCode, PaceCode, RoleCode, StatusCode, TaskQuery, TaskSort } from '@/generated/types'
import { lightOrder, paceWords, roleWords, sortWords, statusWords } from '@/features/words'

/** One value or several: a task answers when it has one of them. */
export type Some<Value> = Value | readonly Value[]

/** What narrows the ledger. It lives in the address, so that back, reload and links keep it. */
export type LedgerFilter = Partial<
  Omit<TaskQuery, 'after' | 'limit' | 'units' | 'statuses' | 'lights' | 'notices'>
> & {
  readonly unit?: Some<string> | null | undefined
  readonly status?: Some<StatusCode> | undefined
  readonly light?: Some<LightCode> | undefined
  readonly notice?: Some<string> | null | undefined
}

/** The values of a field of the filter; none where it does not narrow. */
export const valuesOf = <Value extends string>(some: Some<Value> | null | undefined): readonly Value[] =>
  some === undefined || some === null || some === ''
    ? []
    : typeof some === 'string'
      ? [some]
      : (some as readonly Value[])

/** As a filter holds values: nothing, the only one, or all of them. */
export const someOf = <Value extends string>(values: readonly Value[]): Some<Value> | undefined =>
  values.length > 1 ? values : values[0]

export const places = {
  overview: (): RouteLocationRaw => ({ name: 'overview' }),
  units: (): RouteLocationRaw => ({ name: 'units' }),
  unit: (id: string, role: RoleCode = 'lead'): RouteLocationRaw => ({
    name: 'unit',
    params: { id },
    query: role === 'co' ? { role } : {},
  }),
  overdue: (): RouteLocationRaw => ({ name: 'overdue' }),
  calendar: (): RouteLocationRaw => ({ name: 'calendar' }),
  journal: (): RouteLocationRaw => ({ name: 'journal' }),
  settings: (): RouteLocationRaw => ({ name: 'settings' }),
  backups: (): RouteLocationRaw => ({ name: 'backups' }),
  ledger: (filter: LedgerFilter = {}): RouteLocationRaw => ({ name: 'ledger', query: toAddress(filter) }),
  notices: (unconfirmed = false): RouteLocationRaw => ({
    name: 'notices',
    query: unconfirmed ? { show: 'unconfirmed' } : {},
  }),
  /** What an import brought, or all that waits where no notice is named. */
  review: (notices: readonly string[] = [], repeats: readonly string[] = []): RouteLocationRaw => ({
    name: 'review',
    query: {
      ...(notices.length > 0 ? { notices: notices.join(',') } : {}),
      ...(repeats.length > 0 ? { repeats: repeats.join(',') } : {}),
    },
  }),
  versions: (id: string, pair?: { older: string; newer: string }): RouteLocationRaw => ({
    name: 'versions',
    params: { id },
    query: pair ? { older: pair.older, newer: pair.newer } : {},
  }),
  /** A notice, open at a line, with words marked on it. */
  notice: (id: string, line?: number, words?: string): RouteLocationRaw => ({
    name: 'notice',
    params: { id },
    query: line === undefined ? {} : { line: String(line), ...(words ? { words } : {}) },
  }),
}

/** Opens a task beside whatever is shown: the drawer follows this part of the address. */
export function withTask(query: LocationQuery, id: string | undefined): LocationQueryRaw {
  const { task: _closed, ...rest } = query
  return id === undefined ? rest : { ...rest, task: id }
}

export function toAddress(filter: LedgerFilter): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  for (const [name, value] of Object.entries(filter)) {
    if (value === true) query[name] = '1'
    else if (typeof value === 'string' && value !== '') query[name] = value
    else if (Array.isArray(value) && value.length > 0) query[name] = [...(value as string[])]
  }
  return query
}

export function fromAddress(query: LocationQuery): LedgerFilter {
  const text = (name: string): string | undefined => {
    const value = query[name]
    const first = Array.isArray(value) ? value[0] : value
    return first === null || first === '' ? undefined : first
  }
  const oneOf = <Code extends string>(name: string, known: readonly Code[]): Code | undefined =>
    known.find((code) => code === text(name))
  const several = (name: string): string[] => {
    const value = query[name]
    const all = Array.isArray(value) ? value : [value]
    return [...new Set(all.filter((each): each is string => typeof each === 'string' && each !== ''))]
  }
  const someKnown = <Code extends string>(name: string, known: readonly Code[]): Some<Code> | undefined =>
    someOf(several(name).flatMap((each) => known.find((code) => code === each) ?? []))
  const found: LedgerFilter = {
    unit: someOf(several('unit')),
    role: oneOf('role', codes(roleWords)),
    lead: text('lead'),
    status: someKnown('status', codes(statusWords)),
    standing: oneOf('standing', ['open', 'done', 'ended'] as const),
    light: someKnown('light', lightOrder),
    pace: oneOf('pace', codes(paceWords)),
    due_from: text('due_from'),
    due_before: text('due_before'),
    without_due: text('without_due') === '1' ? true : undefined,
    notice: someOf(several('notice')),
    person: text('person'),
    recurring: text('recurring') === '1' ? true : undefined,
    by_hand: text('by_hand') === '1' ? true : undefined,
    region: text('region'),
    unassigned: text('unassigned') === '1' ? true : undefined,
    doubtful: text('doubtful') === '1' ? true : undefined,
    undated: text('undated') === '1' ? true : undefined,
    words: text('words'),
    sort: oneOf('sort', codes(sortWords)),
    descending: text('descending') === '1' ? true : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** The whole query the core expects, with nothing narrowed that the filter does not narrow. */
export function toTaskQuery(filter: LedgerFilter, limit: number, after: string | null = null): TaskQuery {
  const { unit, status, light, notice, ...others } = filter
  return {
    units: [...valuesOf(unit)],
    role: null,
    lead: null,
    statuses: [...valuesOf(status)],
    standing: null,
    lights: [...valuesOf(light)],
    pace: null,
    due_from: null,
    due_before: null,
    without_due: false,
    notices: [...valuesOf(notice)],
    by_hand: false,
    person: null,
    recurring: false,
    region: null,
    unassigned: false,
    doubtful: false,
    undated: false,
    words: null,
    sort: 'due',
    descending: false,
    ...others,
    after,
    limit,
  }
}

/** What a query of the core narrows the ledger to. */
export function toFilter({
  units,
  statuses,
  lights,
  notices,
  after: _a,
  limit: _l,
  ...others
}: TaskQuery): LedgerFilter {
  const narrowing = Object.entries(others).filter(
    ([name, value]) => value !== null && value !== false && !(name === 'sort' && value === 'due'),
  )
  return {
    ...(Object.fromEntries(narrowing) as LedgerFilter),
    ...(units.length > 0 ? { unit: someOf(units) } : {}),
    ...(statuses.length > 0 ? { status: someOf(statuses) } : {}),
    ...(lights.length > 0 ? { light: someOf(lights) } : {}),
    ...(notices.length > 0 ? { notice: someOf(notices) } : {}),
  }
}

function codes<Code extends LightCode | PaceCode | RoleCode | StatusCode | TaskSort>(
  table: Record<Code, string>,
): Code[] {
  return Object.keys(table) as Code[]
}
