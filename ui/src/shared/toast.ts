// One short message at a time at the foot of the window, with at most one thing to do about it.
import { shallowRef } from 'vue'

export interface Toast {
  readonly text: string
  readonly kind: 'done' | 'failed'
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const toast = shallowRef<Toast>()
let timer: ReturnType<typeof setTimeout> | undefined

/** What failed stays until it is read; what was done goes by itself. */
const MILLISECONDS = 8_000

export function say(text: string, action?: Toast['action']): void {
  show({ text, kind: 'done', action })
  timer = setTimeout(dismiss, MILLISECONDS)
}

export function complain(cause: unknown): void {
  show({ text: cause instanceof Error ? cause.message : String(cause), kind: 'failed' })
}

export function dismiss(): void {
  clearTimeout(timer)
  toast.value = undefined
}

function show(next: Toast): void {
  clearTimeout(timer)
  toast.value = next
}
