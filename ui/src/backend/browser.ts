// The loopback server in a browser: calls and uploads over HTTP, news over server-sent events.
import { EventSource } from 'eventsource'
import { BackendError, toBackendError } from '@/backend/errors'
import { sessionHeader } from '@/backend/session'
import type { Backend, PickedFile, Unsubscribe } from '@/backend/port'
import type { Progress } from '@/generated/types'

const UNREACHABLE = '与本机的督办台账服务失去联系。请确认“duban serve”仍在运行，然后刷新本页。'
const SESSION_ENDED = '本页的登录凭据已失效。请使用启动“duban serve”时显示的网址重新打开。'

export const browser: Backend = {
  host: 'browser',
  capabilities: { pickFolders: false, showStorePath: false },

  async call(command, args, asOf) {
    return await post(
      `/api/call/${encodeURIComponent(command)}`,
      JSON.stringify({ as_of: asOf, args: args ?? null }),
      'application/json',
    )
  },

  pickFiles(kind) {
    return new Promise((resolve) => {
      const input = document.createElement('input')
      input.type = 'file'
      input.multiple = kind !== 'archive'
      if (kind === 'archive') input.accept = '.zip'
      input.hidden = true
      input.dataset.testid = 'file-input'
      // In the document, so that a test (and old browsers) can reach it.
      document.body.append(input)
      const finish = () => {
        resolve([...(input.files ?? [])].map(fromFile))
        input.remove()
      }
      input.addEventListener('change', finish, { once: true })
      input.addEventListener('cancel', finish, { once: true })
      input.click()
    })
  },

  async pickPlace(name) {
    const promised = await post(`/api/downloads?name=${encodeURIComponent(name)}`, '', 'application/json')
    const { path, address } = promised as { path: string; address: string }
    return { path, hand: async () => download(address, name) }
  },

  onDrop({ over, leave, drop }) {
    // The browser tells of every element crossed; count them to know when the files have left the window.
    let inside = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    return listenAll({
      dragenter(event) {
        if (!carriesFiles(event)) return
        if (inside++ === 0) over()
      },
      dragover(event) {
        if (carriesFiles(event)) event.preventDefault()
      },
      dragleave(event) {
        if (carriesFiles(event) && --inside <= 0) {
          inside = 0
          leave()
        }
      },
      drop(event) {
        if (!carriesFiles(event)) return
        event.preventDefault()
        inside = 0
        drop([...(event.dataTransfer?.files ?? [])].map(fromFile))
      },
    })
  },

  onProgress: (handler) => onNews('progress', (data) => handler(data as Progress)),

  onRevision: (handler) => onNews('revision', (data) => handler((data as { revision: number }).revision)),
}

function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

function fromFile(file: File): PickedFile {
  return {
    name: file.name,
    source: async () => {
      const handed = await post(
        `/api/files?name=${encodeURIComponent(file.name)}`,
        file,
        'application/octet-stream',
      )
      return handed as { path: string }
    },
  }
}

async function post(path: string, body: BodyInit, type: string): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': type, ...sessionHeader() },
      body,
    })
  } catch (cause) {
    throw new BackendError(UNREACHABLE, 'unreachable', String(cause))
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer
  if (answer === null && (response.status === 401 || response.status === 403)) {
    throw new BackendError(SESSION_ENDED, 'session_ended', `HTTP ${response.status}`)
  }
  throw toBackendError(answer ?? `HTTP ${response.status}`)
}

let news: EventSource | undefined

/** One stream for the page, opened at the first interest; it reconnects by itself. */
function onNews(name: string, handler: (data: unknown) => void): Unsubscribe {
  // The browser's own event source sends no headers.
  news ??= new EventSource(new URL('/api/events', location.href), {
    fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...sessionHeader() } }),
  })
  const stream = news
  const listener = (event: MessageEvent<string>) => handler(JSON.parse(event.data))
  stream.addEventListener(name, listener)
  return () => stream.removeEventListener(name, listener)
}

type DragListeners = Record<'dragenter' | 'dragover' | 'dragleave' | 'drop', (event: DragEvent) => void>

function listenAll(listeners: DragListeners): Unsubscribe {
  const names = Object.keys(listeners) as (keyof DragListeners)[]
  for (const name of names) window.addEventListener(name, listeners[name])
  return () => {
    for (const name of names) window.removeEventListener(name, listeners[name])
  }
}
