// What stands in the form of a task that no notice gave: pure, so that only what differs is sent.
import type {
  AddTaskRequest,
  DeadlineInfo,
  DeadlineKindCode,
  EditTaskRequest,
  OriginCode,
  OriginInfo,
  TaskRow,
} from '@/generated/types'
import { dayFault } from '@/shared/typedDay'

export interface TaskDraft {
  title: string
  text: string
  leads: string[]
  co_units: string[]
  due: string
  /** Which kind of deadline it is where there is no day. */
  without_day: DeadlineKindCode
  origin: OriginCode
  origin_words: string
  origin_person: string
  origin_day: string
  /** Whose units are meant; empty where the core is to find out. */
  region: string
}

export const emptyDraft = (): TaskDraft => ({
  title: '',
  text: '',
  leads: [],
  co_units: [],
  due: '',
  without_day: 'none',
  origin: 'instruction',
  origin_words: '',
  origin_person: '',
  origin_day: '',
  region: '',
})

export const draftOf = (task: TaskRow): TaskDraft => ({
  title: task.title ?? '',
  text: task.text,
  leads: task.leads.map((unit) => unit.written),
  co_units: task.co_units.map((unit) => unit.written),
  due: task.due ?? '',
  without_day: task.due === null ? task.deadline_kind : 'none',
  origin: task.origin?.kind ?? 'hand',
  origin_words: task.origin?.words ?? '',
  origin_person: task.origin?.person ?? '',
  origin_day: task.origin?.day ?? '',
  region: '',
})

/** What the two boxes of an origin are for, by its kind. */
export const originWords: Record<
  OriginCode,
  { readonly name: string; readonly words: string; readonly person: string | undefined; readonly day: string }
> = {
  instruction: { name: '领导批示', words: '批示内容', person: '批示人', day: '批示日期' },
  meeting: { name: '会议议定', words: '会议名称', person: '主持人', day: '议定日期' },
  hand: { name: '自行登记', words: '说明', person: undefined, day: '登记日期' },
}

export const origins = Object.keys(originWords) as OriginCode[]

/** Kinds of deadlines without a day, as they can be chosen. */
export const WITHOUT_DAY: readonly DeadlineKindCode[] = ['none', 'ongoing', 'periodic', 'immediate']

/** The sentences that can be told without asking the core, by field. */
export function faults(draft: TaskDraft): Record<string, string> {
  const found: Record<string, string> = {}
  if (draft.text.trim() === '') found.text = '请写明要办的事。'
  const due = dayFault(draft.due)
  if (due !== undefined) found.deadline = due
  const day = dayFault(draft.origin_day)
  if (day !== undefined) found['origin.day'] = day
  return found
}

/** The box that a field of the request stands in. */
export function boxOf(field: string): string {
  return field.startsWith('deadline') ? 'deadline' : field === 'origin.kind' ? 'origin' : field
}

const deadlineOf = ({ due, without_day }: TaskDraft): DeadlineInfo => ({
  raw: null,
  due: due === '' ? null : due,
  kind: due === '' ? without_day : 'date',
})

const originOf = (draft: TaskDraft): OriginInfo => ({
  kind: draft.origin,
  words: draft.origin_words.trim(),
  person: originWords[draft.origin].person === undefined ? '' : draft.origin_person.trim(),
  day: draft.origin_day === '' ? null : draft.origin_day,
})

export const toAdd = (draft: TaskDraft): AddTaskRequest => ({
  title: draft.title.trim() === '' ? null : draft.title.trim(),
  text: draft.text.trim(),
  leads: [...draft.leads],
  co_units: [...draft.co_units],
  deadline: deadlineOf(draft),
  origin: originOf(draft),
  region: draft.region === '' ? null : draft.region,
})

/** What differs from the task as it is; undefined when nothing does. */
export function toEdit(held: TaskRow, draft: TaskDraft): EditTaskRequest | undefined {
  const before = draftOf(held)
  const changed = <Key extends keyof TaskDraft>(...keys: Key[]): boolean =>
    keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(draft[key]))
  const request: EditTaskRequest = {
    id: held.id,
    title: changed('title') ? draft.title.trim() : null,
    text: changed('text') ? draft.text.trim() : null,
    leads: changed('leads') ? [...draft.leads] : null,
    co_units: changed('co_units') ? [...draft.co_units] : null,
    deadline: changed('due', 'without_day') ? { ...deadlineOf(draft), raw: keptWords(held, draft) } : null,
    origin: changed('origin', 'origin_words', 'origin_person', 'origin_day') ? originOf(draft) : null,
  }
  const { id: _id, ...fields } = request
  return Object.values(fields).some((value) => value !== null) ? request : undefined
}

/** The words of a deadline stay only as long as its day does. */
const keptWords = (held: TaskRow, draft: TaskDraft): string | null =>
  held.due === draft.due ? held.deadline_raw : null
