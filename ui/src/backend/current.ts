// The host chosen at start. Set once by main.ts (or by a test), read everywhere.
import type { Backend } from '@/backend/port'

let current: Backend | undefined

export function setBackend(backend: Backend): void {
  current = backend
}

export function backend(): Backend {
  if (!current) throw new Error('no backend chosen yet')
  return current
}
