// One thing at a time: what a button started is under way until it is done, and a failure is told.
import { ref, type Ref } from 'vue'
import { complain } from '@/shared/toast'

export interface Busy {
  /** Whether something is under way. */
  busy: Ref<boolean>
  /** Does it, unless something is under way. */
  alone: (work: () => Promise<void>) => Promise<void>
}

export function useBusy(): Busy {
  const busy = ref(false)
  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work()
    } catch (cause) {
      complain(cause)
    } finally {
      busy.value = false
    }
  }
  return { busy, alone }
}
