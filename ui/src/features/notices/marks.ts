// Which words of a notice a field rests on, as places in its lines.
import type { DoubtInfo, FieldCode, ProvenanceInfo, ReaderLine } from '@/generated/types'
import type { Run } from '@/shared/cutAt'

/** From the first letter to the one behind the last. */
export type Range = readonly [from: number, to: number]
export type Marks = ReadonlyMap<number, readonly Range[]>

type Place = Pick<ProvenanceInfo, 'words' | 'characters'> & { readonly line: number | null }

/** Where the field was read, and what is doubted about it. */
export function marksOf(
  field: FieldCode,
  sources: readonly ProvenanceInfo[],
  doubts: readonly DoubtInfo[],
  lines: readonly ReaderLine[],
): Marks {
  const texts = new Map(lines.map(({ number, text }) => [number, text]))
  const marks = new Map<number, Range[]>()
  const add = (line: number, from: number, to: number) => {
    const text = texts.get(line)
    if (text === undefined || to <= from || from >= text.length) return
    const there = marks.get(line) ?? []
    if (!there.some(([a, b]) => a < to && from < b))
      marks.set(line, [...there, [from, Math.min(to, text.length)]])
  }
  const places: readonly Place[] = [...sources, ...doubts].filter((place) => place.field === field)
  for (const place of places) markPlace(place, texts, add)
  return marks
}

function markPlace(
  { words, line, characters }: Place,
  texts: ReadonlyMap<number, string>,
  add: (line: number, from: number, to: number) => void,
): void {
  if (characters !== null) {
    const { line: first, last_line: last, from, to } = characters
    const parts: [number, number, number][] = []
    for (let at = first; at <= last; at++) {
      parts.push([at, at === first ? from : 0, at === last ? to : (texts.get(at)?.length ?? 0)])
    }
    const found = parts.map(([at, a, b]) => texts.get(at)?.slice(a, b) ?? '').join('')
    // Places are those of the file; where markup or an em space lies between, the words themselves are looked for.
    if (letters(found) === letters(words)) {
      for (const part of parts) add(...part)
      return
    }
  }
  if (line === null || words === '') return
  for (let at = line; at <= line + 2; at++) {
    const from = texts.get(at)?.indexOf(words) ?? -1
    if (from >= 0) {
      add(at, from, from + words.length)
      return
    }
  }
}

const letters = (text: string): string => text.replace(/\s+/gu, '')

/** A text cut into runs at these places. */
export function cutRanges(text: string, ranges: readonly Range[]): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
    if (from > at) runs.push({ text: text.slice(at, from), marked: false })
    runs.push({ text: text.slice(Math.max(at, from), to), marked: true })
    at = Math.max(at, to)
  }
  if (at < text.length || runs.length === 0) runs.push({ text: text.slice(at), marked: false })
  return runs
}
