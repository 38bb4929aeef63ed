// The rows and columns of a table of tasks, as plain data.
import { LIST_COLUMNS, type ListColumn } from '@/generated/columns'
import type { TaskRow, UnitRef } from '@/generated/types'

export type ColumnKey = (typeof LIST_COLUMNS)[number]['key']

export type ColumnSpec = ListColumn & { readonly key: ColumnKey }

/** A column as it stands in the table. */
export interface ShownColumn {
  readonly key: ColumnKey
  readonly width: number
}

/** In order, as the core lists them. `matter` takes whatever width the others leave. */
export const columnSpecs: readonly ColumnSpec[] = LIST_COLUMNS

/** A row of the table: a task, or the heading of a group of them. */
export type TableItem =
  | { readonly key: string; readonly kind: 'task'; readonly task: TaskRow }
  | { readonly key: string; readonly kind: 'group'; readonly group: Group }
  /** What is not loaded yet of a group. */
  | { readonly key: string; readonly kind: 'rest'; readonly of: string; readonly count: number }

export interface Group {
  readonly id: string
  readonly name: string
  readonly count: number
  /** What else is said of them. */
  readonly note: string
  readonly open: boolean
}

/** The headings that the rows below them can be folded under; a task may stand under several. */
export function groupItem(group: Group, tasks: readonly TaskRow[]): TableItem[] {
  const below = group.open
    ? tasks.map((task): TableItem => ({ ...taskItem(task), key: `${group.id}/${task.id}` }))
    : []
  return [{ key: `group:${group.id}`, kind: 'group', group }, ...below]
}

export const taskItem = (task: TaskRow): TableItem => ({ key: task.id, kind: 'task', task })

/**
 * Widths for a table `room` wide: kept ones first, `matter` fills up, never below its minimum. In a narrow window the
 * columns that nobody has set give way, each by the same share of what it can give.
 */
export function fitWidths(
  specs: readonly ColumnSpec[],
  kept: Partial<Record<ColumnKey, number>>,
  room: number,
): Record<string, number> {
  const widths: Record<string, number> = {}
  let taken = 0
  let canGive = 0
  for (const spec of specs) {
    if (spec.key === 'matter') continue
    const width = Math.max(spec.minWidth, kept[spec.key] ?? spec.width)
    widths[spec.key] = width
    taken += width
    if (kept[spec.key] === undefined) canGive += width - spec.minWidth
  }
  const matter = specs.find((spec) => spec.key === 'matter')
  const wanting = taken + (matter?.minWidth ?? 0) - room
  const share = wanting > 0 && canGive > 0 ? Math.min(1, wanting / canGive) : 0
  if (share > 0) {
    for (const spec of specs) {
      const width = widths[spec.key]
      if (width === undefined || kept[spec.key] !== undefined) continue
      const given = Math.ceil((width - spec.minWidth) * share)
      widths[spec.key] = width - given
      taken -= given
    }
  }
  if (matter) widths[matter.key] = Math.max(matter.minWidth, room - taken)
  return widths
}

/** 市教育局、市财政局 等 5 家 */
export function unitNames(units: readonly UnitRef[], most = 2): string {
  return firstFew(
    units.map((unit) => unit.name),
    most,
  )
}

export function firstFew(names: readonly string[], most = 2): string {
  const first = names.slice(0, most).join('、')
  return names.length > most ? `${first} 等 ${names.length} 家` : first
}

/** Where a sentence or a part of it ends, not too near the beginning. */
const FIRST_PART = /^.{12,40}?(?=[，。；：,;:])/su
const MOST = 40

/** What a task is called above its text: its title, or how its text begins. */
export function taskHeading({ title, text }: Pick<TaskRow, 'title' | 'text'>): string {
  if (title) return title
  const [first] = FIRST_PART.exec(text) ?? []
  return first ?? (text.length > MOST ? `${text.slice(0, MOST)}…` : text)
}

/** What a task is called in one line: its title, or the beginning of its text. */
export function taskName(task: Pick<TaskRow, 'title' | 'text'>): string {
  return task.title ?? task.text
}

/** Where a task comes from, in one line: its number in its notice and the title of that. */
export function placeOf(task: Pick<TaskRow, 'number' | 'comes_from'>): string {
  return [task.number, task.comes_from].filter(Boolean).join('　')
}
