import { describe, expect, it } from 'vitest'
import { merged } from '@/shared/virtualRows'

describe('rows in the page', () => {
  it('are those in sight', () => expect(merged([3, 4, 5], [], 10)).toEqual([3, 4, 5]))
  it('keep those held, in the order of the list', () =>
    expect(merged([3, 4, 5], [8, 1, 4], 10)).toEqual([1, 3, 4, 5, 8]))
  it('let go of what is no longer there', () => expect(merged([0, 1], [8], 5)).toEqual([0, 1]))
})
