// What another choice of steps would change.
import { offered } from '@/features/life/moves'
import { STATUSES } from '@/generated/words'
import type { StatusCode, Way } from '@/generated/types'

export interface ChangedWay {
  readonly from: StatusCode
  /** The usual next thing to do now; none where there is none. */
  readonly now: string | undefined
  readonly then: string | undefined
}

/** Statuses from which something else would be done next, or the same would lead elsewhere. */
export function changedWays(now: readonly Way[], then: readonly Way[]): ChangedWay[] {
  const words = new Map(STATUSES.map(({ code, word }) => [code, word]))
  const next = (ways: readonly Way[], from: StatusCode): string | undefined => {
    const own = ways.filter((way) => way.from === from)
    const { usual } = offered(own.map(({ move }) => move))
    const to = own.find(({ move }) => move === usual?.code)?.to
    return usual && to && `${usual.word}，到${words.get(to) ?? to}`
  }
  return STATUSES.map(({ code }) => ({ from: code, now: next(now, code), then: next(then, code) })).filter(
    ({ now: before, then: after }) => before !== after,
  )
}

/** Steps that are taken now and would not be. */
export const stepsLeft = (now: readonly StatusCode[], then: readonly StatusCode[]): StatusCode[] =>
  now.filter((step) => !then.includes(step))
