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

/** Grows with every write anybody made. */
export const revision = ref(0)

export function heardOf(newer: number): void {
  if (newer > revision.value) revision.value = newer
}

/** Follows the writes of other windows and of the command line. */
export function followRevisions(): () => void {
  return backend().onRevision((newer) => heardOf(newer))
}
