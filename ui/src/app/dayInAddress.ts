// The day looked at stands in the address, so that a reload keeps it, and a bookmark and a step back show it again. It
// follows the person from page to page without any page knowing of it.
import { watch } from 'vue'
import type { LocationQuery, Router } from 'vue-router'
import { chosenDay } from '@/features/session'
import { isDay } from '@/shared/dates'

const NAME = 'as_of'

const dayIn = (query: LocationQuery): string | undefined => {
  const value = query[NAME]
  return typeof value === 'string' && isDay(value) ? value : undefined
}

/** An address that names a day sets it; one that names none is given the day that is looked at. */
export function keepDayInAddress(router: Router): void {
  let isAddressLeading = false
  router.beforeEach((to, from) => {
    const named = dayIn(to.query)
    if (named !== undefined) {
      isAddressLeading = true
      chosenDay.value = named
      isAddressLeading = false
      return true
    }
    // The address was opened as it stands; nobody has chosen a day yet that it could lack.
    const isFirst = from.matched.length === 0
    if (isFirst || chosenDay.value === undefined) {
      if (to.query[NAME] === undefined) return true
      const { [NAME]: _impossible, ...query } = to.query
      return { ...to, query, replace: true }
    }
    return { ...to, query: { ...to.query, [NAME]: chosenDay.value } }
  })
  watch(
    chosenDay,
    (day) => {
      if (isAddressLeading) return
      const { [NAME]: before, ...query } = router.currentRoute.value.query
      if (before === day) return
      void router.replace({ query: day === undefined ? query : { ...query, [NAME]: day } })
    },
    { flush: 'sync' },
  )
}
