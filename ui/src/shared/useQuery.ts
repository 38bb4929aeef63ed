// Asks, remembers the last good answer while asking again, and ignores answers that come too late.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'

export interface Query<T> {
  readonly data: ShallowRef<T | undefined>
  /** A sentence when the last attempt failed. */
  readonly failure: Ref<string | undefined>
  readonly pending: Ref<boolean>
  readonly reload: () => Promise<void>
}

export function useQuery<T>(ask: () => Promise<T>, sources: WatchSource[] = []): Query<T> {
  const data = shallowRef<T>()
  const failure = ref<string>()
  const pending = ref(false)
  let latest = 0

  async function reload(): Promise<void> {
    const mine = ++latest
    pending.value = true
    try {
      const answer = await ask()
      if (mine !== latest) return
      data.value = answer
      failure.value = undefined
    } catch (cause) {
      if (mine === latest) failure.value = cause instanceof Error ? cause.message : String(cause)
    } finally {
      if (mine === latest) pending.value = false
    }
  }

  watch(sources, () => void reload(), { immediate: true })
  onScopeDispose(() => latest++)
  return { data, failure, pending, reload }
}
