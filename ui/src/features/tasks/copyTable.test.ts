import { expect, it } from 'vitest'
import { tableOf } from '@/features/tasks/copyTable'
import type { TaskRow } from '@/generated/types'

const task: TaskRow = {
  id: 't',
  notice: 'n',
  notice_title: '方案',
  origin: null,
  comes_from: '方案',
  number: '（一）',
  title: '简化材料',
  text: '公布清单。\n不再要求<证明>。',
  leads: [
    { id: 'a', name: '市财政局', written: '市财政局' },
    { id: 'b', name: '市教育局', written: '市教育局' },
  ],
  co_units: [],
  deadline_raw: '6月底前',
  due: '2022-06-30',
  deadline_kind: 'month',
  days_left: -3,
  status: 'in_progress',
  light: 'overdue',
  light_reason: '已过时限 3 天。',
  pace: 'unreported',
  pace_reason: '',
  share: null,
  expected: null,
  doubts: 0,
  duty: null,
  people: [],
  cells: { status: '办理中' },
}

it('a copied table has a heading, a line a task, and no cell that breaks it', () => {
  const { text, html } = tableOf(
    [task, { ...task, title: '=1+1', number: '' }],
    ['light', 'matter', 'leads', 'status'],
  )
  const lines = text.split('\r\n').map((line) => line.split('\t'))
  expect(lines).toEqual([
    ['时限状态', '事项', '牵头单位', '办理状态'],
    ['逾期 3 天', '（一） 简化材料 公布清单。 不再要求<证明>。', '市财政局、市教育局', '办理中'],
    ['逾期 3 天', "'=1+1 公布清单。 不再要求<证明>。", '市财政局、市教育局', '办理中'],
  ])
  expect(html).toContain('&#60;证明&#62;')
  expect(html).not.toContain('<证明>')
})
