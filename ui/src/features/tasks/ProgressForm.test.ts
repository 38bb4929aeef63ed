// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { BackendError } from '@/backend/errors'
import { recorded } from '@/backend/fake'
import { toTaskQuery } from '@/features/places'
import ProgressForm from '@/features/tasks/ProgressForm.vue'
import { emptyProgress, type ProgressDraft } from '@/features/tasks/progressDraft'
import type { AddProgressRequest, TaskPage, TaskRow } from '@/generated/types'
import { at, mounted, settled, takeDown, type, type Mounted, type Otherwise } from '@/testing/mounted'
import { toast } from '@/shared/toast'

const [TASK] = recorded<TaskPage>('list_tasks', toTaskQuery({}, 200)).rows as [TaskRow]

afterEach(() => {
  takeDown()
  toast.value = undefined
})

const draft = ref<ProgressDraft>(emptyProgress())
const ended: boolean[] = []

/** The form with this typed in it. */
function open(typed: Partial<ProgressDraft>, otherwise: Otherwise): Promise<Mounted> {
  draft.value = { ...emptyProgress(), ...typed }
  ended.length = 0
  const holder = defineComponent(
    () => () =>
      h(ProgressForm, {
        task: TASK,
        modelValue: draft.value,
        'onUpdate:modelValue': (value: ProgressDraft) => (draft.value = value),
        onDone: (saved: boolean) => void ended.push(saved),
      }),
  )
  return mounted(holder, {}, otherwise, {
    pickFiles: async () => [{ name: '照片.jpg', source: async () => ({ path: '/照片.jpg' }) }],
  })
}

const refusing = (field: string | undefined, sentence: string): Otherwise => ({
  add_progress: () => {
    throw new BackendError(sentence, 'invalid', '', field)
  },
})
const press = (mark: string): Promise<void> => {
  at(mark)?.click()
  return settled()
}

describe('the form of an entry of progress', () => {
  it('sends what was typed with the files picked, and ends', async () => {
    const { requests } = await open({ words: ' 已公布12项 ', share: '６０%' }, { add_progress: () => ({}) })
    await press('progress-evidence')
    expect(at('progress-form')?.textContent).toContain('照片.jpg')
    type('progress-day', '2023年10月5日')
    await press('progress-save')
    expect(requests('add_progress')).toEqual([
      {
        task: TASK.id,
        unit: null,
        words: '已公布12项',
        share: 60,
        difficulty: '',
        next_step: '',
        day: '2023-10-05',
        replaces: null,
        evidence: [{ path: '/照片.jpg' }],
      } satisfies AddProgressRequest,
    ])
    expect(ended).toEqual([true])
  })

  it('takes a file away again', async () => {
    const { requests } = await open({ words: '已公布12项' }, { add_progress: () => ({}) })
    await press('progress-evidence')
    document.querySelector<HTMLElement>('[aria-label="不附“照片.jpg”"]')?.click()
    await settled()
    await press('progress-save')
    expect((requests('add_progress')[0] as AddProgressRequest).evidence).toEqual([])
  })

  it('says what is missing without asking', async () => {
    const { requests } = await open({ words: ' ', share: '一半', day: '昨天' }, { add_progress: () => ({}) })
    await press('progress-save')
    expect(at('fault-progress-words')?.textContent).toBe('请写明办了什么。')
    expect(at('fault-progress-share')?.textContent).toContain('0 到 100')
    expect(at('fault-progress-day')?.textContent).toContain('“昨天”不是日期')
    expect(requests('add_progress')).toEqual([])
    expect(ended).toEqual([])
  })

  it('shows a refusal at its field and keeps all that was typed', async () => {
    await open({ words: '已公布12项', day: '2099-01-01' }, refusing('day', '进展日期还没有到。'))
    await press('progress-save')
    expect(at('fault-progress-day')?.textContent).toBe('进展日期还没有到。')
    expect((at('progress-words') as HTMLTextAreaElement).value).toBe('已公布12项')
    expect(ended).toEqual([])
    expect(toast.value).toBeUndefined()
  })

  it('tells a refusal that belongs to no box of the form', async () => {
    await open({ words: '已公布12项', replaces: 'e1' }, refusing('replaces', '这一次进展已经更正过。'))
    await press('progress-save')
    expect(toast.value?.text).toBe('这一次进展已经更正过。')
    expect(ended).toEqual([])
  })
})
