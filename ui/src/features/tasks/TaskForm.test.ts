// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp, h, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { setBackend } from '@/backend/current'
import { BackendError } from '@/backend/errors'
import { fake } from '@/backend/fake'
import type { Backend } from '@/backend/port'
import { answers } from '@/features/answers'
import { entering, enterTask, keepDraft, keptDraft, leaveForm } from '@/features/tasks/entering'
import TaskForm from '@/features/tasks/TaskForm.vue'
import { emptyDraft, type TaskDraft } from '@/features/tasks/taskDraft'

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60))
const at = (mark: string): HTMLElement | null => document.querySelector(`[data-testid="${mark}"]`)

let app: App | undefined
let asked: { command: string; args: unknown }[] = []

/** The register of the recording, in which this is refused. */
function refusing(refused?: BackendError): Backend {
  const host = fake(false)
  return {
    ...host,
    call: async (command, args, asOf) => {
      asked.push({ command, args })
      if (command === 'add_task' && refused) throw refused
      return host.call(command, args, asOf)
    },
  }
}

async function open(typed: Partial<TaskDraft>, refused?: BackendError): Promise<void> {
  setBackend(refusing(refused))
  answers.clear()
  keepDraft({ ...emptyDraft(), ...typed })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ name: 'ledger', path: '/:rest(.*)*', component: { render: () => null } }],
  })
  await router.push('/')
  const holder = document.createElement('div')
  document.body.append(holder)
  app = createApp({ render: () => h(TaskForm) }).use(router)
  app.mount(holder)
  enterTask()
  await settled()
}

beforeEach(() => (asked = []))
afterEach(() => {
  leaveForm()
  keepDraft()
  app?.unmount()
  document.body.replaceChildren()
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
    await open(INSTRUCTION)
    at('task-form-save')?.click()
    await settled()
    expect(asked.some(({ command }) => command === 'add_task')).toBe(true)
    expect(entering.value).toBeUndefined()
    expect(keptDraft()).toEqual(emptyDraft())
  })

  it('says what is missing without asking', async () => {
    await open({ text: ' ', due: '明天' })
    at('task-form-save')?.click()
    await settled()
    expect(at('fault-task-form-text')?.textContent).toBe('请写明要办的事。')
    expect(at('fault-task-form-due')?.textContent).toContain('“明天”不是日期')
    expect(asked.some(({ command }) => command === 'add_task')).toBe(false)
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
