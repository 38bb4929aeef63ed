import { describe, expect, it } from 'vitest'
import { removalSentences } from './words'

const nothing = {
  files: ['方案.txt'],
  notices: 1,
  tasks: 1234,
  progress: 0,
  units: [],
  repeats: [],
  heirs: [],
  backups: [],
  other_files: [],
}

describe('what a purge removes', () => {
  it('says what goes and that copies elsewhere stay', () => {
    const [first, last, ...more] = removalSentences(nothing)
    expect(first).toContain('督办事项 1,234 条')
    expect(last).toContain('别处的副本')
    expect(more).toEqual([])
  })

  it('names the first of many units and says how many there are', () => {
    const units = Array.from({ length: 12 }, (_, index) => `第${index + 1}科`)
    const said = removalSentences({ ...nothing, units }).join('')
    expect(said).toContain('第8科 等 12 个')
    expect(said).not.toContain('第9科')
  })

  it('says which copy takes the tasks over', () => {
    const heirs = [{ file: '复印件.txt', title: '清退方案', tasks: 3 }]
    const said = removalSentences({ ...nothing, heirs }).join('')
    expect(said).toContain('同一内容也在“复印件.txt”里')
    expect(said).toContain('3 条督办事项连同进展和更正保留')
  })

  it('says in one sentence what a file takes over, however much it is', () => {
    const heirs = ['甲', '乙', '丙'].map((title, at) => ({ file: '汇编.txt', title, tasks: at }))
    const said = removalSentences({ ...nothing, heirs }).filter((line) => line.includes('承接'))
    expect(said).toEqual([
      '同一内容也在“汇编.txt”里，不随之清除：《甲》、《乙》等 3 份通知将由它承接，3 条督办事项连同进展和更正保留；如也要清除请分别清除。',
    ])
  })

  it('names units, repetitions and files nobody knows', () => {
    const said = removalSentences({
      ...nothing,
      units: ['市档案馆'],
      repeats: ['复印件.txt'],
      other_files: ['duban 副本.sqlite3'],
    }).join('')
    for (const name of ['市档案馆', '复印件.txt', 'duban 副本.sqlite3']) expect(said).toContain(name)
  })
})
