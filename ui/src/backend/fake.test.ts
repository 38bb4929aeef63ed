import { expect, it } from 'vitest'
import { fake, noticeCalled } from '@/backend/fake'
import { BackendError } from '@/backend/errors'
import type { AppStatus, NoticePage } from '@/generated/types'

const rows = async (host: ReturnType<typeof fake>) =>
  ((await host.call('list_notices', { words: null, unconfirmed: false }, null)) as NoticePage).rows

it('answers alike however little a request says', async () => {
  const host = fake(false)
  expect(((await host.call('list_notices', null, null)) as NoticePage).rows).toEqual(await rows(host))
})

it('goes from one state of the register to the next by the writes that were recorded', async () => {
  const host = fake(false)
  const id = noticeCalled('滨江市优化营商环境工作方案')
  const confirmed = async () => (await rows(host)).find((each) => each.id === id)?.confirmed
  const tasks = async () => ((await host.call('app_status', null, null)) as AppStatus).tasks
  const before = await tasks()
  expect(await confirmed()).toBe(false)
  await host.call('confirm_notices', { ids: [id] }, null)
  expect(await confirmed()).toBe(true)
  expect(await tasks()).toBe(before + 7)
  await host.call('undo', { id: null }, null)
  expect(await confirmed()).toBe(false)
  expect(await tasks()).toBe(before)
})

it('refuses what was not recorded and says how to record it', async () => {
  const asked = fake(false).call('search', { words: '不曾问过', limit: 30 }, null)
  await expect(asked).rejects.toBeInstanceOf(BackendError)
  await expect(asked).rejects.toThrow(/search \{"limit":30,"words":"不曾问过"\}.*cargo xtask generate/)
})
