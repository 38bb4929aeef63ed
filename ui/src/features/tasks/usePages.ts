// The ledger page by page: the first with every new question, further ones as they are scrolled to.
import { computed, shallowRef, watch, type ComputedRef, type WatchSource } from 'vue'
import { api } from '@/features/api'
import { toTaskQuery, type LedgerFilter } from '@/features/places'
import { asOf, revision } from '@/features/session'
import type { TaskRow } from '@/generated/types'

const PAGE = 200

export interface Pages {
  readonly rows: ComputedRef<readonly TaskRow[]>
  readonly total: ComputedRef<number>
  readonly answered: ComputedRef<boolean>
  readonly pending: ComputedRef<boolean>
  readonly failure: ComputedRef<string | undefined>
  readonly more: () => Promise<void>
  readonly reload: () => Promise<void>
}

interface Loaded {
  readonly rows: readonly TaskRow[]
  readonly total: number
  readonly next: string | null
}

export function usePages(filter: () => LedgerFilter, sources: WatchSource[] = []): Pages {
  const loaded = shallowRef<Loaded>()
  const failure = shallowRef<string>()
  const pending = shallowRef(false)
  let latest = 0

  async function load(after: string | null): Promise<void> {
    const mine = ++latest
    pending.value = true
    try {
      const page = await api.listTasks(toTaskQuery(filter(), PAGE, after))
      if (mine !== latest) return
      const before = after === null ? [] : (loaded.value?.rows ?? [])
      loaded.value = { rows: [...before, ...page.rows], total: page.total, next: page.next }
      failure.value = undefined
    } catch (cause) {
      if (mine === latest) failure.value = cause instanceof Error ? cause.message : String(cause)
    } finally {
      if (mine === latest) pending.value = false
    }
  }

  async function more(): Promise<void> {
    const next = loaded.value?.next ?? null
    if (next !== null && !pending.value) await load(next)
  }

  watch([filter, asOf, revision, ...sources], () => void load(null), { immediate: true })
  return {
    rows: computed(() => loaded.value?.rows ?? []),
    total: computed(() => loaded.value?.total ?? 0),
    answered: computed(() => loaded.value !== undefined),
    pending: computed(() => pending.value),
    failure: computed(() => failure.value),
    more,
    reload: () => load(null),
  }
}
