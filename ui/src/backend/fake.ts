// A host without a core: answers the commands over a made-up office. For tests and for `npm run dev:fake`.
import { BackendError } from '@/backend/errors'
import { asOfDay, makeOffice, type Office } from '@/backend/fakeOffice'
import { backupCommands } from '@/backend/fakeBackups'
import { correctionCommands } from '@/backend/fakeCorrections'
import { versionCommands } from '@/backend/fakeVersions'
import type { Backend } from '@/backend/port'
import type {
  UnitPair,
  UnitPairReport,
  UnitProposal,
  IndicatorRow,
  AppStatus,
  ChangedSince,
  Dashboard,
  FileOutcome,
  ImportReport,
  JournalEntry,
  MonthFigures,
  Progress,
  SearchResult,
  Segment,
  TaskDetail,
  TaskFigures,
  TaskPage,
  TaskQuery,
  TaskRow,
  UnitFigures,
} from '@/generated/types'

const DAY = '2022-07-01'

export function fake(startEmpty = new URLSearchParams(location.search).has('empty')): Backend {
  let office: Office = startEmpty ? emptyOffice() : makeOffice()
  let revision = 1
  const journal: JournalEntry[] = []
  const settled = new Set<string>()
  const progressHandlers = new Set<(progress: Progress) => void>()

  const write = (label: string, summary: string) => {
    revision += 1
    journal.unshift({
      id: `j${revision}`,
      at: '2026-11-21T01:30:00Z',
      actor: '本机用户',
      label,
      summary,
      undone: false,
      is_step_back: label === '撤销' || label === '重做',
    })
  }

  const commands: Record<string, (args: never, day: string) => unknown> = {
    app_status: (): AppStatus => ({
      version: '0.1.0',
      store: '/home/office/.local/share/duban',
      as_of: DAY,
      sample: office.notices.length > 0,
      sample_as_of: DAY,
      notices: office.notices.length,
      unconfirmed: office.notices.filter((notice) => !notice.confirmed).length,
      tasks: office.tasks.length,
      undated: 0,
      backup_fault: null,
      revision,
    }),
    changed_since: (): ChangedSince => ({
      revision,
      nouns: ['notice', 'task', 'note', 'unit', 'version', 'operation'],
    }),
    dashboard: (args: { region: string | null }, day): Dashboard => {
      const tasks = rows(office, day).filter((task) => inRegion(office, task, args.region))
      return {
        as_of: day,
        totals: figures(tasks, 0),
        unassigned: tasks.filter((task) => task.leads.length === 0).length,
        undated: 0,
        units: unitFigures(office, tasks),
        months: months(tasks),
        regions: ['滨江市', '临湖市'],
      }
    },
    list_units: (_args, day) => unitFigures(office, rows(office, day)),
    get_unit: ({ id }: { id: string }, day) => {
      const unit = unitFigures(office, rows(office, day)).find((each) => each.id === id)
      if (!unit) throw new BackendError('没有这个单位，它可能已被合并。请回到部门列表。', 'not_found')
      return {
        unit,
        undated: 0,
        aliases: [unit.name, unit.name.replace('改革委', '和改革委员会')],
        months: [],
      }
    },
    unit_proposals: () => proposals(office, settled),
    merge_units: (pair: UnitPair) => settle(settled, pair, 2),
    tell_units_apart: (pair: UnitPair) => settle(settled, pair, 0),
    list_indicators: ({ notice }: { notice: string | null }) => indicators(office, notice),
    list_tasks: (query: TaskQuery, day) => page(rows(office, day), query, office),
    get_task: ({ id }: { id: string }, day) => detail(office, id, day, journal),
    list_notices: () => office.notices,
    get_notice: ({ id }: { id: string }) => {
      const notice = office.notices.find((each) => each.id === id)
      if (!notice)
        throw new BackendError('没有这份文件，它可能已随导入一起撤销。请回到文件列表。', 'not_found')
      return {
        notice,
        notice_title: `关于印发《${notice.title}》的通知`,
        effective: null,
        expires: '2025-12-31',
        organizer: '市发展改革委',
        claims: [
          {
            what: 'measures',
            claimed: notice.measures,
            found: notice.measures,
            raw: `${notice.measures}条举措`,
          },
        ],
        doubts: [],
        outdated: true,
        lines: office.lines.get(id) ?? [],
        measures: office.measures.get(id) ?? [],
      }
    },
    ...versionCommands(() => office),
    ...backupCommands(),
    ...correctionCommands(() => office),
    import: async (args: { sources: unknown[] }): Promise<ImportReport> => {
      for (let done = 0; done <= 20; done++) {
        for (const handler of progressHandlers)
          handler({ message: `正在提取 第 ${done} 份文件`, done, total: 20 })
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
      return fill(`导入 ${args.sources.length} 个文件`)
    },
    load_sample: () => fill('载入示例数据'),
    confirm_notices: ({ ids }: { ids: string[] }) => {
      office = {
        ...office,
        notices: office.notices.map((each) => (ids.includes(each.id) ? { ...each, confirmed: true } : each)),
      }
      write('确认文件', `确认 ${ids.length} 份文件。`)
      return { notices: ids.length, tasks: 24 }
    },
    search: ({ words, limit }: { words: string; limit: number }, day): SearchResult => {
      const found = rows(office, day).filter((task) => task.text.includes(words))
      return {
        total: found.length,
        is_exact: true,
        hits: found.slice(0, limit).map((task) => ({
          kind: 'task',
          id: task.id,
          title: [{ text: `${task.number} ${task.notice_title}`, marked: false }],
          excerpt: mark(task.text, words),
          line: 12,
        })),
        suggestions: ['审批制度', '数据共享'],
      }
    },
    history: () => journal,
    undo: () => {
      const last = journal.find((entry) => !entry.undone && !entry.is_step_back)
      if (last) journal[journal.indexOf(last)] = { ...last, undone: true }
      if (last?.label.includes('入')) office = emptyOffice()
      write('撤销', last?.summary ?? '')
      return last
    },
  }

  function fill(summary: string): ImportReport {
    office = makeOffice()
    write('导入文件', summary)
    return {
      milliseconds: [40, 220, 130],
      files: [
        outcome('003_营商环境.txt', {
          documents: 1,
          new_documents: 1,
          measures: 356,
          doubts: 12,
          not_understood: 2,
          warnings: [],
          claims: [
            { what: 'measures', claimed: 344, found: 344, raw: '344条改革举措' },
            { what: 'items', claimed: 101, found: 100, raw: '101项' },
          ],
        }),
        outcome('004_新闻.html', { documents: 1, duplicates: 1 }),
        outcome('扫描件.pdf', { error: '“扫描件.pdf”不是文本或网页，没有读取。请先转换为文本，再导入。' }),
      ],
    }
  }

  return {
    host: 'fake',
    capabilities: { pickFolders: false, showStorePath: true },
    async call(command, args, asOf) {
      const run = commands[command]
      if (!run) throw new BackendError(`没有“${command}”这个命令。`, 'unknown_command')
      return structuredClone(await run(args as never, asOf ?? DAY))
    },
    pickFiles: async () => [{ name: '003_营商环境.txt', source: async () => ({ path: '003_营商环境.txt' }) }],
    pickPlace: async (name) => ({ path: name, hand: async () => undefined }),
    onDrop: () => () => undefined,
    onProgress: (handler) => {
      progressHandlers.add(handler)
      return () => progressHandlers.delete(handler)
    },
    onRevision: () => () => undefined,
  }
}

const outcome = (file: string, known: Partial<FileOutcome>): FileOutcome => ({
  file,
  error: null,
  known: false,
  documents: 0,
  new_documents: 0,
  duplicates: 0,
  measures: 0,
  tasks: 0,
  doubts: 0,
  not_understood: 0,
  warnings: [],
  claims: [],
  notices: [],
  versions: [],
  ...known,
})
const emptyOffice = (): Office => ({
  notices: [],
  tasks: [],
  units: [],
  lines: new Map(),
  measures: new Map(),
})
const rows = (office: Office, day: string) => office.tasks.map((task) => asOfDay(task, day))
const inRegion = (office: Office, task: TaskRow, region: string | null | undefined) =>
  !region || office.notices.find((notice) => notice.id === task.notice)?.region === region

function figures(led: readonly TaskRow[], assisted: number): TaskFigures {
  const of = (light: TaskRow['light']) => led.filter((task) => task.light === light).length
  return {
    led: led.length,
    assisted,
    done: of('done'),
    overdue: of('overdue'),
    due_soon: of('due_soon'),
    on_track: of('on_track'),
    no_deadline: of('no_deadline'),
  }
}

function unitFigures(office: Office, tasks: readonly TaskRow[]): UnitFigures[] {
  const names = (list: TaskRow['leads'], id: string) => list.some((unit) => unit.id === id)
  return office.units
    .map(({ id, name }) => ({
      id,
      name,
      region: '滨江市',
      figures: figures(
        tasks.filter((task) => names(task.leads, id)),
        tasks.filter((task) => names(task.co_units, id)).length,
      ),
    }))
    .sort((a, b) => b.figures.overdue - a.figures.overdue)
}

function months(tasks: readonly TaskRow[]): MonthFigures[] {
  const all = new Map<string, MonthFigures>()
  for (const task of tasks) {
    if (task.due === null) continue
    const month = task.due.slice(0, 7)
    const known = all.get(month) ?? { month, due: 0, done: 0, overdue: 0 }
    known.due += 1
    if (task.light === 'done') known.done += 1
    if (task.light === 'overdue') known.overdue += 1
    all.set(month, known)
  }
  return [...all.values()].sort((a, b) => a.month.localeCompare(b.month))
}

function page(all: readonly TaskRow[], query: TaskQuery, office: Office): TaskPage {
  const named = (task: TaskRow) =>
    (query.role !== 'co' && task.leads.some((unit) => unit.id === query.unit)) ||
    (query.role !== 'lead' && task.co_units.some((unit) => unit.id === query.unit))
  const found = all.filter(
    (task) =>
      (!query.unit || named(task)) &&
      (!query.status || task.status === query.status) &&
      (!query.light || task.light === query.light) &&
      (!query.due_from || (task.due !== null && task.due >= query.due_from)) &&
      (!query.due_before || (task.due !== null && task.due < query.due_before)) &&
      (!query.notice || task.notice === query.notice) &&
      inRegion(office, task, query.region) &&
      (!query.unassigned || task.leads.length === 0) &&
      (!query.doubtful || task.doubts > 0) &&
      (!query.words || task.text.includes(query.words)),
  )
  if (query.sort === 'due') found.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
  if (query.descending) found.reverse()
  const from = query.after === null ? 0 : Number(query.after)
  const to = query.limit === 0 ? found.length : from + query.limit
  return {
    total: found.length,
    undated: 0,
    rows: found.slice(from, to),
    next: to < found.length ? String(to) : null,
  }
}

function detail(office: Office, id: string, day: string, journal: JournalEntry[]): TaskDetail {
  const task = rows(office, day).find((each) => each.id === id)
  const notice = office.notices.find((each) => each.id === task?.notice)
  const measure = office.measures.get(notice?.id ?? '')?.find((each) => each.task === id)
  if (!task || !notice || !measure)
    throw new BackendError('没有这个事项，它可能已随导入一起撤销。', 'not_found')
  const around = office.lines
    .get(notice.id)
    ?.filter((line) => line.number >= measure.line - 3 && line.number <= measure.last_line + 3)
  return {
    task,
    measure: measure.id,
    gone: measure.gone,
    corrections: measure.corrections,
    section: ['一、重点任务', '（一）提升便利化水平'],
    class: measure.class,
    unit_basis: 'labelled',
    milestones: [],
    validity: null,
    proposed_due: task.due === null ? '2022-12-31' : null,
    source_file: notice.source_file,
    source_lines: around?.map(({ number, page, text }) => ({ number, page, text })) ?? [],
    first_line: measure.line,
    last_line: measure.last_line,
    provenance: [
      {
        field: 'text',
        rule: 'clause.to-bracket',
        rule_words: '从编号起，到责任单位的括号为止',
        words: measure.text.slice(0, 12),
        line: measure.line,
        characters: null,
      },
      {
        field: 'deadline',
        rule: 'deadline.limit',
        rule_words: '“…前”“年内”等限期',
        words: '年内取得阶段性成效',
        line: measure.line,
        characters: null,
      },
    ],
    doubts: measure.doubts,
    indicators: [
      {
        name: '办事材料',
        figure: '30',
        unit: '%',
        direction: '压减…以上',
        aim: 'down-by',
        stated: '压减30%以上',
        by: '2022-12-31',
      },
    ],
    people: { leader: ['李敏'], responsible: ['王海涛'], contact: [] },
    columns: [['成果形式', '制度文件']],
    history: journal,
  }
}

/** One pair until it is settled. */
function proposals(office: Office, settled: Set<string>): UnitProposal[] {
  const [from, into] = office.units
  if (!from || !into || settled.has(from.id)) return []
  return [
    {
      from: from.id,
      from_name: from.name,
      from_tasks: 2,
      into: into.id,
      into_name: into.name,
      into_tasks: 9,
      region: '滨江市',
      reason: '只是全称与简称不同',
    },
  ]
}

function settle(settled: Set<string>, pair: UnitPair, tasks: number): UnitPairReport {
  settled.add(pair.from)
  return { from_name: pair.from, into_name: pair.into, tasks }
}

/** One figure of the notice's own table, and one in its second measure. */
function indicators(office: Office, id: string | null): IndicatorRow[] {
  return office.notices
    .filter((notice) => id === null || notice.id === id)
    .flatMap((notice) => {
      const measure = office.measures.get(notice.id)?.[1]
      const table: IndicatorRow = {
        indicator: {
          name: '服务业增加值',
          figure: '15000',
          unit: '亿元',
          direction: '',
          aim: 'exactly',
          stated: '15000亿元',
          by: '2025-12-31',
        },
        notice: notice.id,
        notice_title: notice.title,
        measure: null,
        task: null,
        number: '',
        line: null,
        leads: [],
      }
      if (!measure) return [table]
      const { id: key, task, number, line, leads } = measure
      const stated: IndicatorRow = {
        ...table,
        indicator: {
          name: '满意率',
          figure: '98',
          unit: '%',
          direction: '以上',
          aim: 'at-least',
          stated: '98%以上',
          by: null,
        },
        measure: key,
        task,
        number,
        line,
        leads,
      }
      return [table, stated]
    })
}

function mark(text: string, words: string): Segment[] {
  const at = text.indexOf(words)
  return [
    { text: text.slice(0, at), marked: false },
    { text: words, marked: true },
    { text: text.slice(at + words.length), marked: false },
  ]
}
