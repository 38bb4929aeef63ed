// An import report in words, as plain data.
import { claimSubjectWord } from '@/features/words'
import type { RouteLocationRaw } from 'vue-router'
import { places } from '@/features/places'
import type { ClaimInfo, FileOutcome, ImportReport } from '@/generated/types'
import { count } from '@/shared/numbers'

export type Verdict = 'added' | 'nothing_new' | 'empty' | 'failed'

export function verdict(file: FileOutcome): Verdict {
  if (file.error !== null) return 'failed'
  if (file.new_documents > 0) return 'added'
  return file.known || file.duplicates > 0 ? 'nothing_new' : 'empty'
}

export function verdictWords(file: FileOutcome): string {
  switch (verdict(file)) {
    case 'failed':
      return file.error ?? ''
    case 'added':
      return file.duplicates > 0
        ? `新增 ${count(file.new_documents)} 份文件，另有 ${count(file.duplicates)} 份已在库中，未重复登记。`
        : `新增 ${count(file.new_documents)} 份文件。`
    case 'nothing_new':
      return file.known
        ? '这个文件以前导入过，没有新增内容。'
        : `其中 ${count(file.duplicates)} 份文件都已在库中，没有新增内容。`
    case 'empty':
      return '没有找到可登记的文件。请确认它是一份通知、方案或措施的正文。'
  }
}

/** 文件自述 344 条举措，读出 344 条。 */
export function claimWords(claim: ClaimInfo): string {
  const subject = claimSubjectWord(claim.what)
  return claim.claimed === claim.found
    ? `自述 ${count(claim.claimed)} ${subject}，读出数目一致`
    : `自述 ${count(claim.claimed)} ${subject}，读出 ${count(claim.found)} ${subject}，请核对`
}

export const isMet = (claim: ClaimInfo): boolean => claim.claimed === claim.found

/** More notices than these stand in no address: all that wait are reviewed then. */
const MOST_NAMED = 60

/** Where what an import brought is reviewed. */
export function placeOfReview({ files }: ImportReport): RouteLocationRaw {
  const of = (pick: (file: FileOutcome) => readonly string[]) => [...new Set(files.flatMap(pick))]
  const notices = of((file) => file.notices)
  return notices.length > MOST_NAMED
    ? places.review()
    : places.review(
        notices,
        of((file) => file.repeats),
      )
}

/** Whether something of it waits for a person: measures that are no tasks so far. */
export function waits(report: ImportReport): boolean {
  const { documents, tasks, measures } = totals(report)
  return documents > 0 && measures > 0 && tasks === 0
}

export interface Totals {
  readonly documents: number
  readonly measures: number
  readonly tasks: number
  readonly doubts: number
  readonly duplicates: number
  readonly failed: number
}

export function totals(report: ImportReport): Totals {
  const sum = (pick: (file: FileOutcome) => number) => report.files.reduce((all, file) => all + pick(file), 0)
  return {
    documents: sum((file) => file.new_documents),
    measures: sum((file) => file.measures),
    tasks: sum((file) => file.tasks),
    doubts: sum((file) => file.doubts),
    duplicates: sum((file) => file.duplicates),
    failed: sum((file) => (file.error === null ? 0 : 1)),
  }
}
