// Entry: choose the host, then start the page. Each host is a chunk of its own, so that a browser never loads a line
// about the shell.
import { createApp } from 'vue'
import Frame from '@/app/Frame.vue'
import { setBackend } from '@/backend/current'
import type { Backend } from '@/backend/port'
import { followTheme } from '@/shared/theme'
import '@/app/elements'
import '@/app/tokens.css'
import '@/app/page.css'

/** By then the first page has been drawn and asked what it asks. */
const FIRST_PAGE_STANDS = 1500

async function chooseBackend(): Promise<Backend> {
  // Only in a build made for it (`vite --mode fake`); the condition is constant, and production drops the branch.
  if (import.meta.env.MODE === 'fake') return (await import('@/backend/fake')).fake()
  if ('__TAURI_INTERNALS__' in window) return (await import('@/backend/shell')).shell
  await (await import('@/backend/session')).enter()
  return (await import('@/backend/browser')).browser
}

async function start(): Promise<void> {
  followTheme()
  setBackend(await chooseBackend())
  // The router looks at the address when it is made; before, the start token had to be taken out of it.
  const { router, fetchPages } = await import('@/app/routes')
  createApp(Frame).use(router).mount('#app')
  await router.isReady()
  setTimeout(fetchPages, FIRST_PAGE_STANDS)
}

void start()
