// Taking back the last operation, and doing it again: what it was is read from the journal, not remembered here.
import { api, historyRequest } from '@/features/api'
import { lastStanding, takeBack } from '@/features/journal/takeBack'
import { chosenDay } from '@/features/session'
import { wrote } from '@/features/writes'
import { complain, say } from '@/shared/toast'

let asking = false

const LOOK_BACK = 50

export async function undoLast(): Promise<void> {
  if (asking) return
  asking = true
  try {
    const last = lastStanding(await api.history(historyRequest({ limit: LOOK_BACK })))
    const done = last === undefined ? '没有可以撤销的操作。' : await takeBack(last)
    if (done !== undefined) say(done)
  } catch (cause) {
    complain(cause)
  } finally {
    asking = false
  }
}

/** Does again what was taken back last; the core refuses when anything new was done since. */
export async function redoLast(): Promise<void> {
  try {
    const redone = await api.redo()
    chosenDay.value = undefined
    wrote()
    say(`已重做“${redone.label}”。`)
  } catch (cause) {
    complain(cause)
  }
}
