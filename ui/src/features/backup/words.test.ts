import { describe, expect, it } from 'vitest'
import { changeSentences, megabytes } from '@/features/backup/words'
import type { RestorePreview } from '@/generated/types'

const preview: RestorePreview = {
  tasks_now: 12,
  tasks_then: 10,
  notices_now: 3,
  notices_then: 2,
  last: null,
  is_older: false,
  is_unreadable: false,
  lost: [{ label: '导入文件', count: 1 }],
  lost_entries: [],
  regained: [],
  archive: null,
}

describe('before a restore', () => {
  it('says first what would be lost', () => {
    expect(changeSentences(preview)).toEqual([
      '会失去备份之后的操作：导入文件 1 次。',
      '文件 3 → 2 份，督办事项 12 → 10 条。',
    ])
  })

  it('says of an archive when it was written and that it is whole', () => {
    const archive = { made_at: '2026-11-20T01:10:00Z', originals: 5 }
    expect(changeSentences({ ...preview, archive })[0]).toMatch(
      /^2026-11-20 .* 导出，原文件 5 个，逐个核对无误。$/,
    )
  })

  it('says when nothing would be lost, and what would come back', () => {
    const regained = [{ label: '撤销', count: 2 }]
    const sentences = changeSentences({ ...preview, lost: [], regained, is_older: true })
    expect(sentences[0]).toBe('不会失去任何操作。')
    expect(sentences[1]).toContain('撤销 2 次')
    expect(sentences[3]).toContain('旧版程序')
  })

  it('says of a register that cannot be read what comes back, and does not claim to know what is lost', () => {
    const unreadable = { ...preview, is_unreadable: true, tasks_now: null, notices_now: null, lost: [] }
    const sentences = changeSentences(unreadable)
    expect(sentences[0]).toBe('会找回：文件 2 份，督办事项 10 条。')
    expect(sentences[1]).toContain('要重做')
    expect(sentences.join()).not.toContain('不会失去')
  })
})

it('sizes have one decimal', () => expect(megabytes(1_290_000)).toBe('1.2 MB'))
