// A made-up office for tests and for working on the page without the core. Invented names and sentences, always the
// same; never part of a production build.
import type {
  DoubtInfo,
  LightCode,
  MeasureInfo,
  NoticeRow,
  ReaderLine,
  StatusCode,
  TaskRow,
  UnitRef,
} from '@/generated/types'
import { addDays } from '@/shared/dates'

export interface Office {
  readonly notices: NoticeRow[]
  readonly tasks: TaskRow[]
  readonly units: UnitRef[]
  readonly lines: Map<string, ReaderLine[]>
  readonly measures: Map<string, MeasureInfo[]>
}

const UNITS = [
  '市发展改革委',
  '市财政局',
  '市人力资源社会保障局',
  '市市场监管局',
  '市数据资源局',
  '市教育局',
  '市卫生健康委',
  '市住房城乡建设局',
  '市商务局（自贸片区管委会）',
  '市生态环境局',
  '市交通运输局',
  '市公安局',
  '市司法局',
  '市文化广电旅游局',
  '市科技局',
  '市经济和信息化局',
  '市自然资源局',
  '市农业农村局',
  '市水利局',
  '市应急管理局',
  '市审计局',
  '市国资委',
  '市统计局',
  '市医保局',
  '市税务局',
  '人民银行市分行',
  '市行政审批服务局',
  '市城市管理局',
  '市总工会',
  '各县（市、区）人民政府',
] as const
const VERBS = ['推进', '建立', '完善', '开展', '制定', '优化', '健全', '落实'] as const
const MATTERS = [
  '企业开办全程网办机制',
  '工程建设项目审批制度改革',
  '不动产登记与税务协同办理',
  '政务数据共享目录',
  '信用修复一次办成',
  '中小企业账款清理',
  '公共资源交易全流程电子化',
  '跨境贸易便利化',
  '用水用气报装提速',
  '人才引进一件事',
] as const
const STATUSES: readonly StatusCode[] = [
  'issued',
  'issued',
  'in_progress',
  'accepted',
  'submitted',
  'completed',
  'closed',
]
const TITLES = [
  ['优化营商环境创新试点实施方案', '滨江市', 260],
  ['促进中小企业稳定发展若干措施', '滨江市', 96],
  ['数字政府建设行动计划（2022—2025年）', '临湖市', 74],
  ['深化“放管服”改革工作要点', '滨江市', 52],
  ['招投标领域专项整治方案', '临湖市', 18],
  ['关于优化服务的补充意见', null, 6],
] as const

export function makeOffice(): Office {
  const next = dice(7)
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T
  const units = UNITS.map((name, index): UnitRef => ({ id: `u${index}`, name, written: name }))
  const office: Office = { notices: [], tasks: [], units, lines: new Map(), measures: new Map() }

  TITLES.forEach(([title, region, size], at) => {
    const notice = `n${at}`
    const lines: ReaderLine[] = []
    const measures: MeasureInfo[] = []
    const put = (text: string, role: ReaderLine['role'], measure: string | null = null) =>
      lines.push({
        number: 10 + lines.length,
        page: at < 2 ? 1 + Math.floor(lines.length / 40) : null,
        text,
        role,
        reason: null,
        measure,
      })
    put(title, 'metadata')
    put('为进一步减轻企业负担，现提出以下工作安排。<script>alert(1)</script>', 'background')
    put('', 'blank')
    for (let index = 0; index < size; index++) {
      if (index % 12 === 0)
        put(`${'一二三四五六七八九十'[Math.floor(index / 12) % 10]}、${pick(MATTERS)}`, 'heading')
      const id = `${notice}m${index}`
      const name = `${pick(VERBS)}${pick(MATTERS)}`
      const text = `${name}，明确责任分工，压缩办理环节，${next(3) === 0 ? '形成可复制的经验做法并适时推广，' : ''}年内取得阶段性成效。`
      const line = lines.length + 10
      put(`${index + 1}．${text}`, 'measure', id)
      if (next(4) === 0) put('由牵头单位会同有关单位按季度通报进展情况。', 'measure', id)
      const shift = next(900) - 320
      const due = next(5) === 0 ? null : addDays('2022-07-01', shift)
      const lead = next(25) === 0 ? [] : [units[Math.min(next(30), next(30))] as UnitRef]
      const co = Array.from({ length: next(4) }, () => pick(units)).filter((unit) => !lead.includes(unit))
      const status = shift < 0 && next(3) > 0 ? pick(['completed', 'closed'] as const) : pick(STATUSES)
      const doubts: DoubtInfo[] =
        next(9) === 0
          ? [
              {
                field: 'leads',
                rule: 'bracket.list',
                words: '按职责分工',
                alternative: '括号内可能只是配合单位，请核对谁牵头。',
                chance: 50,
                line: null,
                characters: null,
                state: 'open',
              },
            ]
          : []
      const raw =
        due === null
          ? next(2) === 0
            ? '持续推进'
            : null
          : `${due.slice(0, 4)}年${Number(due.slice(5, 7))}月底前`
      const confirmed = at < 4
      measures.push({
        id,
        task: confirmed ? `t${id}` : null,
        number: `${Math.floor(index / 12) + 1}/${(index % 12) + 1}`,
        title: next(3) === 0 ? name : null,
        text,
        line,
        last_line: lines.length + 9,
        class: index > size - 4 ? 'safeguard' : 'measure',
        leads: lead.map((unit) => unit.name),
        co_units: co.map((unit) => unit.name),
        people: { leader: [], responsible: [], contact: [] },
        deadline_raw: raw,
        due,
        deadline_kind: due === null ? (raw === null ? 'none' : 'ongoing') : 'month',
        doubts,
        corrections: [],
        gone: false,
      })
      if (confirmed) {
        office.tasks.push({
          id: `t${id}`,
          notice,
          notice_title: title,
          number: `${Math.floor(index / 12) + 1}/${(index % 12) + 1}`,
          title: measures[measures.length - 1]?.title ?? null,
          text,
          leads: lead,
          co_units: co,
          deadline_raw: raw,
          due,
          deadline_kind: due === null ? (raw === null ? 'none' : 'ongoing') : 'month',
          days_left: null,
          status,
          light: 'on_track',
          doubts: doubts.length,
        })
      }
    }
    office.lines.set(notice, lines)
    office.measures.set(notice, measures)
    office.notices.push({
      id: notice,
      title,
      title_inferred: at === 5,
      number: at === 5 ? null : `滨政发〔2022〕${at * 7 + 3}号`,
      issuers: region ? [`${region}人民政府`] : [],
      region,
      issued: `2022-0${(at % 6) + 1}-15`,
      kind: at === 1 ? 'measures' : 'plan',
      measures: size,
      tasks: at < 4 ? size : 0,
      doubts: measures.reduce((sum, one) => sum + one.doubts.length, 0),
      confirmed: at < 4,
      overtaken: at === 3,
      source_file: `0${at}_汇编.txt`,
      first_line: 10,
      last_line: lines.length + 9,
      page: at < 2 ? 1 : null,
      duplicates: at === 0 ? ['05_网页.txt 第 120 行'] : [],
    })
  })
  return office
}

/** Days left and light as of a day: the one rule the fake shares with the core. */
export function asOfDay(task: TaskRow, day: string): TaskRow {
  const days = task.due === null ? null : (Date.parse(task.due) - Date.parse(day)) / 86_400_000
  const light: LightCode =
    task.status === 'completed' || task.status === 'closed'
      ? 'done'
      : days === null
        ? 'no_deadline'
        : days < 0
          ? 'overdue'
          : days <= 30
            ? 'due_soon'
            : 'on_track'
  return { ...task, days_left: days, light }
}

function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}
