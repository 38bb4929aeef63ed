// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp, h, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { setBackend } from '@/backend/current'
import { fake, noticeCalled, recorded } from '@/backend/fake'
import { answers } from '@/features/answers'
import ReaderPage from '@/features/notices/ReaderPage.vue'
import type { NoticeDetail } from '@/generated/types'

const ID = noticeCalled('滨江市优化营商环境工作方案')
const { notice, measures } = recorded<NoticeDetail>('get_notice', { id: ID })

let app: App | undefined
afterEach(() => app?.unmount())

// The imitation of the DOM lays nothing out; lists draw what is in sight of the window they are told of.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 3000 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => 800 })
})

async function open(line?: number): Promise<HTMLElement> {
  setBackend(fake(false))
  answers.clear()
  const blank = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['overview', 'units', 'unit', 'overdue', 'ledger', 'notices', 'notice', 'versions', 'review'].map(
      (name) => ({
        name,
        path: name === 'unit' || name === 'notice' || name === 'versions' ? `/${name}/:id` : `/${name}`,
        component: blank,
      }),
    ),
  })
  await router.push(`/notice/${ID}`)
  const holder = document.createElement('div')
  document.body.append(holder)
  app = createApp({ render: () => h(ReaderPage, { id: ID, line }) }).use(router)
  app.mount(holder)
  await new Promise((resolve) => setTimeout(resolve, 30))
  return holder
}

describe('the reader of a notice', () => {
  it('shows markup in the text as the characters it is', async () => {
    const page = await open()
    expect(page.querySelector('[data-testid="reader-text"]')?.textContent).toContain(
      '<script>alert(1)</script>',
    )
    expect(page.querySelector('script')).toBeNull()
  })

  it('leads from a line of the text to its measure, and marks both', async () => {
    const page = await open()
    const second = measures[1]?.id
    const line = page.querySelector<HTMLElement>(`[data-measure="${second}"]`)
    line?.click()
    await new Promise((resolve) => setTimeout(resolve))
    expect(line?.classList.contains('chosen')).toBe(true)
    expect(page.querySelector('[data-testid="measure"][aria-current="true"]')?.getAttribute('data-id')).toBe(
      second,
    )
  })

  it('opens at the line it was sent to', async () => {
    const page = await open(14)
    expect(page.querySelector('.pointed')?.getAttribute('data-line')).toBe('14')
    expect(page.querySelector('[data-testid="measure"][aria-current="true"]')).not.toBeNull()
  })

  it('offers to confirm what nobody has confirmed yet', async () => {
    const page = await open()
    expect(page.querySelector('[data-testid="confirm-notice"]')?.textContent).toContain(`${notice.measures}`)
  })

  it('folds the figures of the notice up and leads from one to its line', async () => {
    const page = await open()
    const table = page.querySelector<HTMLDetailsElement>('[data-testid="indicators"]')
    expect(table?.open).toBe(false)
    expect(table?.querySelector('summary')?.textContent).toContain('4 个量化指标')
    expect(page.querySelector('[data-testid="indicator-row"]')).toBeNull()
    if (table) table.open = true
    table?.dispatchEvent(new Event('toggle'))
    await new Promise((resolve) => setTimeout(resolve, 0))
    const rows = [...page.querySelectorAll('[data-testid="indicator-row"]')]
    expect(rows.map((row) => row.children[1]?.textContent)).toEqual([
      '压减30%以上',
      '达到98%以上',
      '新增500户',
      '压缩至5个工作日',
    ])
    const link = rows[1]?.querySelector('button')
    link?.click()
    await new Promise((resolve) => setTimeout(resolve, 0))
    const line = /\d+/.exec(link?.textContent ?? '')?.[0]
    expect(page.querySelector(`[data-line="${line}"]`)?.classList.contains('pointed')).toBe(true)
  })
})
