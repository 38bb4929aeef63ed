// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp, h, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { setBackend } from '@/backend/current'
import { fake, noticeCalled } from '@/backend/fake'
import { answers } from '@/features/answers'
import VersionsPage from '@/features/notices/VersionsPage.vue'

const ID = noticeCalled('滨江市城市更新行动方案')

const ROOM_FOR_ALL = 9000

let app: App | undefined
let room = ROOM_FOR_ALL
// The imitation of the DOM lays nothing out; the rows draw what is in sight of the window they are told of.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => room })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => 800 })
})
afterEach(() => {
  app?.unmount()
  room = ROOM_FOR_ALL
})

const pause = () => new Promise((resolve) => setTimeout(resolve, 30))

async function open(id: string): Promise<HTMLElement> {
  setBackend(fake(false))
  answers.clear()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['notice', 'versions'].map((name) => ({
      name,
      path: `/${name}/:id`,
      component: { render: () => null },
    })),
  })
  await router.push(`/versions/${id}`)
  const holder = document.createElement('div')
  document.body.append(holder)
  app = createApp({ render: () => h(VersionsPage, { id }) }).use(router)
  app.mount(holder)
  await pause()
  return holder
}

const shown = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>('[data-testid="compared"]')]
const show = async (page: HTMLElement, which: string) => {
  page.querySelector<HTMLElement>(`[data-testid="show-${which}"]`)?.click()
  await pause()
}

describe('the versions of a notice', () => {
  it('shows what changed first, and each sort of change alone', async () => {
    const page = await open(ID)
    expect(page.querySelectorAll('[data-testid="version"]')).toHaveLength(2)
    expect(shown(page)).toHaveLength(10)
    for (const [which, words] of [
      ['added', ['旧版没有', '旧版没有']],
      ['dropped', ['新版没有', '新版没有']],
      ['units', ['市交通运输局', '市住房保障局']],
      ['deadline', ['2023-12-31', '2023-11-30']],
    ] as const) {
      await show(page, which)
      expect(shown(page), which).toHaveLength(words.length)
      for (const [place, row] of shown(page).entries()) expect(row.textContent).toContain(words[place])
    }
    await show(page, 'same')
    expect(shown(page)).toHaveLength(1)
  })

  it('marks the words that differ as text, never as markup', async () => {
    const page = await open(ID)
    await show(page, 'wording')
    expect(shown(page)[0]?.querySelector('.older mark')?.textContent).toBe('5')
    expect(page.textContent).toContain('<b>不是标记</b>')
    expect(page.querySelector('b')).toBeNull()
  })

  it('moves along the rows by keys', async () => {
    const page = await open(ID)
    const list = page.querySelector('ol')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp'])
      list?.dispatchEvent(new KeyboardEvent('keydown', { key }))
    await pause()
    expect(shown(page).map((row) => row.getAttribute('aria-current'))[1]).toBe('true')
  })

  it('draws the rows in sight and around, and on paper all of them', async () => {
    room = 100
    const page = await open(ID)
    expect(shown(page).length).toBeGreaterThan(0)
    expect(shown(page).length).toBeLessThan(10)
    window.dispatchEvent(new Event('beforeprint'))
    await pause()
    expect(shown(page)).toHaveLength(10)
    window.dispatchEvent(new Event('afterprint'))
    await pause()
    expect(shown(page).length).toBeLessThan(10)
  })

  it('takes a wrong link off, and then says that there are no versions', async () => {
    const page = await open(ID)
    page.querySelector<HTMLElement>('[data-testid="take-off"]')?.click()
    await pause()
    expect(page.querySelector('[data-testid="version"]')).toBeNull()
    expect(page.textContent).toContain('没有发现这份文件的其他版本')
  })
})
