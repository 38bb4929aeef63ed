// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browser } from '@/backend/browser'

function answering(status: number, body: unknown) {
  const fetched = vi.fn(
    async (_path: string, _request: RequestInit) =>
      new Response(body === undefined ? '' : JSON.stringify(body), { status }),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

afterEach(() => vi.unstubAllGlobals())

describe('the loopback host', () => {
  it('sends a command with its day and gives back the answer', async () => {
    const fetched = answering(200, { total: 3 })
    expect(await browser.call('list_tasks', { limit: 1 }, '2022-07-01')).toEqual({ total: 3 })
    const [path, request] = fetched.mock.calls[0] ?? []
    expect(path).toBe('/api/call/list_tasks')
    expect(JSON.parse(String(request?.body))).toEqual({ as_of: '2022-07-01', args: { limit: 1 } })
  })

  it('rejects with the sentence of the core', async () => {
    answering(404, { code: 'not_found', message: '没有这份文件。', detail: null })
    await expect(browser.call('get_notice', { id: 'x' }, null)).rejects.toMatchObject({
      sentence: '没有这份文件。',
      code: 'not_found',
    })
  })

  it('says that the server is gone', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    await expect(browser.call('app_status', null, null)).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('says that the door is shut when the token no longer holds', async () => {
    answering(403, undefined)
    await expect(browser.call('app_status', null, null)).rejects.toMatchObject({ code: 'session_ended' })
  })

  it('hands a dropped file over before it is imported', async () => {
    const fetched = answering(200, { path: 'upload:1' })
    const dropped: string[] = []
    const stop = browser.onDrop({
      over: () => dropped.push('over'),
      leave: () => dropped.push('leave'),
      drop: (files) => void files[0]?.source().then((source) => dropped.push(JSON.stringify(source))),
    })
    const drop = (type: string) => {
      const event = new Event(type, { cancelable: true })
      const files = [new File(['正文'], '通知.txt')]
      Object.assign(event, { dataTransfer: { types: ['Files'], files } })
      window.dispatchEvent(event)
    }
    drop('dragenter')
    drop('drop')
    await new Promise((resolve) => setTimeout(resolve))
    stop()
    expect(dropped).toEqual(['over', '{"path":"upload:1"}'])
    expect(fetched.mock.calls[0]?.[0]).toBe(`/api/files?name=${encodeURIComponent('通知.txt')}`)
  })
})
