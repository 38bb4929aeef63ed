// A text cut into runs, marked where the words occur. For showing, never for finding: the core does that.

export interface Run {
  readonly text: string
  readonly marked: boolean
}

export function cutAt(text: string, words: string): Run[] {
  const runs: Run[] = []
  const wanted = words.trim()
  let from = 0
  while (wanted !== '') {
    const at = text.indexOf(wanted, from)
    if (at < 0) break
    if (at > from) runs.push({ text: text.slice(from, at), marked: false })
    runs.push({ text: wanted, marked: true })
    from = at + wanted.length
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from), marked: false })
  return runs
}
