// How far notices have come, as plain data.
import type { TaskGroup } from '@/generated/types'

export interface NoticeShare extends TaskGroup {
  /** How many count in the share: all that were not put aside. */
  readonly counted: number
  /** Done of those, from 0 to 1. */
  readonly share: number
}

/** Most overdue of those that count first, then least done. */
export function noticeShares(groups: readonly TaskGroup[]): NoticeShare[] {
  const late = ({ overdue, counted }: NoticeShare): number => (counted === 0 ? 0 : overdue / counted)
  return groups
    .map((group): NoticeShare => {
      const counted = group.count - group.ended
      return { ...group, counted, share: counted === 0 ? 0 : group.done / counted }
    })
    .sort((one, other) => late(other) - late(one) || one.share - other.share || other.count - one.count)
}
