import { describe, expect, it } from 'vitest'
import { moveIndex } from '@/shared/listKeys'

describe('keys in a list of ten rows, five in sight', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['a', 2, undefined],
  ])('%s moves from row %i to %s', (key, from, to) => expect(moveIndex(key, from, 10, 5)).toBe(to))

  it('does nothing in an empty list', () => expect(moveIndex('ArrowDown', 0, 0, 5)).toBeUndefined())
})
