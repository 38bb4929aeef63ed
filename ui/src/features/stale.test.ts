import { describe, expect, it } from 'vitest'
import { isStale } from '@/features/stale'

describe('what a write made stale', () => {
  it('is everything where nothing that was known holds', () =>
    expect(isStale('dashboard', 'everything')).toBe(true))
  it('is what is made of what changed, and no more', () => {
    expect(isStale('listVersions', ['version'])).toBe(true)
    expect(isStale('getTask', ['note', 'operation'])).toBe(true)
    expect(isStale('listUnits', ['note', 'operation'])).toBe(false)
    expect(isStale('listUnits', ['version'])).toBe(false)
  })
})
