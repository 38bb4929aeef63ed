// Who answers Ctrl+F. A browser finds only what is in the page, and the desktop window has no search of its own, so a
// page that keeps a long text out of the page searches it itself. Without such a page the key is the browser's.
import { onScopeDispose } from 'vue'

const finders: (() => void)[] = []

/** While the caller is shown, Ctrl+F calls it. The one shown last answers. */
export function onFind(open: () => void): void {
  finders.push(open)
  onScopeDispose(() => {
    const at = finders.lastIndexOf(open)
    if (at >= 0) finders.splice(at, 1)
  })
}

export const canFind = (): boolean => finders.length > 0

export const find = (): void => finders[finders.length - 1]?.()
