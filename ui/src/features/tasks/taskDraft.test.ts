import { describe, expect, it } from 'vitest'
import { boxOf, draftOf, emptyDraft, faults, toAdd, toEdit } from '@/features/tasks/taskDraft'
import type { TaskRow } from '@/generated/types'

const unit = (name: string) => ({ id: name, name, written: name })
const task = {
  id: 't1',
  notice: null,
  notice_title: null,
  title: '清淤',
  text: '完成东河清淤',
  leads: [unit('市水利局')],
  co_units: [],
  deadline_raw: '6月底前',
  due: '2022-06-30',
  deadline_kind: 'date',
  origin: { kind: 'instruction', words: '请抓紧。', person: '李明', day: '2022-03-01' },
} as unknown as TaskRow

describe('the form of a task by hand', () => {
  it('sends what stands in it', () => {
    const draft = { ...emptyDraft(), text: ' 办事 ', leads: ['市水利局'], due: '2022-06-30' }
    expect(toAdd(draft)).toEqual({
      title: null,
      text: '办事',
      leads: ['市水利局'],
      co_units: [],
      deadline: { raw: null, due: '2022-06-30', kind: 'date' },
      origin: { kind: 'instruction', words: '', person: '', day: null },
      region: null,
    })
  })

  it('without a day sends the kind that was chosen', () =>
    expect(toAdd({ ...emptyDraft(), text: '办事', without_day: 'ongoing' }).deadline).toEqual({
      raw: null,
      due: null,
      kind: 'ongoing',
    }))

  it('sends only what differs', () => {
    const draft = draftOf(task)
    expect(toEdit(task, draft)).toBeUndefined()
    expect(toEdit(task, { ...draft, title: '' })).toMatchObject({
      id: 't1',
      title: '',
      text: null,
      leads: null,
    })
    expect(toEdit(task, { ...draft, due: '2022-07-31' })?.deadline).toEqual({
      raw: null,
      due: '2022-07-31',
      kind: 'date',
    })
    expect(toEdit(task, { ...draft, origin: 'hand' })?.origin).toEqual({
      kind: 'hand',
      words: '请抓紧。',
      person: '',
      day: '2022-03-01',
    })
  })

  it('says at once what it can say without asking', () => {
    expect(faults(emptyDraft())).toEqual({ text: '请写明要办的事。' })
    expect(Object.keys(faults({ ...draftOf(task), due: '明天', origin_day: '昨天' }))).toEqual([
      'deadline',
      'origin.day',
    ])
  })

  it('knows the box of a field', () => {
    expect(['deadline.due', 'origin.kind', 'leads'].map(boxOf)).toEqual(['deadline', 'origin', 'leads'])
  })
})
