// Versions of a notice, arranged for reading: pure, so that what is shown and marked can be tested.
import type {
  ComparedMeasure,
  Comparison,
  ComparisonRow,
  VersionLinkInfo,
  VersionPair,
  Versions,
} from '@/generated/types'

export type Change = 'wording' | 'units' | 'deadline' | 'added' | 'dropped' | 'same'
export type Show = Change | 'changes'

export const changeWords: Record<Change, string> = {
  wording: '文字变化',
  units: '单位变化',
  deadline: '时限变化',
  added: '新增',
  dropped: '取消',
  same: '相同',
}

/** What became of a measure; several things may have changed in one. */
export function changesOf(row: ComparisonRow): Change[] {
  if (row.older === null) return ['added']
  if (row.newer === null) return ['dropped']
  const changed = (['wording', 'units', 'deadline'] as const).filter((change) => row[change])
  return changed.length > 0 ? changed : ['same']
}

export function isShown(row: ComparisonRow, show: Show): boolean {
  const changes = changesOf(row)
  return show === 'changes' ? !changes.includes('same') : changes.includes(show)
}

/** The filters with how many rows each leaves. */
export function showChoices({ counts }: Comparison): { show: Show; name: string; rows: number }[] {
  return [
    { show: 'changes', name: '有变化', rows: counts.changed + counts.added + counts.dropped },
    ...(Object.keys(changeWords) as Change[]).map((change) => ({
      show: change,
      name: changeWords[change],
      rows: counts[change],
    })),
  ]
}

/** With the version before it; the first of a chain with the one after it. */
export function usualPair({ links }: Versions, notice: string): VersionPair | undefined {
  const before = links.filter(({ newer }) => newer === notice).at(-1)
  const link = before ?? links.find(({ older }) => older === notice)
  return link && { older: link.older, newer: link.newer }
}

/** What follows a notice, and what it follows. */
export function neighbours(
  { links, notices }: Versions,
  notice: string,
): { link: VersionLinkInfo; id: string; title: string; issued: string | null; isNewer: boolean }[] {
  return links
    .filter(({ older, newer }) => older === notice || newer === notice)
    .flatMap((link) => {
      const isNewer = link.older === notice
      const id = isNewer ? link.newer : link.older
      const other = notices.find((each) => each.id === id)
      return other ? [{ link, id, title: other.title, issued: other.issued, isNewer }] : []
    })
    .sort((one, other) => Number(other.isNewer) - Number(one.isNewer))
}

/** 市商务局（市自贸委） is the same bureau as 市商务局. */
const firstName = (unit: string): string => unit.replace(/^(.{3,})（[^（]*）$/u, '$1')

/** Units of one side, marked where the other side does not have them in this role. */
export function unitsBeside(
  units: readonly string[],
  other: readonly string[] | undefined,
): { text: string; marked: boolean }[] {
  const there = new Set(other?.map(firstName))
  return units.map((text) => ({ text, marked: other !== undefined && !there.has(firstName(text)) }))
}

export function deadlineWords({ due, deadline_raw }: Pick<ComparedMeasure, 'due' | 'deadline_raw'>): string {
  return due ?? deadline_raw ?? '未载明期限'
}
