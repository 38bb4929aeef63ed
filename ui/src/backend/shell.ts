// The desktop shell: one Tauri command, its dialogs, its drop events. Nothing outside this folder knows of Tauri.
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { getCurrentWebview } from '@tauri-apps/api/webview'
import type { Progress } from '@/generated/types'
import { toBackendError } from '@/backend/errors'
import type { Backend, PickedFile, Unsubscribe } from '@/backend/port'

/** Events the shell sends. */
const PROGRESS = 'progress'
const REVISION = 'revision'

export const shell: Backend = {
  host: 'shell',
  capabilities: { pickFolders: true, showStorePath: true },

  async call(command, args, asOf) {
    try {
      return await invoke('call', { name: command, args: args ?? null, asOf })
    } catch (cause) {
      throw toBackendError(cause)
    }
  },

  async pickFiles(kind) {
    try {
      return (await invoke<string[]>('pick_files', { kind })).map(fromPath)
    } catch (cause) {
      throw toBackendError(cause)
    }
  },

  async pickPlace(name) {
    try {
      const path = await invoke<string | null>('pick_place', { name })
      return path === null ? undefined : { path, hand: async () => undefined }
    } catch (cause) {
      throw toBackendError(cause)
    }
  },

  onDrop({ over, leave, drop }) {
    return settled(
      getCurrentWebview().onDragDropEvent(({ payload }) => {
        if (payload.type === 'enter') over()
        else if (payload.type === 'leave') leave()
        else if (payload.type === 'drop') drop(payload.paths.map(fromPath))
      }),
    )
  },

  onProgress(handler) {
    return settled(listen<Progress>(PROGRESS, ({ payload }) => handler(payload)))
  },

  onRevision(handler) {
    return settled(listen<number>(REVISION, ({ payload }) => handler(payload)))
  },
}

function fromPath(path: string): PickedFile {
  return { name: path.split(/[\\/]/).pop() ?? path, source: async () => ({ path }) }
}

/** Tauri subscribes asynchronously; whoever leaves before that is unsubscribed as soon as it is done. */
function settled(subscribing: Promise<Unsubscribe>): Unsubscribe {
  subscribing.catch((cause: unknown) => console.error(cause))
  return () => void subscribing.then((unsubscribe) => unsubscribe())
}
