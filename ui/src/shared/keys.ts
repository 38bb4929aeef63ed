// Keys as actions name them ("mod+k", "/", "alt+1"), matched against what the keyboard sends.

/** The part of a KeyboardEvent that matters. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** "mod" is Ctrl, or ⌘ where there is one. */
export function matches(press: KeyPress, combination: string): boolean {
  const parts = combination.toLowerCase().split('+')
  const key = parts[parts.length - 1]
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  // A Chinese input method writes its own question mark.
  if (press.key.replace('？', '?').toLowerCase() !== key) return false
  if (wants('mod') !== (press.ctrlKey || press.metaKey)) return false
  if (wants('alt') !== press.altKey) return false
  return key.length > 1 || /[a-z0-9]/.test(key) ? wants('shift') === press.shiftKey : true
}

/** As a person reads it: Ctrl+K, ⌘K. */
export function keyLabel(combination: string, apple: boolean): string {
  const names: Record<string, string> = apple
    ? { mod: '⌘', alt: '⌥', shift: '⇧' }
    : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' }
  const parts = combination
    .split('+')
    .map((part) => names[part] ?? (/^(.|f\d+)$/.test(part) ? part.toUpperCase() : part))
  return parts.join(apple ? '' : '+')
}

/** Single letters belong to whoever is typing; combinations do not. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
