// The lines and measures of a notice, arranged for reading: pure, so that what is marked can be tested.
import type { MeasureInfo, NoticeDetail, ReaderLine } from '@/generated/types'
import { finderOf } from '@/shared/cutAt'

export interface ReaderRow {
  readonly key: string
  readonly line: ReaderLine
  /** Set where a printed page begins. */
  readonly page: number | null
  /** First row of its measure: it carries the label. */
  readonly opens: MeasureInfo | undefined
}

/** Table cells come joined by an em space; they are shown apart. */
export const CELL_GAP = '\u2003'

export function readerRows(detail: NoticeDetail): ReaderRow[] {
  const measures = new Map(detail.measures.map((measure) => [measure.id, measure]))
  const begun = new Set<string>()
  let page: number | null = null
  return detail.lines.map((line, index) => {
    const turned = line.page !== null && line.page !== page
    page = line.page ?? page
    const measure = line.measure === null ? undefined : measures.get(line.measure)
    const opens = measure && !begun.has(measure.id) ? measure : undefined
    if (opens) begun.add(opens.id)
    return { key: `${line.number}/${index}`, line, page: turned ? line.page : null, opens }
  })
}

/** The row that shows a line, or the nearest one before it. */
export function rowOfLine(rows: readonly ReaderRow[], line: number): number | undefined {
  let found: number | undefined
  for (const [index, row] of rows.entries()) {
    if (row.line.number === line) return index
    if (row.line.number < line) found = index
  }
  return found
}

/** The rows whose text has the words. */
export function rowsWith(rows: readonly ReaderRow[], words: string): number[] {
  const sought = finderOf(words)
  if (!sought) return []
  return rows.flatMap(({ line }, index) => (line.text.search(sought) >= 0 ? [index] : []))
}

/** How many lines of so many wide letters a text takes when it wraps: a guess, for letters are not all alike. */
export function linesTall(text: string, letters: number): number {
  if (text.length <= letters) return 1
  let lines = 1
  let taken = 0
  for (let at = 0; at < text.length; at++) {
    taken += text.charCodeAt(at) > 0xff ? 1 : 0.55
    if (taken > letters) {
      lines++
      taken = 1
    }
  }
  return lines
}

/** The measure a line belongs to, or the nearest one before it: where a link to a line should land in the list. */
export function measureAt(measures: readonly MeasureInfo[], line: number): MeasureInfo | undefined {
  let found: MeasureInfo | undefined
  for (const measure of measures) {
    if (measure.line <= line && line <= measure.last_line) return measure
    if (measure.line <= line && (!found || measure.line >= found.line)) found = measure
  }
  return found
}

/** The words of a measure that its title does not already say: many clauses begin with their title. */
export function afterTitle({ title, text }: Pick<MeasureInfo, 'title' | 'text'>): string {
  if (title === null || !text.startsWith(title)) return text
  return text.slice(title.length).replace(/^[\s。．.：:，,；;]+/u, '')
}

/** Whether a doubt waits for a person. */
export const isDoubtful = ({ doubts }: Pick<MeasureInfo, 'doubts'>): boolean =>
  doubts.some(({ state }) => state === 'open')

/** The doubtful measures, those whose doubts are the likeliest to be right first. */
export function riskiestFirst(measures: readonly MeasureInfo[]): MeasureInfo[] {
  const risk = ({ doubts }: MeasureInfo) =>
    Math.max(...doubts.filter(({ state }) => state === 'open').map(({ chance }) => chance))
  return measures.filter(isDoubtful).sort((one, other) => risk(other) - risk(one))
}

/** The lines that no rule has claimed: a person should look at them. */
export function notUnderstood(lines: readonly ReaderLine[]): number[] {
  return lines.filter(({ role }) => role === 'not_understood').map(({ number }) => number)
}

/** The next of these lines, from the first again after the last. */
export function nextOf(lines: readonly number[], after: number | undefined): number | undefined {
  return lines.find((line) => line > (after ?? 0)) ?? lines[0]
}
