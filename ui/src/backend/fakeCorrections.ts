// Corrections, judgements and reading again in memory: as much as the window's own tests need.
import { BackendError } from '@/backend/errors'
import type { Office } from '@/backend/fakeOffice'
import type {
  CorrectReport,
  CorrectRequest,
  CorrectionInfo,
  JudgeReport,
  JudgeRequest,
  MeasureField,
  MeasureInfo,
  NewUnitName,
  OutdatedReadings,
  RereadReport,
  RereadRequest,
  UnitNamesRequest,
} from '@/generated/types'

type Changed = { readonly measure: MeasureInfo; readonly index: number; readonly measures: MeasureInfo[] }

export const correctionCommands = (office: () => Office) => ({
  correct_measure: ({ measure: id, fields, as_read: asRead }: CorrectRequest): CorrectReport => {
    const { measure, index, measures } = found(office(), id)
    const back = measure.corrections.filter(({ field }) => asRead.includes(field)).map(({ read }) => read)
    let changed = measure
    for (const field of [...fields, ...back]) {
      const read =
        measure.corrections.find((each) => each.field === field.field)?.read ?? valueOf(measure, field)
      const others = changed.corrections.filter((each) => each.field !== field.field)
      const correction: CorrectionInfo = {
        field: field.field,
        read,
        read_words: wordsOf(read),
        corrected: field,
        actor: '窗口',
        at: '2022-07-01T08:00:00Z',
      }
      changed = {
        ...withValue(changed, field),
        corrections: back.includes(field) ? others : [...others, correction],
        doubts: changed.doubts.map((doubt) =>
          doubt.field === field.field
            ? { ...doubt, state: back.includes(field) ? 'open' : 'corrected' }
            : doubt,
        ),
      }
    }
    measures[index] = changed
    const task = office().tasks.find((each) => each.id === measure.task)
    if (task) {
      task.due = changed.due
      task.leads = changed.leads.map((name) => ({ id: name, name, written: name }))
      task.co_units = changed.co_units.map((name) => ({ id: name, name, written: name }))
    }
    return {
      changed: [...fields, ...back].map(({ field }) => field),
      task: measure.task,
      kept_on_task: [],
      taken_from_co_units: [],
      new_units: [],
    }
  },
  new_unit_names: ({ names }: UnitNamesRequest): NewUnitName[] =>
    names.filter((name) => !name.endsWith('局')).map((name) => ({ name, nearest: ['市财政局'] })),
  judge_doubt: ({ of, field, rule, state }: JudgeRequest): JudgeReport => {
    const { measure, index, measures } = found(office(), of)
    const doubts = measure.doubts.map((doubt) =>
      doubt.field === field && doubt.rule === rule ? { ...doubt, state } : doubt,
    )
    measures[index] = { ...measure, doubts }
    const open = measures.flatMap((each) => each.doubts).filter((doubt) => doubt.state === 'open').length
    return { judged: 1, open }
  },
  outdated_readings: (): OutdatedReadings => ({
    reader: 2,
    files: [{ id: 's0', file: '00_汇编.txt', reader: '0.1.0', notices: 1 }],
  }),
  reread: ({ ids: [id] }: RereadRequest): RereadReport => {
    const notice = office().notices.find((each) => each.id === id)
    const first = office().measures.get(id ?? '')?.[0]
    if (!notice || !first) throw new BackendError('没有找到这份文件。', 'not_found')
    return {
      warning: null,
      files: [
        {
          file: notice.source_file,
          error: null,
          new_notices: [],
          notices: [
            {
              id: notice.id,
              title: notice.title,
              left_alone: null,
              facts: [],
              same: notice.measures - 1,
              added: 0,
              changed: 1,
              gone: 0,
              gone_but_kept: 0,
              tasks_added: 0,
              doubts_before: notice.doubts,
              doubts_after: notice.doubts,
              measures: [
                {
                  kind: 'changed',
                  id: first.id,
                  task: first.task,
                  number: first.number,
                  line: first.line,
                  text: first.text,
                  fields: [
                    { field: 'leads', before: first.leads.join('、'), after: '市数据局', stays: null },
                  ],
                },
              ],
            },
          ],
        },
      ],
    }
  },
})

/** The measure with this id, or that of this task. */
function found(office: Office, id: string): Changed {
  for (const measures of office.measures.values()) {
    const index = measures.findIndex((each) => each.id === id || each.task === id)
    const measure = measures[index]
    if (measure) return { measure, index, measures }
  }
  throw new BackendError('没有找到这条举措，它可能已随导入一起撤销。', 'not_found')
}

function valueOf(measure: MeasureInfo, { field }: MeasureField): MeasureField {
  if (field === 'leads') return { field, value: measure.leads }
  if (field === 'co_units') return { field, value: measure.co_units }
  const { deadline_raw: raw, due, deadline_kind: kind } = measure
  return { field: 'deadline', value: { raw, due, kind } }
}

function withValue(measure: MeasureInfo, field: MeasureField): MeasureInfo {
  if (field.field === 'leads') return { ...measure, leads: field.value }
  if (field.field === 'co_units') return { ...measure, co_units: field.value }
  if (field.field !== 'deadline') return measure
  return { ...measure, due: field.value.due, deadline_kind: field.value.kind }
}

function wordsOf(field: MeasureField): string {
  if (field.field === 'leads' || field.field === 'co_units') return field.value.join('、') || '未写明'
  return field.field === 'deadline' ? (field.value.due ?? '未载明期限') : ''
}
