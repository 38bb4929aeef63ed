// Doing what was asked with tasks, and saying what became of it.
import { api } from '@/features/api'
import { sayUndoable } from '@/features/corrections/said'
import type { Asked } from '@/features/life/asked'
import { moveEntry } from '@/features/life/moves'
import { wrote } from '@/features/writes'
import type { MoveReport, PeopleOfTask } from '@/generated/types'
import { longDay } from '@/shared/dates'
import { count } from '@/shared/numbers'

/** What the person has filled in; each deed takes what it needs of it. */
export interface Answers {
  readonly reason: string
  /** Without it, the day the register is worked in. */
  readonly day: string | undefined
  readonly due: string | undefined
  readonly successor: string | undefined
  /** Names of units; without them the role stays as it is. */
  readonly leads: readonly string[] | undefined
  readonly coUnits: readonly string[] | undefined
  readonly people: PeopleOfTask
  /** The rhythm, with its first and last day. */
  readonly rule: string
  readonly begins: string | undefined
  readonly ends: string | undefined
  /** What was reported with a period. */
  readonly report: string
}

/** What it is called in the middle of a sentence: 办结, 延期, 改派单位. */
export function deedWord({ deed }: Asked): string {
  if (deed.kind === 'move') return moveEntry(deed.move).word
  if (deed.kind === 'settle') return deed.becomes === 'done' ? '登记已报' : '登记免报'
  return { extend: '延期', assign: '改派单位', people: '指定人员', duty: '设定节奏' }[deed.kind]
}

/** Tells the core; where some are refused and the others are not to go on, nothing was done. */
export function carryOut(asked: Asked, answers: Answers, skipRefused: boolean): Promise<MoveReport> {
  const { deed } = asked
  const { reason, day, due, successor, leads, coUnits } = answers
  const common = {
    tasks: asked.tasks.map(({ id }) => id),
    reason: reason.trim(),
    skip_refused: skipRefused,
    ...(day === undefined ? {} : { day }),
  }
  if (deed.kind === 'move') {
    return api.moveTasks({
      ...common,
      move: deed.move,
      ...(successor === undefined ? {} : { successor }),
      ...(deed.unit === undefined ? {} : { unit: deed.unit.id }),
    })
  }
  if (deed.kind === 'extend') return api.extendTasks({ ...common, due: due ?? '' })
  if (deed.kind === 'people') return api.namePeople({ ...common, people: answers.people })
  if (deed.kind === 'settle') {
    const report = answers.report.trim()
    return api.settlePeriods({
      ...common,
      becomes: deed.becomes,
      ...(deed.period === undefined ? {} : { period: deed.period.day }),
      ...(deed.allMissed ? { all_missed: true } : {}),
      ...(report === '' ? {} : { progress: report }),
    })
  }
  if (deed.kind === 'duty') {
    const { rule, begins, ends } = answers
    return api.setDuty({
      ...common,
      rule: rule.trim(),
      ...(begins === undefined ? {} : { begins }),
      ...(ends === undefined ? {} : { ends }),
    })
  }
  return api.assignTasks({
    ...common,
    ...(leads === undefined ? {} : { leads: [...leads] }),
    ...(coUnits === undefined ? {} : { co_units: [...coUnits] }),
  })
}

export async function tell(
  asked: Asked,
  { moved, refused, new_units: added }: MoveReport,
  due?: string,
): Promise<void> {
  wrote()
  asked.done?.()
  const [one] = asked.tasks
  const what = asked.tasks.length === 1 && one ? `“${one.name}”` : `${count(moved)} 项`
  const whose = asked.deed.kind === 'move' && asked.deed.unit ? `（${asked.deed.unit.name}的部分）` : ''
  const until = asked.deed.kind === 'extend' && due ? `到${longDay(due)}` : ''
  const left = refused.length > 0 ? `，${count(refused.length)} 项没有办` : ''
  const units = added.length > 0 ? `${added.map((name) => `“${name}”`).join('、')}是新单位。` : ''
  await sayUndoable(`已${deedWord(asked)}${until}：${what}${whose}${left}。${units}`)
}
