import { describe, expect, it } from 'vitest'
import { fileOf, nameFor, pastedFrom } from '@/features/import/pasted'

const clipboard = (held: Record<string, string>) => ({ getData: (kind: string) => held[kind] ?? '' })
const TABLE = '<table><tr><td>简化材料</td><td>市政务办</td></tr></table>'

describe('what is pasted', () => {
  it('is its text; a page only where it holds a table', () => {
    expect(pastedFrom(clipboard({ 'text/plain': '通知', 'text/html': '<p>通知</p>' }))).toEqual({
      text: '通知',
      html: undefined,
    })
    expect(pastedFrom(clipboard({ 'text/plain': '简化材料\t市政务办', 'text/html': TABLE }))?.html).toBe(
      TABLE,
    )
    expect(pastedFrom(clipboard({ 'text/plain': ' \n' }))).toBeUndefined()
    expect(pastedFrom(null)).toBeUndefined()
  })

  it('is called after its first line', () => {
    expect(nameFor('\n  关于印发/转发方案的通知\n各单位：')).toBe('关于印发 转发方案的通知')
    expect([...nameFor('长'.repeat(90))].length).toBe(40)
    expect(nameFor('')).toBe('粘贴的文字')
  })

  it('goes the way of a file, in letters that every reader knows', async () => {
    const text = fileOf('通知', { text: '各单位：\n请报送。', html: undefined })
    expect(text.name).toBe('通知.txt')
    const source = await text.source()
    expect(source).toEqual({
      content: { name: '通知.txt', base64: Buffer.from('各单位：\n请报送。').toString('base64') },
    })
    const table = await fileOf('表', { text: '', html: TABLE }).source()
    if (!('content' in table)) throw new Error('handed over as content')
    expect(table.content.name).toBe('表.html')
    expect(Buffer.from(table.content.base64, 'base64').toString()).toBe(
      '<meta charset="utf-8"><table><tr><td>简化材料</td><td>市政务办</td></tr>\n</table>\n',
    )
  })
})
