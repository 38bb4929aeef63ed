// The commands as the features call them: the generated functions over the host chosen at start, asked as of the day
// the person chose. Without one the core chooses.
import { backend } from '@/backend/current'
import { chosenDay } from '@/features/session'
import { commandsOver } from '@/generated/commands'
import type { NoticeQuery, UnitQuery } from '@/generated/types'

export const api = commandsOver((name, args) => {
  // What the core would choose must not depend on what was chosen here.
  const asOf = name === 'app_status' ? null : (chosenDay.value ?? null)
  return backend().call(name, args, asOf)
})

/** Questions that narrow nothing: lists are short enough to be narrowed where they are shown. */
export const everyUnit: UnitQuery = { words: null, region: null }
export const everyNotice: NoticeQuery = {
  words: null,
  region: null,
  unconfirmed: false,
  with_duplicates: false,
}
