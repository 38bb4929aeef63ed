// When this window was last open on this machine, and what was done since: counted from the journal.
import type { JournalEntry } from '@/generated/types'

const KEY = 'duban.lastOpened'

export interface LastOpened {
  /** The instant. */
  readonly at: string
  /** The day the register was worked in. */
  readonly day: string
}

let before: LastOpened | undefined
let isRead = false

/** When it was open before this time; the same answer as long as the window stays open. */
export function lastOpened(): LastOpened | undefined {
  if (!isRead) {
    isRead = true
    before = remembered()
  }
  return before
}

function remembered(): LastOpened | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<LastOpened> | null
    return typeof kept?.at === 'string' && typeof kept.day === 'string' ? (kept as LastOpened) : undefined
  } catch {
    return undefined
  }
}

/** Says that it is open now. */
export function noteOpened(day: string): void {
  lastOpened()
  localStorage.setItem(KEY, JSON.stringify({ at: new Date().toISOString(), day }))
}

export interface Done {
  readonly label: string
  readonly times: number
}

/** What was done after an instant and stands, most often done first. */
export function doneSince(entries: readonly JournalEntry[], at: string): Done[] {
  const times = new Map<string, number>()
  for (const { label, at: when, undone, is_step_back: isBack } of entries) {
    if (Date.parse(when) > Date.parse(at) && !undone && !isBack) times.set(label, (times.get(label) ?? 0) + 1)
  }
  return [...times]
    .map(([label, count]) => ({ label, times: count }))
    .sort((one, other) => other.times - one.times)
}
