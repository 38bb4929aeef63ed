// Rows of a table of tasks that are ticked, to do something with all of them. One row after another, or with Shift from
// the last one to this.
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { TableItem } from '@/features/tasks/table'
import type { TaskRow } from '@/generated/types'

export interface Ticks {
  readonly has: (id: string) => boolean
  /** Of those loaded. */
  readonly rows: ComputedRef<readonly TaskRow[]>
  /** Ticks the row or takes the tick away; with `range`, does the same with all from the last one to this. */
  readonly turn: (index: number, range: boolean) => void
  readonly tickAll: () => void
  readonly clear: () => void
}

export function useTicks(items: () => readonly TableItem[]): Ticks {
  const ids = shallowRef<ReadonlySet<string>>(new Set())
  let last: string | undefined
  const tasks = computed(
    () =>
      new Map(items().flatMap((item) => (item.kind === 'task' ? [[item.task.id, item.task] as const] : []))),
  )
  // What is not in the list any more is not done anything with.
  watch(tasks, (now) => {
    const left = [...ids.value].filter((id) => now.has(id))
    if (left.length < ids.value.size) ids.value = new Set(left)
  })

  const idAt = (index: number): string[] => {
    const item = items()[index]
    return item?.kind === 'task' ? [item.task.id] : []
  }

  return {
    has: (id) => ids.value.has(id),
    rows: computed(() => [...ids.value].flatMap((id) => tasks.value.get(id) ?? [])),
    turn(index, range) {
      const [id] = idAt(index)
      if (id === undefined) return
      const from = range && last !== undefined ? items().findIndex((_item, at) => idAt(at)[0] === last) : -1
      const [first, end] = from === -1 ? [index, index] : [Math.min(from, index), Math.max(from, index)]
      const meant = Array.from({ length: end - first + 1 }, (_each, at) => idAt(first + at)).flat()
      const next = new Set(ids.value)
      // All between become what this one becomes.
      const takeAway = next.has(id)
      for (const each of meant) {
        if (takeAway) next.delete(each)
        else next.add(each)
      }
      ids.value = next
      last = id
    },
    tickAll: () => (ids.value = new Set(tasks.value.keys())),
    clear: () => (ids.value = new Set()),
  }
}
