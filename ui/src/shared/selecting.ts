// Whether a click ended the marking of words: whoever marks words means to copy them, not to open what they stand in.

export function isMarkingWords(): boolean {
  const marked = window.getSelection()
  return marked !== null && !marked.isCollapsed && marked.toString().trim() !== ''
}
