// What every view shares: what the core says of itself, and the day everything is shown as of.
import { computed, ref, shallowRef } from 'vue'
import type { AppStatus } from '@/generated/types'

/** What the core last said of itself. */
export const status = shallowRef<AppStatus>()

/** A day chosen by the person; `undefined` leaves it to the core (today, or the sample's day). */
export const chosenDay = ref<string>()

/** Whether a day is looked at that is over. It is shown as it stood, and nothing is changed from there. */
export const lookingBack = computed(
  () => chosenDay.value !== undefined && status.value !== undefined && chosenDay.value < status.value.as_of,
)

/** The day shown. Empty until the core has answered once. */
export const asOf = computed(() => chosenDay.value ?? status.value?.as_of ?? '')

/** Within how many days a task is due soon, as the office set it. */
export const dueSoonDays = computed(() => status.value?.thresholds.due_soon_days ?? 0)

/** From how many points on a task is behind, as the office set it. */
export const behindPoints = computed(() => status.value?.thresholds.behind_points ?? 0)

/** The unit whose own tasks lists begin with; none where all are followed, or nothing of it is there. */
export const ownUnit = computed(() => {
  const place = status.value?.workplace
  return place?.kind === 'unit' && place.unit_id !== null ? place.unit_id : undefined
})

/** Why nothing can be changed just now; `undefined` when it can. */
export const readOnly = computed(() =>
  lookingBack.value
    ? `正在回看 ${asOf.value}，只能查看；回到 ${status.value?.as_of ?? '今天'} 再办理。`
    : undefined,
)
