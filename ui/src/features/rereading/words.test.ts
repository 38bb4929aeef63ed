import { describe, expect, it } from 'vitest'
import { effects, scope, summary } from '@/features/rereading/words'
import type { RereadNotice } from '@/generated/types'

const notice: RereadNotice = {
  id: 'n',
  title: '方案',
  left_alone: null,
  facts: [],
  same: 12,
  added: 0,
  changed: 0,
  gone: 0,
  gone_but_kept: 0,
  tasks_added: 0,
  doubts_before: 5,
  doubts_after: 5,
  measures: [],
}

describe('what reading again changes', () => {
  it('says only what there is', () => {
    expect(summary(notice)).toBe('不变 12 条。')
    expect(effects(notice)).toEqual([])
  })

  it('says that a file is read as a whole', () => {
    expect(scope({ file: '来文.txt', notices: [notice] })).toBe('原文件“来文.txt”整份重读。')
    expect(scope({ file: '汇编.txt', notices: [notice, notice] })).toContain('连同其中全部 2 份文件')
  })

  it('says what becomes of tasks and doubts', () => {
    const changed = { ...notice, added: 1, gone: 2, gone_but_kept: 1, tasks_added: 1, doubts_after: 3 }
    expect(summary(changed)).toBe('不变 12 条，新增 1 条，不再读出 2 条；待核对的疑点由 5 处变为 3 处。')
    expect(effects(changed)).toHaveLength(2)
  })
})
