// When this window was last open on this machine, and what was done since: counted from the journal.
import type { JournalEntry } from '@/generated/types'

const KEY = 'duban.lastOpened'

export interface LastOpened {
  /** The instant. */
  readonly at: string
  /** The day the register was worked in. */
  readonly day: string
}

interface Kept extends LastOpened {
  /** The time before that. */
  readonly before?: LastOpened | undefined
}

/** Who closes the window and opens it soon goes on with the same work. */
const SAME_SITTING = 30 * 60_000

let before: LastOpened | undefined
let isRead = false

/** When it was open before this time; the same answer as long as one goes on. */
export function lastOpened(): LastOpened | undefined {
  if (!isRead) {
    isRead = true
    before = timeBefore(remembered(), Date.now())
  }
  return before
}

export function timeBefore(kept: Kept | undefined, now: number): LastOpened | undefined {
  if (!kept) return undefined
  const { before: earlier, at, day } = kept
  return now - Date.parse(at) < SAME_SITTING ? earlier : { at, day }
}

function remembered(): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Kept> | null
    return typeof kept?.at === 'string' && typeof kept.day === 'string' ? (kept as Kept) : undefined
  } catch {
    return undefined
  }
}

/** Says that it is open now. */
export function noteOpened(day: string): void {
  const earlier = lastOpened()
  localStorage.setItem(KEY, JSON.stringify({ at: new Date().toISOString(), day, before: earlier }))
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
