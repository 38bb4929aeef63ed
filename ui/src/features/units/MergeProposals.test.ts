// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { createApp, h, type App } from 'vue'
import { setBackend } from '@/backend/current'
import { fake } from '@/backend/fake'
import { askAgain } from '@/features/answers'
import MergeProposals from '@/features/units/MergeProposals.vue'

let app: App | undefined
afterEach(() => app?.unmount())
const soon = () => new Promise((resolve) => setTimeout(resolve, 30))
const find = (name: string) => document.querySelector<HTMLElement>(`[data-testid="${name}"]`)

it('asks about each pair and says nothing more of one that is settled', async () => {
  setBackend(fake(false))
  const holder = document.createElement('div')
  document.body.append(holder)
  app = createApp({ render: () => h(MergeProposals) })
  app.mount(holder)
  await soon()
  expect(find('merge-proposals')?.textContent).toContain('合并建议 1')
  find('merge-proposals')?.click()
  await soon()
  expect(find('merge-proposal')?.textContent).toContain('只是全称与简称不同')
  find('tell-apart')?.click()
  await soon()
  await askAgain('everything')
  await soon()
  expect(find('merge-proposal')).toBeNull()
})
