// A text cut into runs, marked where the words occur. For showing, and for searching in what is shown; finding in the
// register is the core's.

export interface Run {
  readonly text: string
  readonly marked: boolean
}

export function cutAt(text: string, words: string): Run[] {
  const runs: Run[] = []
  const sought = finderOf(words)
  let from = 0
  for (const found of sought ? text.matchAll(sought) : []) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index), marked: false })
    runs.push({ text: found[0], marked: true })
    from = found.index + found[0].length
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from), marked: false })
  return runs
}

/** Finds the words as they are written, in capitals or small letters; `undefined` when there are none. */
export function finderOf(words: string): RegExp | undefined {
  const wanted = words.trim()
  return wanted === '' ? undefined : new RegExp(wanted.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), 'gi')
}
