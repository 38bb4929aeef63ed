import { describe, expect, it } from 'vitest'
import {
  changesOf,
  isShown,
  neighbours,
  showChoices,
  unitsBeside,
  usualPair,
  type Show,
} from '@/features/notices/versions'
import { changesInWords, taskChangeInWords } from '@/features/versionWords'
import type {
  ComparedMeasure,
  ComparisonRow,
  VersionLinkInfo,
  VersionNotice,
  Versions,
} from '@/generated/types'

const measure = { id: 'm' } as ComparedMeasure
const row = (known: Partial<ComparisonRow>): ComparisonRow => ({
  older: measure,
  newer: measure,
  wording: false,
  units: false,
  deadline: false,
  ...known,
})
const added = row({ older: null })
const dropped = row({ newer: null })
const reworded = row({ wording: true, deadline: true })
const same = row({})

describe('what became of a measure', () => {
  it.each([
    ['added', added, ['added']],
    ['dropped', dropped, ['dropped']],
    ['changed in two ways', reworded, ['wording', 'deadline']],
    ['the same', same, ['same']],
  ])('%s', (_name, given, expected) => {
    expect(changesOf(given)).toEqual(expected)
  })

  it.each<[Show, ComparisonRow[]]>([
    ['changes', [added, dropped, reworded]],
    ['wording', [reworded]],
    ['deadline', [reworded]],
    ['units', []],
    ['added', [added]],
    ['dropped', [dropped]],
    ['same', [same]],
  ])('shown under %s', (show, expected) => {
    expect([added, dropped, reworded, same].filter((each) => isShown(each, show))).toEqual(expected)
  })

  it('counts what each filter leaves', () => {
    const counts = { same: 3, changed: 2, wording: 1, units: 0, deadline: 2, added: 4, dropped: 5 }
    const choices = showChoices({ counts } as Parameters<typeof showChoices>[0])
    expect(choices.map(({ show, rows }) => [show, rows])).toEqual([
      ['changes', 11],
      ['wording', 1],
      ['units', 0],
      ['deadline', 2],
      ['added', 4],
      ['dropped', 5],
      ['same', 3],
    ])
    expect(changesInWords(counts)).toBe('调整 2 条，新增 4 条，取消 5 条')
    expect(changesInWords({ ...counts, changed: 0, added: 0, dropped: 0 })).toBe('举措没有变化')
  })
})

describe('what a newer version says of a task', () => {
  const at = (leads: string[], due: string | null) => ({ ...measure, leads, due, deadline_raw: null })
  it.each([
    [row({ older: at(['甲局'], null), newer: null }), '新版中没有这一条。'],
    [row({ older: at(['甲局'], null), newer: at(['甲局'], null) }), '这一条没有变化。'],
    [
      row({
        older: at(['甲局'], '2023-12-31'),
        newer: at(['乙局'], '2023-09-30'),
        wording: true,
        units: true,
        deadline: true,
      }),
      '文字有调整；牵头改为乙局；时限由 2023-12-31 改为 2023-09-30。',
    ],
    [row({ older: at(['甲局'], null), newer: at(['甲局'], null), units: true }), '配合单位有调整。'],
  ])('%#', (given, expected) => {
    expect(taskChangeInWords(given)).toBe(expected)
  })
})

describe('a chain of versions', () => {
  const link = (older: string, newer: string) => ({ older, newer }) as VersionLinkInfo
  const notice = (id: string) => ({ id, title: id, issued: null }) as VersionNotice
  const chain: Versions = {
    notices: ['2022', '2023', '2024'].map(notice),
    links: [link('2022', '2023'), link('2023', '2024')],
  }

  it.each([
    ['2024', { older: '2023', newer: '2024' }],
    ['2023', { older: '2022', newer: '2023' }],
    ['2022', { older: '2022', newer: '2023' }],
    ['elsewhere', undefined],
  ])('of %s is compared with the one before it', (id, expected) => {
    expect(usualPair(chain, id)).toEqual(expected)
  })

  it('tells of the newer one first', () => {
    expect(neighbours(chain, '2023').map(({ id, isNewer }) => [id, isNewer])).toEqual([
      ['2024', true],
      ['2022', false],
    ])
  })
})

describe('units beside those of the other version', () => {
  it('are marked where the other does not have them', () => {
    const marks = (other: string[] | undefined) =>
      unitsBeside(['甲局', '乙局'], other).map(({ marked }) => marked)
    expect(marks(['甲局'])).toEqual([false, true])
    expect(marks(['乙局', '甲局'])).toEqual([false, false])
    expect(marks(['甲局（丙办）', '乙局'])).toEqual([true, false])
    expect(marks(undefined)).toEqual([false, false])
    const [bureau] = unitsBeside(['市商务局（市自贸委）'], ['市商务局'])
    expect(bureau?.marked, 'a second name in brackets').toBe(false)
  })
})
