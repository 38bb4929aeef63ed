import { describe, expect, it } from 'vitest'
import { changes, draftOf } from '@/features/corrections/changes'

const held = {
  leads: ['市财政局'],
  co_units: [],
  due: '2022-06-30',
  deadline_kind: 'month',
  deadline_raw: '6月底前',
  title: null,
  text: '简化办事材料。',
  class: 'measure',
} as const
const measure = {
  ...held,
  leads: [...held.leads],
  co_units: [],
  people: { leader: [], responsible: [], contact: [] },
}

describe('the form of a measure', () => {
  it('sends nothing when nothing differs', () => {
    expect(changes(measure, draftOf(measure))).toEqual([])
  })

  it('sends only what differs, names tidied', () => {
    const draft = { ...draftOf(measure), leads: [' 市数据局 ', '市数据局', ''] }
    expect(changes(measure, draft)).toEqual([{ field: 'leads', value: ['市数据局'] }])
  })

  it('keeps the words of the notice with a day that is set', () => {
    expect(changes(measure, { ...draftOf(measure), due: '2022-09-30' })).toEqual([
      { field: 'deadline', value: { raw: '6月底前', due: '2022-09-30', kind: 'date' } },
    ])
  })

  it('sends title, text and class; a title wiped out is none', () => {
    const titled = { ...measure, title: '简化材料' }
    const draft = { ...draftOf(titled), title: ' ', text: '减少办事材料。 ', class: 'safeguard' as const }
    expect(changes(titled, draft)).toEqual([
      { field: 'title', value: null },
      { field: 'text', value: '减少办事材料。' },
      { field: 'class', value: 'safeguard' },
    ])
  })

  it('sends the people of every role when one differs', () => {
    const named = { ...measure, people: { leader: ['张三'], responsible: [], contact: ['李四'] } }
    const draft = draftOf(named)
    draft.people.contact = ['李四', ' 王五 ', '']
    expect(changes(named, draft)).toEqual([
      { field: 'people', value: { leader: ['张三'], responsible: [], contact: ['李四', '王五'] } },
    ])
    expect(named.people.contact).toEqual(['李四'])
  })

  it('leaves no time when the day is taken away', () => {
    expect(changes(measure, { ...draftOf(measure), due: null })).toEqual([
      { field: 'deadline', value: { raw: null, due: null, kind: 'none' } },
    ])
  })
})
