// How far something long is.

/** How far, in whole percent; `undefined` while the length is not known. */
export function share(progress: { done: number; total: number } | undefined): number | undefined {
  if (!progress || progress.total === 0) return undefined
  return Math.min(100, Math.round((progress.done / progress.total) * 100))
}
