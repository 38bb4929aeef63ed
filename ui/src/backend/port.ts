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

/** What is picked: files or folders to import, or one archive of everything. */
export type PickKind = 'files' | 'folders' | 'archive'

/** Where a command may write a file for the person. */
export interface Place {
  readonly path: string
  /** To be called when it is written: a browser hands it on only then. */
  readonly hand: () => Promise<void>
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
  pickFiles(kind: PickKind): Promise<PickedFile[]>
  /** Asks where a file of this name is to go; `undefined` when the person thought better of it. */
  pickPlace(name: string): Promise<Place | undefined>
  onDrop(handlers: DropHandlers): Unsubscribe
  onProgress(handler: (progress: Progress) => void): Unsubscribe
  /** Somebody wrote: this window, the command line, another window. */
  onRevision(handler: (revision: number) => void): Unsubscribe
}
