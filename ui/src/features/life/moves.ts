// What may be done with tasks, as the core tells it: the usual way first, everything else behind it. Nothing of it is known
// here.
import { MOVES } from '@/generated/words'
import type { MoveCode, StatusCode, Way } from '@/generated/types'

export type MoveEntry = (typeof MOVES)[number]

const entries = new Map(MOVES.map((entry) => [entry.code, entry]))

export function moveEntry(code: MoveCode): MoveEntry {
  const entry = entries.get(code)
  if (!entry) throw new Error(`no move ${code}`)
  return entry
}

export interface Offered {
  /** What is done with it as a rule, where there is such a thing. */
  readonly usual: MoveEntry | undefined
  readonly others: readonly MoveEntry[]
}

/** The first way forward is the usual one; where there is none, the way back onto it. The others stand as in the table. */
export function offered(codes: readonly MoveCode[]): Offered {
  const possible = codes.map(moveEntry)
  const usual =
    possible.find(({ kind }) => kind === 'forward') ?? possible.find(({ kind }) => kind === 'again')
  return { usual, others: MOVES.filter((entry) => entry !== usual && codes.includes(entry.code)) }
}

/** What may be done with at least one task in these statuses; first what may be done with most of them. */
export function possibleFrom(statuses: readonly StatusCode[], ways: readonly Way[]): MoveCode[] {
  const standing = new Map<StatusCode, number>()
  for (const status of statuses) standing.set(status, (standing.get(status) ?? 0) + 1)
  const counts = new Map<MoveCode, number>()
  for (const { from, move } of ways) {
    const tasks = standing.get(from) ?? 0
    if (tasks > 0) counts.set(move, (counts.get(move) ?? 0) + tasks)
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([move]) => move)
}
