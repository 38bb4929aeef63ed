// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { BackendError } from '@/backend/errors'
import { entering, enterTask, keepDraft, keptDraft, leaveForm } from '@/features/tasks/entering'
import TaskForm from '@/features/tasks/TaskForm.vue'
import { emptyDraft, type TaskDraft } from '@/features/tasks/taskDraft'
import { at, mounted, settled, takeDown, type Mounted } from '@/testing/mounted'

/** The form with this typed in it. */
async function open(typed: Partial<TaskDraft>, refused?: BackendError): Promise<Mounted> {
  keepDraft({ ...emptyDraft(), ...typed })
  const otherwise = refused && {
    add_task: () => {
      throw refused
    },
  }
  const page = await mounted(TaskForm, {}, otherwise)
  enterTask()
  await settled()
  return page
}

afterEach(() => {
  leaveForm()
  keepDraft()
  takeDown()
})

const INSTRUCTION: Partial<TaskDraft> = {
  text: '完成东河清淤',
  leads: ['市水利局'],
  due: '2023-12-20',
  origin_words: '请抓紧研究。',
  origin_person: '李明',
  origin_day: '2023-10-10',
}

const text = (): string | undefined => (at('task-form-text') as HTMLTextAreaElement | null)?.value

describe('the form of a task by hand', () => {
  it('enters what was typed and closes', async () => {
    const { requests } = await open(INSTRUCTION)
    at('task-form-save')?.click()
    await settled()
    expect(requests('add_task')).toHaveLength(1)
    expect(entering.value).toBeUndefined()
    expect(keptDraft()).toEqual(emptyDraft())
  })

  it('says what is missing without asking', async () => {
    const { requests } = await open({ text: ' ', due: '明天' })
    at('task-form-save')?.click()
    await settled()
    expect(at('fault-task-form-text')?.textContent).toBe('请写明要办的事。')
    expect(at('fault-task-form-due')?.textContent).toContain('“明天”不是日期')
    expect(requests('add_task')).toEqual([])
  })

  it('shows a refusal at its field and keeps all that was typed', async () => {
    const refused = new BackendError('没有“2023-02-30”这一天。', 'invalid', '', 'deadline.due')
    await open({ ...INSTRUCTION, due: '2023-02-30' }, refused)
    at('task-form-save')?.click()
    await settled()
    expect(at('fault-task-form-due')?.textContent).toBe('没有“2023-02-30”这一天。')
    expect(text()).toBe('完成东河清淤')
    leaveForm()
    await settled()
    enterTask()
    await settled()
    expect(text()).toBe('完成东河清淤')
  })

  it('tells a unit that nobody knows', async () => {
    await open(INSTRUCTION)
    expect(at('new-unit')?.textContent).toContain('“市水利局”是台账里还没有的单位')
  })
})
