// Views of the ledger that are kept in the register under a name: what they show, how, and whether it was changed since.
import { toFilter, places, toAddress, toTaskQuery, type LedgerFilter } from '@/features/places'
import {
  compactRows,
  keepColumns,
  keepCompact,
  knownColumns,
  shownColumns,
  usualColumns,
} from '@/features/tasks/columnOrder'
import type { LedgerView, TaskGrouping } from '@/generated/types'
import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'

/** The ledger as it is shown now. */
export interface Shown {
  readonly filter: LedgerFilter
  readonly grouping: TaskGrouping | undefined
}

/** The address of the ledger: what narrows it, how it is put together, and the view it came from. */
export function ledgerAddress({ filter, grouping }: Shown, view?: string): LocationQueryRaw {
  return { ...toAddress(filter), ...(grouping ? { group: grouping } : {}), ...(view ? { view } : {}) }
}

export function viewPlace(view: LedgerView): RouteLocationRaw {
  const shown = { filter: toFilter(view.query), grouping: view.grouping ?? undefined }
  return { ...(places.ledger() as object), query: ledgerAddress(shown, view.name) } as RouteLocationRaw
}

/** Arranges columns and rows as the view has them. */
export function arrange(view: LedgerView): void {
  keepColumns(view.columns.length > 0 ? knownColumns(view.columns) : usualColumns)
  keepCompact(view.compact)
}

/** What is shown now, as a view of this name. */
export function viewOf(name: string, { filter, grouping }: Shown): LedgerView {
  return {
    name,
    query: toTaskQuery(filter, 0),
    columns: [...shownColumns.value],
    grouping: grouping ?? null,
    compact: compactRows.value,
  }
}

/** Whether what is shown is something else than the view says. */
export function isChanged(view: LedgerView, shown: Shown): boolean {
  const now = viewOf(view.name, shown)
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
  const columns = view.columns.length > 0 ? knownColumns(view.columns) : usualColumns
  return !(
    same(sorted(toAddress(toFilter(view.query))), sorted(toAddress(toFilter(now.query)))) &&
    same(columns, now.columns) &&
    same(view.grouping, now.grouping) &&
    view.compact === now.compact
  )
}

const sorted = (address: LocationQueryRaw): unknown =>
  Object.entries(address).sort(([one], [other]) => (one < other ? -1 : 1))
