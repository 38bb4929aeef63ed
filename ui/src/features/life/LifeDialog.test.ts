// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { BackendError } from '@/backend/errors'
import { ask, asked, type Deed } from '@/features/life/asked'
import LifeDialog from '@/features/life/LifeDialog.vue'
import type { MoveReport } from '@/generated/types'
import { toast } from '@/shared/toast'
import { at, mounted, settled, takeDown, type, type Mounted, type Otherwise } from '@/testing/mounted'

const TASK = {
  id: 't1',
  name: '清单',
  due: '2023-12-31',
  leads: ['市水利局'],
  coUnits: [],
  people: [],
  rule: undefined,
}
const DONE: MoveReport = { moved: 1, refused: [], new_units: [] }

afterEach(() => {
  asked.value = undefined
  toast.value = undefined
  takeDown()
})

async function open(deed: Deed, otherwise: Otherwise): Promise<Mounted> {
  const page = await mounted(LifeDialog, {}, otherwise)
  ask({ deed, tasks: [TASK] })
  await settled()
  return page
}
const agree = (): Promise<void> => {
  at('life-agreed')?.click()
  return settled()
}

describe('the dialog of what is done with tasks', () => {
  it('says what is missing at its field without asking', async () => {
    const { requests } = await open({ kind: 'extend' }, { extend_tasks: () => DONE })
    await agree()
    expect(at('fault-life-due')?.textContent).toBe('请写新的完成时限。')
    expect(at('fault-life-reason')?.textContent).toBe('请写明原因。')
    expect(requests('extend_tasks')).toEqual([])
  })

  it('reads days in whatever way they are typed', async () => {
    const { requests } = await open({ kind: 'extend' }, { extend_tasks: () => DONE })
    type('life-due', '2024年6月30日')
    type('life-reason', '资金未到')
    await agree()
    expect(requests('extend_tasks')).toEqual([
      { tasks: ['t1'], due: '2024-06-30', reason: '资金未到', skip_refused: false },
    ])
    expect(asked.value).toBeUndefined()
  })

  it('shows a refusal at its field and keeps what was typed', async () => {
    const refuse = (): never => {
      throw new BackendError('办理日期还没有到。', 'invalid', '', 'day')
    }
    await open({ kind: 'move', move: 'suspend' }, { move_tasks: refuse })
    type('life-reason', '上级政策调整')
    type('life-day', '2099-01-01')
    await agree()
    expect(at('fault-life-day')?.textContent).toBe('办理日期还没有到。')
    expect((at('life-reason') as HTMLTextAreaElement).value).toBe('上级政策调整')
    expect(toast.value).toBeUndefined()
  })

  it('tells a failure that is about no field', async () => {
    const refuse = (): never => {
      throw new BackendError('台账正被另一个程序写入。', 'busy')
    }
    await open({ kind: 'move', move: 'complete' }, { move_tasks: refuse, get_task: () => null })
    await agree()
    expect(toast.value?.text).toBe('台账正被另一个程序写入。')
    expect(asked.value).toBeDefined()
  })
})
