// What the search box offers besides what the core finds: pages, commands, views and units, by name, in short, or by the
// first letters of their pinyin.
import { initials } from '@/shared/initials'

export type EntryKind = 'page' | 'command' | 'view' | 'unit'

export const entryWords: Record<EntryKind, string> = {
  page: '页面',
  command: '命令',
  view: '视图',
  unit: '单位',
}

export interface Entry {
  readonly kind: EntryKind
  readonly id: string
  readonly name: string
  /** What else it is known by. */
  readonly note?: string | undefined
  readonly run: () => void
}

const LETTERS = /^[a-z0-9]+$/

/** How well the words mean the name: less is better; nothing where they do not. */
export function fit(words: string, name: string): number | undefined {
  const asked = words.toLowerCase().replace(/\s+/g, '')
  const called = name.toLowerCase()
  if (asked === '') return undefined
  if (called === asked) return 0
  if (called.startsWith(asked)) return 1
  if (called.includes(asked)) return 2
  // 市监局 for 市市场监管局; one character alone is in too many names.
  if (asked.length > 1 && isAbbreviation(asked, called)) return 3
  if (LETTERS.test(asked) && asked.length > 1) {
    const letters = initials(called)
    if (letters.startsWith(asked)) return 4
    if (letters.includes(asked)) return 5
    if (asked.length > 2 && isAbbreviation(asked, letters)) return 6
  }
  return undefined
}

/** Whether all characters stand in the name in this order, from its first one on. */
function isAbbreviation(short: string, name: string): boolean {
  if (short[0] !== name[0]) return false
  let at = 0
  for (const character of name) if (character === short[at]) at++
  return at === short.length
}

/** The best of them; those of one kind stay together, commands and pages before many units. */
export function found(words: string, entries: readonly Entry[], most: number): Entry[] {
  const fits = entries.flatMap((entry, index) => {
    const own = fit(words, entry.name)
    return own === undefined ? [] : [{ entry, own, index }]
  })
  return fits
    .sort(
      (one, other) =>
        one.own - other.own || one.entry.name.length - other.entry.name.length || one.index - other.index,
    )
    .slice(0, most)
    .map(({ entry }) => entry)
}
