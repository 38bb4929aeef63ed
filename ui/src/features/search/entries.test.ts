import { describe, expect, it } from 'vitest'
import { fit, found, type Entry } from '@/features/search/entries'

const entry = (name: string): Entry => ({ kind: 'unit', id: name, name, run: () => undefined })

describe('what the search box offers by name', () => {
  it.each([
    ['市监局', '市市场监管局'],
    ['财政', '市财政局'],
    ['sczj', '市财政局'],
    ['czj', '市财政局'],
    ['sz', '设置'],
    ['新建', '新建事项'],
  ])('%s finds %s', (words, name) => expect(fit(words, name)).toBeDefined())

  it.each([
    ['市', '杭州审计局'],
    ['局市', '市财政局'],
    ['x', '夕阳'],
    ['', '市财政局'],
  ])('%s does not find %s', (words, name) => expect(fit(words, name)).toBeUndefined())

  it('the whole name stands first, then the beginning, then what is in short', () =>
    expect(
      found('市财政局', [entry('县市财政局'), entry('市财政局分局'), entry('市财政局')], 9).map(
        ({ name }) => name,
      ),
    ).toEqual(['市财政局', '市财政局分局', '县市财政局']))
})
