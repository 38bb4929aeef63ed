// Column widths as the person left them, kept on this machine and shared by all tables of tasks.
import { ref } from 'vue'
import type { ColumnKey } from '@/features/tasks/table'

const KEY = 'duban.columns'
const WIDEST = 600

function remembered(): Partial<Record<ColumnKey, number>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof stored === 'object' && stored !== null ? stored : {}
  } catch {
    return {}
  }
}

export const keptWidths = ref(remembered())

/** `undefined` goes back to the width the program chose. */
export function keepWidth(key: ColumnKey, width: number | undefined): void {
  const { [key]: _before, ...others } = keptWidths.value
  keptWidths.value = width === undefined ? others : { ...others, [key]: Math.min(WIDEST, Math.round(width)) }
  localStorage.setItem(KEY, JSON.stringify(keptWidths.value))
}
