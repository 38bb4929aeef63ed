// The groups of the ledger: what each narrows the list to, and the rows below those that are unfolded.
import type { LedgerFilter } from '@/features/places'
import { groupItem, type TableItem } from '@/features/tasks/table'
import { unitWithRegion } from '@/features/words'
import type { LightCode, StatusCode, TaskGroup, TaskGrouping, TaskRow } from '@/generated/types'
import { monthBounds } from '@/shared/dates'
import { count } from '@/shared/numbers'

export const groupings: Record<TaskGrouping, string> = {
  lead: '按牵头单位',
  notice: '按文件',
  light: '按时限状态',
  status: '按办理状态',
  month: '按到期月份',
}

export const isGrouping = (text: unknown): text is TaskGrouping =>
  typeof text === 'string' && text in groupings

const later = (one: string | null | undefined, other: string): string => (one && one > other ? one : other)
const earlier = (one: string | null | undefined, other: string): string => (one && one < other ? one : other)

/** What the tasks of a group have in common, added to what the list is narrowed to. */
export function withinGroup(filter: LedgerFilter, by: TaskGrouping, key: string | null): LedgerFilter {
  switch (by) {
    case 'lead':
      return key === null ? { ...filter, unassigned: true } : { ...filter, lead: key }
    case 'notice':
      return key === null ? { ...filter, by_hand: true } : { ...filter, notice: key }
    case 'light':
      return { ...filter, light: key as LightCode }
    case 'status':
      return { ...filter, status: key as StatusCode }
    case 'month': {
      if (key === null) return { ...filter, without_due: true }
      const { from, before } = monthBounds(key)
      return {
        ...filter,
        due_from: later(filter.due_from, from),
        due_before: earlier(filter.due_before, before),
      }
    }
  }
}

/** A group is known by what it is of: '' for those that have no such thing. */
export const groupId = ({ key }: TaskGroup): string => key ?? ''

/** What is said of a group beside its count; nothing that its name says already. */
function noteOf({ count: all, overdue, done, ended }: TaskGroup, by: TaskGrouping): string {
  if (by === 'light') return ''
  const parts = [
    overdue > 0 ? `逾期 ${count(overdue)}` : '',
    done > 0 && by !== 'status' ? `办结 ${count(done)}` : '',
    ended > 0 && by !== 'status' ? `停办 ${count(ended)}` : '',
  ].filter(Boolean)
  return all > 0 ? parts.join('　') : ''
}

/** Rows below the groups that are unfolded; `rows` has those that are loaded. */
export function groupedItems(
  groups: readonly TaskGroup[],
  by: TaskGrouping,
  open: ReadonlySet<string>,
  rows: (id: string) => readonly TaskRow[],
): TableItem[] {
  return groups.flatMap((group) => {
    const id = groupId(group)
    const isOpen = open.has(id)
    const loaded = isOpen ? rows(id) : []
    const heading = {
      id,
      name: unitWithRegion(group),
      count: group.count,
      note: noteOf(group, by),
      open: isOpen,
    }
    const missing = group.count - loaded.length
    const rest: TableItem[] =
      isOpen && loaded.length > 0 && missing > 0
        ? [{ key: `rest:${id}`, kind: 'rest', of: id, count: missing }]
        : []
    return [...groupItem(heading, loaded), ...rest]
  })
}

/** Of groups that together count more than there are tasks: how many. */
export function overlapNote(groups: readonly TaskGroup[], total: number): string | undefined {
  const together = groups.reduce((all, group) => all + group.count, 0)
  return together > total ? `合计 ${count(together)} 项次` : undefined
}
