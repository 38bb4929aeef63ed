// Overdue tasks by the unit that answers for them, worst first.
import { groupItem, type TableItem } from '@/features/tasks/table'
import type { TaskRow } from '@/generated/types'
import { count } from '@/shared/numbers'

const NOBODY = { id: '', name: '未明确牵头单位' }

/** Most days overdue first; the notice's own order breaks ties, so that the list stays put. */
export function worstFirst(rows: readonly TaskRow[]): TaskRow[] {
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => (a.row.days_left ?? 0) - (b.row.days_left ?? 0) || a.index - b.index)
    .map(({ row }) => row)
}

/** Rows under a heading per lead unit; a task with two leads is owed by both and stands under both. */
export function grouped(rows: readonly TaskRow[], closed: ReadonlySet<string>): TableItem[] {
  const groups = new Map<string, { name: string; rows: TaskRow[] }>()
  for (const row of worstFirst(rows)) {
    for (const unit of row.leads.length > 0 ? row.leads : [NOBODY]) {
      const group = groups.get(unit.id) ?? { name: unit.name, rows: [] }
      group.rows.push(row)
      groups.set(unit.id, group)
    }
  }
  return [...groups]
    .sort(([, a], [, b]) => b.rows.length - a.rows.length || a.name.localeCompare(b.name, 'zh'))
    .flatMap(([id, { name, rows: own }]) => {
      const note = `最长逾期 ${count(daysOver(own[0]))} 天`
      return groupItem({ id, name, count: own.length, note, open: !closed.has(id) }, own)
    })
}

/** The units that answer, by their ids, in the order in which they stand. */
export function unitsOf(rows: readonly TaskRow[]): string[] {
  return grouped(rows, new Set()).flatMap((item) => (item.kind === 'group' ? [item.group.id] : []))
}

export function daysOver(row: TaskRow | undefined): number {
  return Math.max(0, -(row?.days_left ?? 0))
}
