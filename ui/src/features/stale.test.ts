import { describe, expect, it } from 'vitest'
import { both, isStale } from '@/features/stale'

describe('what a write made stale', () => {
  it('is everything while the core does not say', () => expect(isStale('dashboard', 'everything')).toBe(true))
  it('is what is made of what changed, and no more', () => {
    expect(isStale('listVersions', ['version'])).toBe(true)
    expect(isStale('listUnits', ['version'])).toBe(false)
  })
  it('adds up over two writes', () => {
    expect(both(['task'], ['task', 'unit'])).toEqual(['task', 'unit'])
    expect(both(['task'], 'everything')).toBe('everything')
  })
})
