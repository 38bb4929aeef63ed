// The operations of the history under the days on which they were made.
import type { JournalEntry } from '@/generated/types'
import { wallClock } from '@/shared/dates'

export interface Day {
  readonly day: string
  readonly entries: readonly (JournalEntry & { readonly time: string })[]
}

/** In the order given, the latest first. */
export function byDay(entries: readonly JournalEntry[]): Day[] {
  const days: { day: string; entries: Day['entries'][number][] }[] = []
  for (const entry of entries) {
    const [day = '', time = ''] = wallClock(entry.at).split(' ')
    let last = days[days.length - 1]
    if (last?.day !== day) days.push((last = { day, entries: [] }))
    last.entries.push({ ...entry, time })
  }
  return days
}
