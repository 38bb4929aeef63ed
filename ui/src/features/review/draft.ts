// What a person says of the measures under review, before it is written: pure, so that it can be tested and kept.
import type { FieldCode, MeasureField, MeasureInfo, ReviewedMeasure } from '@/generated/types'
import { isDoubtful, riskiestFirst } from '@/features/notices/reader'

/** What is said, by the id of the measure. */
export type Said = ReadonlyMap<string, ReviewedMeasure>

export const isEmpty = ({ fields, accepted }: ReviewedMeasure): boolean => fields.length === 0 && !accepted

/** The measure as it would hold. */
export function laidOver(measure: MeasureInfo, said: ReviewedMeasure | undefined): MeasureInfo {
  const held = { ...measure }
  for (const entry of said?.fields ?? []) {
    switch (entry.field) {
      case 'title':
        held.title = entry.value
        break
      case 'text':
        held.text = entry.value
        break
      case 'leads':
        held.leads = entry.value
        break
      case 'co_units':
        held.co_units = entry.value
        break
      case 'deadline':
        held.deadline_raw = entry.value.raw
        held.due = entry.value.due
        held.deadline_kind = entry.value.kind
        break
      case 'class':
        held.class = entry.value
        break
      case 'people':
        held.people = entry.value
        break
      case 'dropped':
        held.dropped = entry.value
        break
    }
  }
  return held
}

export type ReviewState = 'dropped' | 'corrected' | 'accepted' | 'doubtful' | 'waiting'

export const stateWords: Record<ReviewState, string> = {
  dropped: '不列入',
  corrected: '已更正',
  accepted: '已核对',
  doubtful: '存疑',
  waiting: '',
}

export function stateOf(measure: MeasureInfo, said: ReviewedMeasure | undefined): ReviewState {
  if (laidOver(measure, said).dropped !== null) return 'dropped'
  if (said?.fields.length) return 'corrected'
  if (said?.accepted) return 'accepted'
  return isDoubtful(measure) ? 'doubtful' : 'waiting'
}

/** The doubtful measures, the riskiest first, then the others as they stand in the notice. The order does not change while
 *  doubts are settled: what one has just looked at stays where it was. */
export function inOrder(measures: readonly MeasureInfo[]): MeasureInfo[] {
  const there = measures.filter(({ gone }) => !gone)
  return [...riskiestFirst(there), ...there.filter((measure) => !isDoubtful(measure))]
}

/** The next measure that nothing is said of: behind this one, else from the beginning. */
export function nextWaiting(
  measures: readonly MeasureInfo[],
  said: Said,
  after: string | undefined,
): MeasureInfo | undefined {
  const from = measures.findIndex(({ id }) => id === after) + 1
  const turned = [...measures.slice(from), ...measures.slice(0, from)]
  const waits = (measure: MeasureInfo) => measure.id !== after && !said.has(measure.id)
  // Doubts before the rest, also where somebody has begun further down.
  return turned.find((measure) => waits(measure) && isDoubtful(measure)) ?? turned.find(waits)
}

/** These fields in the place of what was said of the same measure; a drop stays unless another is among them. */
export function withFields(
  measure: string,
  before: ReviewedMeasure | undefined,
  fields: readonly MeasureField[],
): ReviewedMeasure {
  const dropped = before?.fields.filter(({ field }) => field === 'dropped') ?? []
  const kept = fields.some(({ field }) => field === 'dropped') ? [] : dropped
  return { measure, fields: [...fields, ...kept], accepted: before?.accepted ?? false }
}

/** One field put beside what was said of the measure; the value the register holds says nothing. */
export function withField(
  measure: MeasureInfo,
  before: ReviewedMeasure | undefined,
  put: MeasureField,
): ReviewedMeasure {
  const others = before?.fields.filter(({ field }) => field !== put.field) ?? []
  const holds = JSON.stringify(valueOf(measure, put.field)) === JSON.stringify(put.value)
  return {
    measure: measure.id,
    fields: holds ? others : [...others, put],
    accepted: before?.accepted ?? false,
  }
}

function valueOf(measure: MeasureInfo, field: FieldCode): unknown {
  switch (field) {
    case 'deadline':
      return { raw: measure.deadline_raw, due: measure.due, kind: measure.deadline_kind }
    case 'title':
    case 'text':
    case 'leads':
    case 'co_units':
    case 'class':
    case 'people':
    case 'dropped':
      return measure[field]
    default:
      return undefined
  }
}

/** How a field is written in the notice: what was read, whatever a person made of it; of a time its words. */
function written(measure: MeasureInfo, field: FieldCode): string {
  const read = measure.corrections.find((correction) => correction.field === field)?.read.value
  const value = read ?? valueOf(measure, field)
  return field === 'deadline'
    ? ((value as { raw: string | null }).raw ?? '')
    : JSON.stringify(Array.isArray(value) ? value : [])
}

/** Fields that are corrected alike where they are written alike. */
const ALIKE: readonly FieldCode[] = ['leads', 'co_units', 'deadline']

/** The other measures in which this field is written just the same and holds something else than what is put here. */
export function alikeTo(
  measures: readonly MeasureInfo[],
  said: Said,
  of: MeasureInfo,
  put: MeasureField,
): MeasureInfo[] {
  if (!ALIKE.includes(put.field)) return []
  const words = written(of, put.field)
  // Where the notice states no time there is no way of writing it.
  if (words === '') return []
  const value = JSON.stringify(put.value)
  return measures.filter((measure) => {
    if (measure.id === of.id || measure.gone || written(measure, put.field) !== words) return false
    const holds = laidOver(measure, said.get(measure.id))
    return holds.dropped === null && JSON.stringify(valueOf(holds, put.field)) !== value
  })
}

/** How far a review has come. */
export interface Progress {
  readonly measures: number
  readonly seen: number
  readonly doubtful: number
  readonly doubtfulSeen: number
}

export function progressOf(measures: readonly MeasureInfo[], said: Said): Progress {
  const there = measures.filter(({ gone }) => !gone)
  const doubtful = there.filter(isDoubtful)
  const seen = (some: readonly MeasureInfo[]) => some.filter(({ id }) => said.has(id)).length
  return {
    measures: there.length,
    seen: seen(there),
    doubtful: doubtful.length,
    doubtfulSeen: seen(doubtful),
  }
}

/** Why offices leave something out, as they say it. */
export const usualReasons: readonly string[] = [
  '一般性要求',
  '背景或说明',
  '与本地无关',
  '与其他事项重复',
  '只在发文机关办理',
]
