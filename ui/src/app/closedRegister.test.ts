// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import Frame from '@/app/Frame.vue'
import { setBackend } from '@/backend/current'
import { BackendError } from '@/backend/errors'
import { fake } from '@/backend/fake'
import { api } from '@/features/api'
import { answers } from '@/features/answers'
import { closedBecause } from '@/features/register'
import { status } from '@/features/session'
import type { BackupList, BackupRow, ErrorCode, RestorePreview } from '@/generated/types'

const row = (name: string, fault: string | null): BackupRow => ({
  name,
  made_at: '2026-11-21T01:00:00Z',
  reason: 'daily',
  size: 1_200_000,
  tasks: 12,
  notices: 3,
  last: null,
  is_older: false,
  verified: fault === null,
  fault,
})

const list: BackupList = {
  register: '/home/a/duban',
  folder: '/home/a/duban/backups',
  rule: { days: 7, weeks: 8, months: 12 },
  backups: [row('newer', '内容与备份时不同'), row('older', null)],
}

const preview: RestorePreview = {
  tasks_now: null,
  tasks_then: 12,
  notices_now: null,
  notices_then: 3,
  last: null,
  is_older: false,
  is_unreadable: true,
  lost: [],
  lost_entries: [],
  regained: [],
  archive: null,
}

let app: App | undefined
/** Why the core cannot open the register; nothing while it can. */
let closed: ErrorCode | undefined
let restoredFrom: unknown

beforeEach(() => {
  closed = undefined
  restoredFrom = undefined
  closedBecause.value = undefined
  status.value = undefined
  answers.clear()
  const core = fake(false)
  setBackend({
    ...core,
    async call(command, args, day) {
      if (closed === undefined) return core.call(command, args, day)
      if (command === 'list_backups') return list
      if (command === 'preview_restore') return preview
      if (command === 'restore') {
        restoredFrom = args
        closed = undefined
        return { changes: preview, kept: '/home/a/duban/backups/damaged-1' }
      }
      throw new BackendError('台账文件“/home/a/duban/duban.sqlite3”打不开。', closed, 'SQLite says no')
    },
  })
})

afterEach(() => {
  app?.unmount()
  document.body.innerHTML = ''
})

const find = (name: string) => document.querySelector<HTMLElement>(`[data-testid="${name}"]`)
const sees = (name: string) => vi.waitFor(() => expect(find(name), name).not.toBeNull())
const seesNoMore = (name: string) => vi.waitFor(() => expect(find(name), name).toBeNull())

async function open(): Promise<void> {
  const holder = document.createElement('div')
  document.body.append(holder)
  const page = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['overview', 'ledger', 'notices'].map((name) => ({ name, path: `/${name}`, component: page })),
  })
  await router.push('/overview')
  app = createApp(Frame).use(router)
  app.mount(holder)
}

describe('a register that cannot be opened', () => {
  it('is told with its place and its backups, and nothing else can be done', async () => {
    closed = 'register_closed'
    await open()
    await sees('closed-folder')
    expect(find('closed-sentence')?.textContent).toContain('打不开')
    expect(find('closed-folder')?.textContent).toBe('/home/a/duban')
    expect(document.querySelectorAll('[data-testid="backup"]')).toHaveLength(2)
    expect(find('nav-overview')).toBeNull()
    expect(document.title).toContain('打不开')
  })

  it('is restored from the newest whole backup after it was told what comes back, and work goes on', async () => {
    closed = 'register_closed'
    await open()
    await sees('restore-newest')
    find('restore-newest')?.click()
    await sees('restore-sentence')
    expect(find('restore-sentence')?.textContent).toContain('会找回：文件 3 份，督办事项 12 条')
    expect(restoredFrom).toBeUndefined()
    find('restore-agreed')?.click()
    await sees('nav-overview')
    expect(restoredFrom).toEqual({ source: { backup: 'older' } })
    expect(find('closed-register')).toBeNull()
    expect(find('toast')?.textContent).toContain('原样保留')
  })

  it('takes the place of the page in the middle of work, until it is back', async () => {
    await open()
    await sees('nav-overview')
    closed = 'register_closed'
    await expect(api.listUnits({ words: null, region: null })).rejects.toThrow('打不开')
    await sees('closed-register')
    find('closed-retry')?.click()
    await vi.waitFor(() => expect(find('closed-register')?.textContent).toContain('仍然打不开'))
    closed = undefined
    find('closed-retry')?.click()
    await sees('nav-overview')
  })

  it('is not restored where it may be whole', async () => {
    closed = 'register_out_of_reach'
    await open()
    await sees('backup')
    expect(find('restore-newest')).toBeNull()
    expect(find('closed-archive')).toBeNull()
    expect(find('restore')?.hasAttribute('disabled')).toBe(true)
    expect(find('closed-register')?.textContent).toContain('可能完好')
  })

  it('does not close the pages for one part that cannot be read, but for not knowing where it stands', async () => {
    await open()
    await sees('nav-overview')
    closed = 'register_unreadable'
    await expect(api.listUnits({ words: null, region: null })).rejects.toThrow()
    expect(closedBecause.value).toBeUndefined()
    await expect(api.appStatus()).rejects.toThrow()
    await sees('closed-register')
    await seesNoMore('nav-overview')
  })
})
