// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { enter, sessionHeader } from '@/backend/session'

function answering(status: number, body: unknown) {
  const fetched = vi.fn(
    async (_path: string, _request: RequestInit) => new Response(JSON.stringify(body), { status }),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

describe('the session of a page', () => {
  it('is got for the token of the address, which then shows it no more', async () => {
    const fetched = answering(200, { session: 's1' })
    location.hash = '#enter=t1'
    await enter()
    expect(fetched.mock.calls[0]).toEqual(['/api/enter', { method: 'POST', body: 't1' }])
    expect(location.hash).toBe('')
    expect(sessionHeader()).toEqual({ 'X-Duban-Session': 's1' })
  })

  it('is kept for a second page without a token', async () => {
    localStorage.setItem('duban-session', 's1')
    const fetched = answering(200, {})
    location.hash = '#/tasks'
    await enter()
    expect(fetched).not.toHaveBeenCalled()
    expect(location.hash).toBe('#/tasks')
    expect(sessionHeader()).toEqual({ 'X-Duban-Session': 's1' })
  })

  it('stays when the token was used before', async () => {
    localStorage.setItem('duban-session', 's1')
    answering(403, 'no')
    location.hash = '#enter=t1'
    await enter()
    expect(sessionHeader()).toEqual({ 'X-Duban-Session': 's1' })
  })
})
