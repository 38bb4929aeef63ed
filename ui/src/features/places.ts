// Where one can go, by name. Views point at each other through this table and never import one another.
import type { LocationQuery, LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import type { LightCode, PaceCode, RoleCode, StatusCode, TaskQuery, TaskSort } from '@/generated/types'
import { lightOrder, paceWords, roleWords, sortWords, statusWords } from '@/features/words'

/** What narrows the ledger. It lives in the address, so that back, reload and links keep it. */
export type LedgerFilter = Partial<Omit<TaskQuery, 'after' | 'limit'>>

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
  const found: LedgerFilter = {
    unit: text('unit'),
    role: oneOf('role', codes(roleWords)),
    status: oneOf('status', codes(statusWords)),
    standing: oneOf('standing', ['open', 'done', 'ended'] as const),
    light: oneOf('light', lightOrder),
    pace: oneOf('pace', codes(paceWords)),
    due_from: text('due_from'),
    due_before: text('due_before'),
    notice: text('notice'),
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

/** What a query of the core narrows. */
export function toFilter({ after: _after, limit: _limit, sort, ...query }: TaskQuery): LedgerFilter {
  const narrowing = Object.entries(query).filter(([, value]) => value !== null && value !== false)
  return { ...Object.fromEntries(narrowing), ...(sort === 'due' ? {} : { sort }) }
}

/** The whole query the core expects, with nothing narrowed that the filter does not narrow. */
export function toTaskQuery(filter: LedgerFilter, limit: number, after: string | null = null): TaskQuery {
  return {
    unit: null,
    role: null,
    status: null,
    standing: null,
    light: null,
    pace: null,
    due_from: null,
    due_before: null,
    notice: null,
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
    ...filter,
    after,
    limit,
  }
}

function codes<Code extends LightCode | PaceCode | RoleCode | StatusCode | TaskSort>(
  table: Record<Code, string>,
): Code[] {
  return Object.keys(table) as Code[]
}
