// The commands as the features call them: the generated functions over the host chosen at start, asked as of the day
// the person chose. Without one the core chooses.
import { backend } from '@/backend/current'
import { answered, failed } from '@/features/register'
import { chosenDay } from '@/features/session'
import { commandsOver } from '@/generated/commands'
import type { HistoryRequest, NoticeQuery, UnitQuery } from '@/generated/types'

export const api = commandsOver(async (name, args) => {
  // What the core would choose must not depend on what was chosen here.
  const asOf = name === 'app_status' ? null : (chosenDay.value ?? null)
  try {
    const answer = await backend().call(name, args, asOf)
    answered(name)
    return answer
  } catch (cause) {
    failed(name, cause)
    throw cause
  }
})

/** A question that narrows nothing: the list is short enough to be narrowed where it is shown. */
export const everyUnit: UnitQuery = { words: null, region: null }

/** What notices are asked for; whatever is not said narrows nothing. */
export const noticeQuery = (asked: Partial<NoticeQuery>): NoticeQuery => ({
  id: null,
  words: null,
  region: null,
  unconfirmed: false,
  overtaken: false,
  with_duplicates: false,
  sort: 'added',
  descending: false,
  after: null,
  limit: 0,
  ...asked,
})

/** What operations are asked for; whatever is not said narrows nothing. */
export const historyRequest = (asked: Partial<HistoryRequest>): HistoryRequest => ({
  about: null,
  label: null,
  words: null,
  from: null,
  to: null,
  after: null,
  limit: 0,
  ...asked,
})

/** How many notices are offered where one is chosen. */
export const OFFERED_NOTICES = 50
