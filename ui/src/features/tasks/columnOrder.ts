// Which columns a list shows and in which order, as the person left them on this machine.
import { ref } from 'vue'
import { columnSpecs, type ColumnKey } from '@/features/tasks/table'

const KEY = 'duban.columnOrder'
const ROWS_KEY = 'duban.compactRows'

/** Every column that can be chosen. */
export const allColumns: readonly ColumnKey[] = columnSpecs.map(({ key }) => key)

export const usualColumns: readonly ColumnKey[] = columnSpecs
  .filter(({ usual }) => usual)
  .map(({ key }) => key)

/** The known ones of these, each once; the matter is always there, for a row without it says nothing. */
export function knownColumns(keys: readonly unknown[]): readonly ColumnKey[] {
  const known = allColumns.filter((key) => keys.includes(key))
  if (known.length === 0) return usualColumns
  const inOrder = [...known].sort((one, other) => keys.indexOf(one) - keys.indexOf(other))
  return inOrder.includes('matter') ? inOrder : ['matter', ...inOrder]
}

function remembered(): readonly ColumnKey[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return knownColumns(Array.isArray(kept) ? kept : [])
  } catch {
    return usualColumns
  }
}

export const shownColumns = ref<readonly ColumnKey[]>(remembered())

export function keepColumns(keys: readonly ColumnKey[]): void {
  shownColumns.value = knownColumns(keys)
  localStorage.setItem(KEY, JSON.stringify(shownColumns.value))
}

/** With the column at another place; before the one that stands there. */
export function movedTo(keys: readonly ColumnKey[], key: ColumnKey, place: number): readonly ColumnKey[] {
  const others = keys.filter((other) => other !== key)
  const at = Math.min(others.length, Math.max(0, place))
  return [...others.slice(0, at), key, ...others.slice(at)]
}

/** Puts a column where another one stands. */
export function moveOnto(key: ColumnKey, target: ColumnKey): void {
  if (key !== target) keepColumns(movedTo(shownColumns.value, key, shownColumns.value.indexOf(target)))
}

/** Whether rows are of one line. */
export const compactRows = ref(localStorage.getItem(ROWS_KEY) === 'compact')

export function keepCompact(compact: boolean): void {
  compactRows.value = compact
  localStorage.setItem(ROWS_KEY, compact ? 'compact' : 'full')
}
