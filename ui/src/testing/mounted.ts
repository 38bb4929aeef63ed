// A component on a page of its own, for tests: before a host that answers as it did on the recorded register, but for what the
// test says otherwise.
import { createApp, h, type App, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { setBackend } from '@/backend/current'
import { fake } from '@/backend/fake'
import type { Backend } from '@/backend/port'
import { answers } from '@/features/answers'
import type { CommandName } from '@/generated/commands'

/** What is answered to a command; what throws refuses it. */
export type Otherwise = Partial<Record<CommandName, (args: unknown) => unknown>>

export interface Mounted {
  /** The commands asked so far, in order. */
  readonly asked: readonly { readonly command: string; readonly args: unknown }[]
  /** The requests of one command. */
  readonly requests: (command: CommandName) => unknown[]
}

let app: App | undefined

export async function mounted(
  component: Component,
  props: Record<string, unknown> = {},
  otherwise: Otherwise = {},
  host: Partial<Backend> = {},
): Promise<Mounted> {
  const asked: { command: string; args: unknown }[] = []
  const recorded = fake(false)
  setBackend({
    ...recorded,
    ...host,
    call: async (command, args, asOf) => {
      asked.push({ command, args })
      const answer = otherwise[command as CommandName]
      return answer ? answer(args) : recorded.call(command, args, asOf)
    },
  })
  answers.clear()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ name: 'ledger', path: '/:rest(.*)*', component: { render: () => null } }],
  })
  await router.push('/')
  const holder = document.createElement('div')
  document.body.append(holder)
  app = createApp({ render: () => h(component, props) }).use(router)
  app.mount(holder)
  await settled()
  return {
    asked,
    requests: (command) => asked.filter((each) => each.command === command).map(({ args }) => args),
  }
}

export function takeDown(): void {
  app?.unmount()
  app = undefined
  document.body.replaceChildren()
}

export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60))

/** The first thing with this mark, and all of them. */
export const at = (mark: string): HTMLElement | null => document.querySelector(`[data-testid="${mark}"]`)
export const all = (mark: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[data-testid="${mark}"]`),
]

/** Types in place of what stands in a box. */
export function type(mark: string, text: string): void {
  const box = at(mark)
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement))
    throw new Error(`no box ${mark}`)
  box.value = text
  box.dispatchEvent(new Event('input'))
}
