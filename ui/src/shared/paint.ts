// The colours of the page, for what paints on a canvas and cannot read style sheets by itself.
import { computed } from 'vue'
import { isDark } from '@/shared/theme'

const NAMES = ['ink', 'ink-soft', 'ink-faint', 'line', 'line-strong', 'surface', 'accent'] as const
const FILLS = ['fill-overdue', 'fill-soon', 'fill-track', 'fill-none', 'fill-done', 'fill-ended'] as const
type Name = (typeof NAMES)[number] | (typeof FILLS)[number]

export type Paint = Record<Name, string> & { readonly family: string }

/** Read again when the theme changes; the class on the root has changed by then. */
export const paint = computed<Paint>(() => {
  document.documentElement.classList.toggle('dark', isDark.value)
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const colours = Object.fromEntries([...NAMES, ...FILLS].map((name) => [name, read(name)])) as Record<
    Name,
    string
  >
  return { ...colours, family: read('family') }
})
