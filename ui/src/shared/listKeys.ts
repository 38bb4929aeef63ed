// Where a key moves the current row of a list. `undefined`: the key is not for lists.

export function moveIndex(key: string, current: number, length: number, page: number): number | undefined {
  if (length === 0) return undefined
  const clamp = (index: number) => Math.min(length - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
      return clamp(current + 1)
    case 'ArrowUp':
      return clamp(current - 1)
    case 'PageDown':
      return clamp(current + page)
    case 'PageUp':
      return clamp(current - page)
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return undefined
  }
}
