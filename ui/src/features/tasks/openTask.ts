// Which task lies open beside whatever is shown: a part of the address, so that going back closes it.
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { withTask } from '@/features/places'

export function useOpenTask(): {
  opened: ComputedRef<string | undefined>
  /** Opens the task, or with undefined closes the one open. */
  open: (id: string | undefined) => void
  /** Shows another task in the place of the one open; going back does not lead through each. */
  turnTo: (id: string) => void
} {
  const route = useRoute()
  const router = useRouter()
  const opened = computed(() => (typeof route.query.task === 'string' ? route.query.task : undefined))
  return {
    opened,
    open(id) {
      if (id !== opened.value) void router.push({ query: withTask(route.query, id) })
    },
    turnTo(id) {
      void router.replace({ query: withTask(route.query, id) })
    },
  }
}
