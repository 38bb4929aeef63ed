// Versions in the made-up office: one notice has a draft before it.
import type { Office } from '@/backend/fakeOffice'
import type {
  ComparedMeasure,
  Comparison,
  ComparisonRow,
  MeasureInfo,
  VersionCounts,
  VersionLinkInfo,
  VersionNotice,
  VersionPair,
  Versions,
} from '@/generated/types'

const [OLDER, NEWER] = ['n3', 'n4']

export function versionCommands(office: () => Office): Record<string, (args: never) => unknown> {
  let links: VersionLinkInfo[] = [
    {
      older: OLDER,
      newer: NEWER,
      kind: 'draft',
      reason: '同一地区，标题相同，一份是征求意见稿，一份是正式文本',
      by_person: false,
      counts: null,
    },
  ]
  const notice = (id: string): VersionNotice[] =>
    office()
      .notices.filter((each) => each.id === id)
      .map(({ title, number, issuers, issued, measures, tasks, confirmed, source_file }) => ({
        id,
        title,
        number,
        issuers,
        issued,
        measures,
        tasks,
        confirmed,
        source_file,
      }))
  const chain = (id: string | null): Versions => {
    const own = links.filter((link) => id === null || link.older === id || link.newer === id)
    const ids = [...new Set(own.flatMap((link) => [link.older, link.newer]))]
    const counts = id === null ? null : compare(office()).counts
    return { notices: ids.flatMap(notice), links: own.map((link) => ({ ...link, counts })) }
  }
  return {
    list_versions: ({ notice: id }: { notice: string | null }) => chain(id),
    compare_versions: (pair: VersionPair): Comparison => {
      const [older] = notice(pair.older)
      const [newer] = notice(pair.newer)
      if (!older || !newer) throw new Error('没有找到文件。请刷新后再试。')
      return { older, newer, ...compare(office()) }
    },
    task_in_newer_versions: ({ id }: { id: string }) =>
      compare(office()).rows.flatMap((row) =>
        row.older?.task === id ? notice(NEWER).map((newer) => ({ notice: newer, kind: 'draft', row })) : [],
      ),
    link_versions: (pair: VersionPair) => {
      links = [...links, { ...pair, kind: 'given', reason: '由人工设定', by_person: true, counts: null }]
      return chain(pair.newer)
    },
    unlink_versions: (pair: VersionPair) => {
      links = links.filter((link) => link.older !== pair.older || link.newer !== pair.newer)
      return chain(pair.newer)
    },
  }
}

/** The measures of the newer notice beside older ones made of them: one of each sort of change in turn. */
function compare(office: Office): { counts: VersionCounts; rows: ComparisonRow[] } {
  const rows = (office.measures.get(NEWER) ?? []).map((measure, index): ComparisonRow => {
    const newer = compared(measure, `${measure.text}<b>不是标记</b>`)
    const sort = index % 6
    return {
      newer: sort === 1 ? null : newer,
      older: sort === 0 ? null : { ...newer, ...before(newer, sort) },
      wording: sort === 2,
      units: sort === 3,
      deadline: sort === 4,
    }
  })
  const of = (holds: (row: ComparisonRow) => boolean) => rows.filter(holds).length
  const both = (row: ComparisonRow) => row.older !== null && row.newer !== null
  const changed = of((row) => row.wording || row.units || row.deadline)
  return {
    rows,
    counts: {
      changed,
      same: of(both) - changed,
      wording: of((row) => row.wording),
      units: of((row) => row.units),
      deadline: of((row) => row.deadline),
      added: of((row) => row.older === null),
      dropped: of((row) => row.newer === null),
    },
  }
}

const compared = (measure: MeasureInfo, text: string): ComparedMeasure => ({
  id: measure.id,
  task: measure.task,
  number: measure.number,
  line: measure.line,
  text: [{ text, marked: false }],
  leads: measure.leads,
  co_units: measure.co_units,
  due: measure.due,
  deadline_raw: measure.deadline_raw,
})

function before(newer: ComparedMeasure, sort: number): Partial<ComparedMeasure> {
  if (sort === 2) return { text: [...newer.text, { text: '，并于年底前报送总结', marked: true }] }
  if (sort === 3) return { leads: ['市行政审批局'] }
  return sort === 4 ? { due: '2022-03-31' } : {}
}
