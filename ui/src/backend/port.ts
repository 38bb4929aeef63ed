// What the page needs from whatever hosts it, every method named. Two hosts implement it: the desktop shell
// (shell.ts) and the loopback server in a browser (browser.ts). Ask a capability before offering what not every
// host can do.
import type { ImportSource, Progress } from '@/generated/types'

export type HostName = 'shell' | 'browser' | 'fake'

export interface Capabilities {
  /** Whole folders can be chosen, not only files. */
  readonly pickFolders: boolean
  /** Where the store lies may be shown: the page runs on the same machine, for the same person. */
  readonly showStorePath: boolean
}

/** A file the person chose or dropped. A browser has to hand its content over before it can be imported. */
export interface PickedFile {
  readonly name: string
  readonly source: () => Promise<ImportSource>
}

export interface DropHandlers {
  readonly over: () => void
  readonly leave: () => void
  readonly drop: (files: PickedFile[]) => void
}

export type Unsubscribe = () => void

export interface Backend {
  readonly host: HostName
  readonly capabilities: Capabilities
  /** Runs one command as of a day; `null` leaves the day to the core. Rejects with a BackendError. */
  call(command: string, args: unknown, asOf: string | null): Promise<unknown>
  /** Opens the host's file dialog; an empty list when the person thought better of it. */
  pickFiles(folders: boolean): Promise<PickedFile[]>
  onDrop(handlers: DropHandlers): Unsubscribe
  onProgress(handler: (progress: Progress) => void): Unsubscribe
  /** Somebody wrote: this window, the command line, another window. */
  onRevision(handler: (revision: number) => void): Unsubscribe
}
