import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { keepDayInAddress } from '@/app/dayInAddress'
import { chosenDay } from '@/features/session'

function pages(): Router {
  const component = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['overview', 'ledger'].map((name) => ({ name, path: `/${name}`, component })),
  })
  keepDayInAddress(router)
  return router
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

afterEach(() => (chosenDay.value = undefined))

describe('the day looked at', () => {
  it('is taken from the address that is opened', async () => {
    const router = pages()
    await router.push('/ledger?as_of=2022-07-01&unit=a')
    expect(chosenDay.value).toBe('2022-07-01')
    expect(router.currentRoute.value.fullPath).toBe('/ledger?as_of=2022-07-01&unit=a')
  })

  it('is put into the address when it is chosen, follows to the next page and goes when it is left', async () => {
    const router = pages()
    await router.push('/overview')
    chosenDay.value = '2022-07-01'
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/overview?as_of=2022-07-01')
    await router.push({ name: 'ledger', query: { light: 'overdue' } })
    expect(router.currentRoute.value.query).toEqual({ light: 'overdue', as_of: '2022-07-01' })
    chosenDay.value = undefined
    await settled()
    expect(router.currentRoute.value.query).toEqual({ light: 'overdue' })
  })

  it('is the one of the address that one goes back to', async () => {
    const router = pages()
    await router.push('/overview?as_of=2022-07-01')
    await router.push('/ledger?as_of=2022-08-01')
    router.back()
    await settled()
    expect(chosenDay.value).toBe('2022-07-01')
    expect(router.currentRoute.value.fullPath).toBe('/overview?as_of=2022-07-01')
  })

  it('is no day that there cannot be', async () => {
    const router = pages()
    await router.push('/ledger?as_of=2022-02-30')
    expect(chosenDay.value).toBeUndefined()
    expect(router.currentRoute.value.fullPath).toBe('/ledger')
  })
})
