// What a person says of a reading: corrections and judgements of doubts. Each can be taken back from the message.
import { api, historyRequest } from '@/features/api'
import { fieldWord } from '@/features/words'
import { wrote } from '@/features/writes'
import type { DoubtInfo, DoubtStateCode, FieldCode, MeasureField } from '@/generated/types'
import { complain, say } from '@/shared/toast'

export async function correct(
  measure: string,
  fields: readonly MeasureField[],
  asRead: readonly FieldCode[] = [],
): Promise<void> {
  const {
    changed,
    kept_on_task: kept,
    taken_from_co_units: taken,
    new_units: unknown,
  } = await api.correctMeasure({
    measure,
    fields: [...fields],
    as_read: [...asRead],
  })
  wrote()
  const beside = [
    ...(taken.length > 0 ? [`${quoted(taken)}改为牵头，不再列为配合单位。`] : []),
    ...(unknown.length > 0 ? [`${quoted(unknown.map(({ name }) => name))}是新单位。`] : []),
    ...(kept.length > 0 ? [`事项的${words(kept)}此前另有改动，没有随之更正。`] : []),
  ]
  if (changed.length === 0) say('与现有内容相同，没有更正。')
  else await sayUndoable(`${asRead.length > 0 ? '已恢复' : '已更正'}${words(changed)}。${beside.join('')}`)
}

export async function judge(
  of: string,
  { field, rule }: Pick<DoubtInfo, 'field' | 'rule'>,
  state: DoubtStateCode,
): Promise<void> {
  const { open } = await api.judgeDoubt({ of, field, rule, state })
  wrote()
  await sayUndoable(open > 0 ? `已记下，这份文件还有 ${open} 处待核对。` : '已记下，这份文件的疑点都已核对。')
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

const words = (fields: readonly FieldCode[]): string => fields.map(fieldWord).join('、')

/** Says what was done, with the way back: the operation just made, and no other that comes after it. */
export async function sayUndoable(text: string): Promise<void> {
  const [made] = await api.history(historyRequest({ limit: 1 }))
  if (!made) {
    say(text)
    return
  }
  const takeBack = async (): Promise<void> => {
    try {
      const { label } = await api.undo({ id: made.id })
      wrote()
      say(`已撤销“${label}”。可重做。`)
    } catch (cause) {
      complain(cause)
    }
  }
  say(text, { label: '撤销', run: () => void takeBack() })
}
