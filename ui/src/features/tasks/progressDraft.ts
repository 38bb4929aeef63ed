// What stands in the form of an entry of progress: pure.
import type { PickedFile } from '@/backend/port'
import type { AddProgressRequest, ImportSource, ProgressEntry } from '@/generated/types'
import { plainDigits } from '@/shared/numbers'
import { dayFault } from '@/shared/typedDay'

export interface ProgressDraft {
  words: string
  share: string
  difficulty: string
  next_step: string
  day: string
  /** Id of the unit that says so; empty for the office itself. */
  unit: string
  /** Id of the entry that this one puts right; empty for none. */
  replaces: string
  evidence: readonly PickedFile[]
}

export const emptyProgress = (): ProgressDraft => ({
  words: '',
  share: '',
  difficulty: '',
  next_step: '',
  day: '',
  unit: '',
  replaces: '',
  evidence: [],
})

/** An entry to be put right, as the form begins. Its files stay with it. */
export const correctionOf = (entry: ProgressEntry): ProgressDraft => ({
  ...emptyProgress(),
  words: entry.words,
  share: entry.share === null ? '' : String(entry.share),
  difficulty: entry.difficulty,
  next_step: entry.next_step,
  day: entry.day,
  unit: entry.unit ?? '',
  replaces: entry.id,
})

/** 60, 60%, ６０％ → 60; what is no whole number is none. */
export function shareOf(typed: string): number | undefined {
  const text = plainDigits(typed.trim()).replace(/[%％]$/, '')
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

/** The sentences that can be told without asking the core, by field. */
export function progressFaults(draft: ProgressDraft): Record<string, string> {
  const found: Record<string, string> = {}
  if (draft.words.trim() === '') found.words = '请写明办了什么。'
  if (draft.share.trim() !== '' && shareOf(draft.share) === undefined)
    found.share = '请写 0 到 100 的整数，或不填。'
  const day = dayFault(draft.day)
  if (day !== undefined) found.day = day
  return found
}

export const toProgress = (
  task: string,
  draft: ProgressDraft,
  evidence: readonly ImportSource[],
): AddProgressRequest => ({
  task,
  unit: draft.unit || null,
  words: draft.words.trim(),
  share: shareOf(draft.share) ?? null,
  difficulty: draft.difficulty.trim(),
  next_step: draft.next_step.trim(),
  day: draft.day || null,
  replaces: draft.replaces || null,
  evidence: [...evidence],
})

/** 12 KB, 3.4 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
