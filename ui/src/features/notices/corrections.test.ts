// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp, h, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { setBackend } from '@/backend/current'
import { fake, noticeCalled } from '@/backend/fake'
import { answers } from '@/features/answers'
import ReaderPage from '@/features/notices/ReaderPage.vue'

/** Read by an older reader, which took the unit of a measure for another; another measure has a doubt. */
const ID = noticeCalled('滨江市2023年民生实事分工表')

let app: App | undefined
afterEach(() => {
  app?.unmount()
  document.body.replaceChildren()
})

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 3000 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => 800 })
})

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40))
const at = (mark: string, within: ParentNode = document): HTMLElement | null =>
  within.querySelector(`[data-testid="${mark}"]`)

/** The reader with its first doubtful measure chosen. */
async function openDoubtful(): Promise<HTMLElement> {
  setBackend(fake(false))
  answers.clear()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['overview', 'unit', 'ledger', 'notices', 'notice', 'versions', 'review'].map((name) => ({
      name,
      path: `/${name}/:id?`,
      component: { render: () => null },
    })),
  })
  await router.push(`/notice/${ID}`)
  const holder = document.createElement('div')
  document.body.append(holder)
  app = createApp({ render: () => h(ReaderPage, { id: ID }) }).use(router)
  app.mount(holder)
  await settled()
  const doubted = [...holder.querySelectorAll<HTMLElement>('[data-testid="measure"]')].find((each) =>
    at('doubt', each),
  )
  doubted?.click()
  await settled()
  return doubted as HTMLElement
}

describe('what a person says of a reading', () => {
  it('judges a doubt, which then waits no more and can be opened again', async () => {
    const measure = await openDoubtful()
    const waiting = at('only-doubtful')?.textContent
    at('doubt-dismiss', measure)?.click()
    // The answers are asked again when the core has said where it stands; here by hand.
    await settled()
    await answers.invalidateQueries()
    await settled()
    const card = document.querySelector<HTMLElement>(`[data-id="${measure.dataset.id}"]`) ?? measure
    expect(at('doubt', card)?.textContent).toContain('原读无误')
    expect(at('only-doubtful')?.textContent).not.toBe(waiting)
    at('doubt-reopen', card)?.click()
    await settled()
    await answers.invalidateQueries()
    await settled()
    expect(at('only-doubtful')?.textContent).toBe(waiting)
  })

  it('offers a correction on the chosen measure only', async () => {
    const measure = await openDoubtful()
    const offered = document.querySelectorAll('[data-testid="correct"]')
    expect([...offered].map((button) => button.closest('[data-testid="measure"]'))).toEqual([measure])
  })

  it('shows what reading again would change before anything is taken over', async () => {
    await openDoubtful()
    at('open-reread')?.click()
    await settled()
    expect(at('reread-summary')?.textContent).toContain('变动 1 条')
    expect(at('reread-measure')?.textContent).toContain('市教育局')
    expect(at('reread-agreed')).not.toBeNull()
  })
})
