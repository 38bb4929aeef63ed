// Made by `cargo xtask generate` from crates/commands. Do not edit.
import type { LightCode, MoveCode, PaceCode, RoleCode, StatusCode } from './types'

/** What is owed in a status. */
export type Standing = 'open' | 'done' | 'ended'

/** Every status of a task in order. An optional one is a step that an office may do without. */
export const STATUSES: readonly {
  readonly code: StatusCode
  readonly word: string
  readonly standing: Standing
  readonly isOptional: boolean
}[] = [
  { code: 'proposed', word: '拟办', standing: 'open', isOptional: true },
  { code: 'prepared', word: '待交办', standing: 'open', isOptional: true },
  { code: 'issued', word: '待签收', standing: 'open', isOptional: true },
  { code: 'in_progress', word: '办理中', standing: 'open', isOptional: false },
  { code: 'submitted', word: '待审核', standing: 'open', isOptional: true },
  { code: 'completed', word: '已办结', standing: 'done', isOptional: false },
  { code: 'closed', word: '已销号', standing: 'done', isOptional: false },
  { code: 'suspended', word: '已中止', standing: 'ended', isOptional: false },
  { code: 'merged', word: '已撤并', standing: 'ended', isOptional: false },
  { code: 'not_applicable', word: '不涉及', standing: 'ended', isOptional: false },
  { code: 'superseded', word: '已被替代', standing: 'ended', isOptional: false },
]

/**
 * What may be done with a task, in the order of menus. `ways` are those of an office that takes every step; what the
 * office at hand may do, and where it leads there, is told by the settings and by each task.
 */
export const MOVES: readonly {
  readonly code: MoveCode
  /** On a button. */
  readonly word: string
  /** In the journal. */
  readonly journal: string
  readonly kind: 'forward' | 'back' | 'aside' | 'again'
  readonly reason: 'no' | 'may' | 'must'
  readonly reasons: readonly string[]
  /** Whether it asks for the task that takes this one's place. */
  readonly successor: 'no' | 'may' | 'must'
  /** Whether a unit's own part is moved by it, too. */
  readonly movesParts: boolean
  readonly ways: readonly { readonly from: StatusCode; readonly to: StatusCode }[]
}[] = [
  {
    code: 'prepare',
    word: '报批',
    journal: '报批',
    kind: 'forward',
    reason: 'no',
    reasons: [],
    successor: 'no',
    movesParts: false,
    ways: [
      { from: 'proposed', to: 'prepared' },
    ],
  },
  {
    code: 'issue',
    word: '交办',
    journal: '交办',
    kind: 'forward',
    reason: 'no',
    reasons: [],
    successor: 'no',
    movesParts: false,
    ways: [
      { from: 'proposed', to: 'issued' },
      { from: 'prepared', to: 'issued' },
    ],
  },
  {
    code: 'sign',
    word: '签收',
    journal: '签收',
    kind: 'forward',
    reason: 'no',
    reasons: [],
    successor: 'no',
    movesParts: false,
    ways: [
      { from: 'issued', to: 'in_progress' },
    ],
  },
  {
    code: 'submit',
    word: '报送审核',
    journal: '报送审核',
    kind: 'forward',
    reason: 'may',
    reasons: [],
    successor: 'no',
    movesParts: true,
    ways: [
      { from: 'in_progress', to: 'submitted' },
    ],
  },
  {
    code: 'complete',
    word: '办结',
    journal: '办结',
    kind: 'forward',
    reason: 'may',
    reasons: [],
    successor: 'no',
    movesParts: true,
    ways: [
      { from: 'in_progress', to: 'completed' },
      { from: 'submitted', to: 'completed' },
    ],
  },
  {
    code: 'close',
    word: '销号',
    journal: '销号',
    kind: 'forward',
    reason: 'may',
    reasons: [],
    successor: 'no',
    movesParts: false,
    ways: [
      { from: 'completed', to: 'closed' },
    ],
  },
  {
    code: 'send_back',
    word: '退回',
    journal: '退回',
    kind: 'back',
    reason: 'must',
    reasons: ['佐证材料不足', '未达到目标要求', '数据不实', '内容空泛', '职责不符', '其他'],
    successor: 'no',
    movesParts: true,
    ways: [
      { from: 'issued', to: 'prepared' },
      { from: 'submitted', to: 'in_progress' },
      { from: 'completed', to: 'in_progress' },
    ],
  },
  {
    code: 'suspend',
    word: '中止',
    journal: '中止',
    kind: 'aside',
    reason: 'must',
    reasons: ['上级政策调整', '前置条件不具备', '资金未落实', '其他'],
    successor: 'no',
    movesParts: false,
    ways: [
      { from: 'proposed', to: 'suspended' },
      { from: 'prepared', to: 'suspended' },
      { from: 'issued', to: 'suspended' },
      { from: 'in_progress', to: 'suspended' },
      { from: 'submitted', to: 'suspended' },
    ],
  },
  {
    code: 'not_applicable',
    word: '不涉及',
    journal: '列为不涉及',
    kind: 'aside',
    reason: 'must',
    reasons: ['本地无此事项', '不属本级权限', '职责已划出', '其他'],
    successor: 'no',
    movesParts: false,
    ways: [
      { from: 'proposed', to: 'not_applicable' },
      { from: 'prepared', to: 'not_applicable' },
      { from: 'issued', to: 'not_applicable' },
      { from: 'in_progress', to: 'not_applicable' },
      { from: 'submitted', to: 'not_applicable' },
      { from: 'suspended', to: 'not_applicable' },
    ],
  },
  {
    code: 'merge',
    word: '撤并',
    journal: '撤并',
    kind: 'aside',
    reason: 'may',
    reasons: ['事项重复', '合并推进'],
    successor: 'must',
    movesParts: false,
    ways: [
      { from: 'proposed', to: 'merged' },
      { from: 'prepared', to: 'merged' },
      { from: 'issued', to: 'merged' },
      { from: 'in_progress', to: 'merged' },
      { from: 'submitted', to: 'merged' },
      { from: 'suspended', to: 'merged' },
    ],
  },
  {
    code: 'supersede',
    word: '被替代',
    journal: '列为被替代',
    kind: 'aside',
    reason: 'may',
    reasons: ['正式文件已印发', '新一年度方案已印发', '文件已修订', '文件已废止'],
    successor: 'may',
    movesParts: false,
    ways: [
      { from: 'proposed', to: 'superseded' },
      { from: 'prepared', to: 'superseded' },
      { from: 'issued', to: 'superseded' },
      { from: 'in_progress', to: 'superseded' },
      { from: 'submitted', to: 'superseded' },
      { from: 'suspended', to: 'superseded' },
    ],
  },
  {
    code: 'resume',
    word: '恢复办理',
    journal: '恢复办理',
    kind: 'again',
    reason: 'may',
    reasons: [],
    successor: 'no',
    movesParts: false,
    ways: [
      { from: 'suspended', to: 'in_progress' },
    ],
  },
  {
    code: 'reopen',
    word: '重新办理',
    journal: '重新办理',
    kind: 'again',
    reason: 'must',
    reasons: ['整改不到位', '问题反弹', '误操作', '其他'],
    successor: 'no',
    movesParts: false,
    ways: [
      { from: 'completed', to: 'in_progress' },
      { from: 'closed', to: 'in_progress' },
      { from: 'suspended', to: 'in_progress' },
      { from: 'merged', to: 'in_progress' },
      { from: 'not_applicable', to: 'in_progress' },
      { from: 'superseded', to: 'in_progress' },
    ],
  },
]

/**
 * Every light in order: what it is called, and what it says of a task; `{days}` are those
 * within which a task is due soon.
 */
export const LIGHTS: readonly { readonly code: LightCode; readonly word: string; readonly meaning: string }[] = [
  { code: 'overdue', word: '逾期', meaning: '过了完成时限还没有办结，写出逾期的天数。' },
  { code: 'due_soon', word: '临期', meaning: '{days} 天内到期，还没有办结，写出剩下的天数。' },
  { code: 'on_track', word: '未到期', meaning: '离到期还有 {days} 天以上。' },
  { code: 'no_deadline', word: '无期限', meaning: '没有可以计算的到期日，文件未载明，也没有另行指定；不等于办得正常。' },
  { code: 'done', word: '办结', meaning: '已经办结或销号，不再计时。' },
  { code: 'ended', word: '停办', meaning: '已中止、撤并、被替代或不涉及，不再计时，也不算未办结。' },
]

/**
 * Every progress light in order; `{points}` are those from which on a task is behind.
 */
export const PACES: readonly { readonly code: PaceCode; readonly word: string; readonly meaning: string }[] = [
  { code: 'behind', word: '滞后', meaning: '已报进度比按时间应到的少 {points} 个百分点以上。' },
  { code: 'unreported', word: '未报进度', meaning: '按时间应到 {points}% 以上，还没有报过进度百分比。' },
  { code: 'in_step', word: '跟上', meaning: '已报进度不比按时间应到的少多少。' },
  { code: 'unmeasured', word: '不计进度', meaning: '没有起止日期、已经了结，或刚开始，不比较进度。' },
]

/** What a unit does on a task. */
export const ROLES: readonly { readonly code: RoleCode; readonly word: string }[] = [
  { code: 'lead', word: '牵头' },
  { code: 'co', word: '配合' },
]
