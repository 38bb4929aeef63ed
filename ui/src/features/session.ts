// What every view shares: the day everything is shown as of, and when to read again.
import { computed, ref, shallowRef } from 'vue'
import { backend } from '@/backend/current'
import type { AppStatus } from '@/generated/types'

/** What the core last said of itself. */
export const status = shallowRef<AppStatus>()

/** A day chosen by the person; `undefined` leaves it to the core (today, or the sample's day). */
export const chosenDay = ref<string>()

/** The day shown. Empty until the core has answered once. */
export const asOf = computed(() => chosenDay.value ?? status.value?.as_of ?? '')

/** The state of the store that views were read from. Only the core's own answer moves it. */
export const revision = ref(0)

/** Grows when there is reason to ask the core for its status again. */
export const statusWanted = ref(0)

/** Call after every write of this window: what is shown is read again as soon as the core has said where it stands. */
export function wrote(): void {
  statusWanted.value += 1
}

export function heard(answer: AppStatus): void {
  status.value = answer
  revision.value = answer.revision
}

/** Follows the writes of other windows and of the command line. */
export function followRevisions(): () => void {
  return backend().onRevision((newer) => {
    if (newer !== revision.value) wrote()
  })
}
