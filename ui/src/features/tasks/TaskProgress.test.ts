// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { recorded } from '@/backend/fake'
import { toTaskQuery } from '@/features/places'
import TaskProgress from '@/features/tasks/TaskProgress.vue'
import type { ProgressEntry, ProgressPage, ProgressQuery, TaskPage, TaskRow } from '@/generated/types'
import { all, at, mounted, settled, takeDown, type, type Otherwise } from '@/testing/mounted'

afterEach(takeDown)

const [TASK] = recorded<TaskPage>('list_tasks', toTaskQuery({}, 200)).rows as [TaskRow]

const entry = (over: Partial<ProgressEntry>): ProgressEntry => ({
  id: 'e1',
  task: TASK.id,
  task_name: '清单',
  notice: null,
  notice_title: null,
  day: '2023-10-05',
  words: '已公布清单12项。',
  share: 60,
  unit: null,
  unit_name: null,
  difficulty: '',
  next_step: '',
  evidence: [],
  hints: [],
  actor: '张三',
  at: '2023-10-05T01:00:00Z',
  replaces: null,
  replaced_by: null,
  ...over,
})

const CORRECTED = [
  entry({ id: 'e2', words: '已公布清单15项。', share: 75, replaces: 'e1', unit: 'u', unit_name: '市水利局' }),
  entry({
    replaced_by: 'e2',
    difficulty: '资金未到',
    evidence: [{ id: 'f1', name: '照片.jpg', size: 2048 }],
    hints: [{ code: 'no_date', words: '没有写时间。' }],
  }),
]

/** As many entries as there are, shown as many as asked for. */
const having = (entries: readonly ProgressEntry[]): Otherwise => ({
  list_progress: (query) => {
    const { limit } = query as ProgressQuery
    const page: ProgressPage = { total: entries.length, entries: entries.slice(0, limit), next: null }
    return page
  },
})

describe('the progress of a task', () => {
  it('shows each entry with its figures, files and hints, and what took its place', async () => {
    await mounted(TaskProgress, { task: TASK }, having(CORRECTED))
    const [later, earlier] = all('progress-entry').map((each) => each.textContent ?? '')
    expect(later).toContain('完成 75%')
    expect(later).toContain('市水利局')
    expect(earlier).toContain('后来已更正')
    expect(earlier).toContain('资金未到')
    expect(earlier).toContain('照片.jpg')
    expect(at('hint')?.textContent.trim()).toBe('供参考：没有写时间。')
    expect(document.querySelectorAll('[aria-label^="更正 "]')).toHaveLength(1)
  })

  it('says that there is none, and offers no comparison then', async () => {
    await mounted(TaskProgress, { task: TASK }, having([]))
    expect(at('task-progress')?.textContent).toContain('还没有进展。')
    expect(at('compare-months')).toBeNull()
  })

  it('lists more when asked', async () => {
    const many = Array.from({ length: 25 }, (_, index) => entry({ id: `e${index}` }))
    const { requests } = await mounted(TaskProgress, { task: TASK }, having(many))
    expect(all('progress-entry')).toHaveLength(20)
    const more = [...document.querySelectorAll('button')].find((each) =>
      each.textContent?.includes('再列 5 次'),
    )
    more?.click()
    await settled()
    expect(all('progress-entry')).toHaveLength(25)
    expect(requests('list_progress').map((query) => (query as ProgressQuery).limit)).toEqual([20, 40])
  })

  it('puts an entry right in a form that begins with its words', async () => {
    await mounted(TaskProgress, { task: TASK }, having(CORRECTED))
    document.querySelector<HTMLElement>('[aria-label^="更正 "]')?.click()
    await settled()
    expect((at('progress-words') as HTMLTextAreaElement).value).toBe('已公布清单15项。')
    expect(at('progress-save')?.textContent).toContain('登记更正')
  })

  it('keeps what was typed when the form is closed, and not what belonged to a correction', async () => {
    await mounted(TaskProgress, { task: TASK }, having(CORRECTED))
    const cancel = (): void =>
      [...document.querySelectorAll('button')].find((each) => each.textContent === '取消')?.click()
    at('add-progress')?.click()
    await settled()
    type('progress-words', '新增3项')
    cancel()
    await settled()
    at('add-progress')?.click()
    await settled()
    expect((at('progress-words') as HTMLTextAreaElement).value).toBe('新增3项')
    cancel()
    await settled()
    document.querySelector<HTMLElement>('[aria-label^="更正 "]')?.click()
    await settled()
    cancel()
    await settled()
    at('add-progress')?.click()
    await settled()
    expect((at('progress-words') as HTMLTextAreaElement).value).toBe('')
  })

  it('saves a copy of a file where the person says, and nothing when they think better of it', async () => {
    const handed: string[] = []
    const pickPlace = async (name: string) => ({ path: `/${name}`, hand: async () => void handed.push(name) })
    const saves = { ...having(CORRECTED), save_evidence: () => ({ id: 'f1', name: '照片.jpg', size: 2048 }) }
    const { requests } = await mounted(TaskProgress, { task: TASK }, saves, { pickPlace })
    document.querySelector<HTMLElement>('[title^="另存"]')?.click()
    await settled()
    expect(requests('save_evidence')).toEqual([{ id: 'f1', to: '/照片.jpg' }])
    expect(handed).toEqual(['照片.jpg'])
    takeDown()
    const other = await mounted(TaskProgress, { task: TASK }, saves, { pickPlace: async () => undefined })
    document.querySelector<HTMLElement>('[title^="另存"]')?.click()
    await settled()
    expect(other.requests('save_evidence')).toEqual([])
  })
})
