// Text or a table from the clipboard, taken for a file with a name that the person may change.
import type { PickedFile } from '@/backend/port'

/** What was pasted. */
export interface Pasted {
  readonly text: string
  /** The same as a page, where it holds a table: its cells are lost in the text. */
  readonly html: string | undefined
}

/** `undefined`: the clipboard holds no text. */
export function pastedFrom(clipboard: Pick<DataTransfer, 'getData'> | null): Pasted | undefined {
  const text = clipboard?.getData('text/plain') ?? ''
  const html = clipboard?.getData('text/html') ?? ''
  const tables = tablesIn(html)
  if (text.trim() === '' && tables === 0) return undefined
  return { text, html: tables > 0 ? html : undefined }
}

export const tablesIn = (html: string): number => html.match(/<table[\s>]/giu)?.length ?? 0

const LONGEST = 40

/** The first line that says something, without what no file may be called. */
export function nameFor(text: string): string {
  const line = text
    .split('\n')
    .map((each) => each.replace(/[\\/:*?"<>|\t\r]+/gu, ' ').trim())
    .find((each) => each !== '')
  return [...(line ?? '')].slice(0, LONGEST).join('') || '粘贴的文字'
}

/** A file as it would have been picked. */
export function fileOf(name: string, { text, html }: Pasted): PickedFile {
  const whole = `${name.trim() || nameFor(text)}.${html === undefined ? 'txt' : 'html'}`
  // A page says in which letters it is written; the clipboard's does not. Each row on a line of its own is found again.
  const content =
    html === undefined
      ? text
      : `<meta charset="utf-8">${html.replace(/<\/(?:tr|p|div|h[1-6]|li|table)>/giu, '$&\n')}`
  return { name: whole, source: async () => ({ content: { name: whole, base64: base64(content) } }) }
}

const PIECE = 0x8000

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(binary)
}
