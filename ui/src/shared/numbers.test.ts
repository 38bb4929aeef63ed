import { describe, expect, it } from 'vitest'
import { count, percent } from '@/shared/numbers'

describe('numbers for reading', () => {
  it('groups by thousands', () => expect(count(3120)).toBe('3,120'))

  it.each([
    [0, 300, '0%'],
    [1, 300, '<1%'],
    [299, 300, '>99%'],
    [300, 300, '100%'],
    [1, 3, '33%'],
    [0, 0, '—'],
  ])('%i of %i is %s: never a false nothing or a false all', (part, whole, shown) =>
    expect(percent(part, whole)).toBe(shown),
  )
})
