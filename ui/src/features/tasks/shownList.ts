// The list of tasks on the page, as the task opened beside it knows it: where it stands there, and what comes before and
// after.
import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue'
import { useOpenTask } from '@/features/tasks/openTask'

export interface ShownList {
  /** Ids of the tasks in order; one that stands in two groups stands here twice. */
  readonly ids: readonly string[]
  /** How many there are in all, loaded or not. */
  readonly total: number
  /** Has further ones come. */
  readonly more: () => void
}

/** Before the end of what is loaded, further ones are asked for. */
const NEAR_END = 5

const list = shallowRef<() => ShownList>()

/** Where the opened task stood when it was last looked for. */
let lastPlace = -1

/** Tells which list is shown, until the scope ends. */
export function showList(shown: () => ShownList): void {
  list.value = shown
  onScopeDispose(() => {
    if (list.value === shown) list.value = undefined
  })
}

export interface Place {
  /** From 1. */
  readonly place: number
  readonly total: number
}

export interface Stepping {
  /** Where the open task stands; `undefined` where none is open or no list has it. */
  readonly place: ComputedRef<Place | undefined>
  /** Opens the one after (1) or before (-1), where there is one. */
  readonly step: (by: 1 | -1) => void
}

export function useStepping(): Stepping {
  const { opened, turnTo } = useOpenTask()
  const place = computed<Place | undefined>(() => {
    const shown = list.value?.()
    if (!shown || opened.value === undefined) return undefined
    if (shown.ids[lastPlace] !== opened.value) lastPlace = shown.ids.indexOf(opened.value)
    return lastPlace === -1 ? undefined : { place: lastPlace + 1, total: shown.total }
  })
  return {
    place,
    step(by) {
      const shown = list.value?.()
      if (!shown || !place.value) return
      const next = shown.ids[lastPlace + by]
      if (next === undefined) return
      lastPlace += by
      if (lastPlace >= shown.ids.length - NEAR_END) shown.more()
      turnTo(next)
    },
  }
}
