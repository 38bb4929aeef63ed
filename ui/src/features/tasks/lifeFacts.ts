// What happened to a task as lines to be read: its statuses and deadlines by the day they are true from.
import { partWord, statusWords } from '@/features/words'
import type { TaskLife } from '@/generated/types'
import { longDay } from '@/shared/dates'

export interface LifeFact {
  readonly day: string
  readonly recordedAt: string
  readonly actor: string
  readonly what: string
  readonly reason: string
}

/** The latest first. */
export function lifeFacts({ statuses, deadline }: TaskLife): LifeFact[] {
  const term = (due: string | null, raw: string | null): string =>
    due ? longDay(due) : (raw ?? '未载明期限')
  const facts: LifeFact[] = [
    ...statuses.map(({ unit, before, after, day, recorded_at: recordedAt, actor, reason }) => {
      const [from, to] =
        unit === null
          ? [before && statusWords[before], statusWords[after]]
          : [partWord(before), partWord(after)]
      return {
        day,
        recordedAt,
        actor,
        reason,
        what: `${unit === null ? '' : `${unit}：`}${from ? `${from} → ` : ''}${to}`,
      }
    }),
    ...deadline.changes.map((change) => ({
      day: change.day,
      recordedAt: change.recorded_at,
      actor: change.actor,
      reason: change.reason,
      what: `${change.is_extension ? '延期' : '时限'} ${term(change.before_due, change.before_raw)} → ${term(change.after_due, change.after_raw)}`,
    })),
  ]
  const newest = (one: LifeFact, other: LifeFact) =>
    other.day.localeCompare(one.day) || other.recordedAt.localeCompare(one.recordedAt)
  return facts.sort(newest)
}
