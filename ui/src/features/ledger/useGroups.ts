// The ledger put together: groups with their counts, which of them are unfolded, and the rows below those.
import { computed, ref, watch, type ComputedRef } from 'vue'
import { useAnswer, useTaskLists } from '@/features/answers'
import { groupedItems, groupId, withinGroup } from '@/features/ledger/grouping'
import { toTaskQuery, type LedgerFilter } from '@/features/places'
import type { Group, TableItem } from '@/features/tasks/table'
import type { TaskGrouping, TaskGroups, TaskRow } from '@/generated/types'
import type { Answer } from '@/shared/answer'

/** So many rows of a group come at first; the rest when it is asked for. */
const FIRST_ROWS = 200
const ALL_ROWS = 0

export interface Grouped {
  readonly answer: Answer<TaskGroups>
  readonly items: ComputedRef<readonly TableItem[]>
  readonly isAllOpen: ComputedRef<boolean>
  readonly toggle: (group: Group) => void
  readonly toggleAll: () => void
  readonly loadRest: (id: string) => void
}

export function useGroups(filter: () => LedgerFilter, by: () => TaskGrouping | undefined): Grouped {
  const answer = useAnswer(
    'taskGroups',
    () => {
      const grouping = by()
      return grouping && { query: toTaskQuery(filter(), 0), by: grouping }
    },
    { keep: true },
  )
  const open = ref<ReadonlySet<string>>(new Set())
  const whole = ref<ReadonlySet<string>>(new Set())
  watch(by, () => {
    open.value = new Set()
    whole.value = new Set()
  })
  const groups = computed(() => (by() === undefined ? [] : (answer.data.value?.groups ?? [])))
  const opened = computed(() => groups.value.filter((group) => open.value.has(groupId(group))))
  const lists = useTaskLists(() => {
    const grouping = by()
    if (grouping === undefined) return []
    return opened.value.map((group) => ({
      filter: withinGroup(filter(), grouping, group.key),
      limit: whole.value.has(groupId(group)) ? ALL_ROWS : FIRST_ROWS,
    }))
  })
  const rows = computed(() => {
    const byId = new Map<string, readonly TaskRow[]>()
    opened.value.forEach((group, at) => byId.set(groupId(group), lists.value[at]?.rows ?? []))
    return byId
  })
  const items = computed(() => {
    const grouping = by()
    return grouping === undefined
      ? []
      : groupedItems(groups.value, grouping, open.value, (id) => rows.value.get(id) ?? [])
  })
  const isAllOpen = computed(() => groups.value.length > 0 && opened.value.length === groups.value.length)
  return {
    answer,
    items,
    isAllOpen,
    toggle({ id }) {
      const next = new Set(open.value)
      if (!next.delete(id)) next.add(id)
      open.value = next
    },
    toggleAll: () => (open.value = isAllOpen.value ? new Set() : new Set(groups.value.map(groupId))),
    loadRest: (id) => (whole.value = new Set([...whole.value, id])),
  }
}
