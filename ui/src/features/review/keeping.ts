// What is said in a review is kept in the register as soon as a hand rests, so that whoever is interrupted finds it again.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { api } from '@/features/api'
import { isEmpty, type Said } from '@/features/review/draft'
import type { ReviewedMeasure } from '@/generated/types'
import { complain } from '@/shared/toast'

const PAUSE = 250

export interface Keeping {
  readonly said: ShallowRef<Said>
  /** Takes what the register holds; what is not kept yet stays above it. */
  readonly take: (kept: readonly ReviewedMeasure[]) => void
  /** Says something of measures; it is kept a moment later. */
  readonly say: (entries: readonly ReviewedMeasure[]) => void
  /** Resolves once everything said is kept. */
  readonly flush: () => Promise<void>
}

export function useKeeping(): Keeping {
  const said = shallowRef<Said>(new Map())
  let waiting = new Map<string, ReviewedMeasure>()
  let sending: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  function over(base: Said, entries: Iterable<ReviewedMeasure>): Said {
    const next = new Map(base)
    for (const entry of entries) {
      if (isEmpty(entry)) next.delete(entry.measure)
      else next.set(entry.measure, entry)
    }
    return next
  }

  function say(entries: readonly ReviewedMeasure[]): void {
    if (entries.length === 0) return
    said.value = over(said.value, entries)
    for (const entry of entries) waiting.set(entry.measure, entry)
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), PAUSE)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    // One after the other: the later word on a measure must be the one that stays.
    sending = sending.then(send)
    return sending
  }

  async function send(): Promise<void> {
    if (waiting.size === 0) return
    const going = waiting
    waiting = new Map()
    try {
      await api.keepReview({ measures: [...going.values()] })
    } catch (cause) {
      waiting = new Map([...going, ...waiting])
      complain(cause)
    }
  }

  const leaving = () => void flush()
  window.addEventListener('pagehide', leaving)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', leaving)
    leaving()
  })

  return {
    said,
    take: (kept) =>
      (said.value = over(new Map(kept.map((entry) => [entry.measure, entry])), waiting.values())),
    say,
    flush,
  }
}
