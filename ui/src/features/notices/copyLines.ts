// Selecting and copying in a text of which only the lines in sight are in the page: the ends of a selection are held
// in the page, and what is copied is taken from the text itself.
import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'

/** A place in the text: a row and a character of it. */
export interface Place {
  readonly row: number
  readonly at: number
}

export interface LineSelection {
  /** Rows that the selection begins and ends in. */
  readonly held: ComputedRef<readonly number[]>
  /** The whole text is selected, also what is out of sight. */
  readonly whole: Ref<boolean>
  readonly selectAll: () => void
  readonly onCopy: (event: ClipboardEvent) => void
}

/** The text between two places, whichever comes first, a row a line. */
export function textBetween(rows: readonly string[], one: Place, other: Place): string {
  const isForward = one.row < other.row || (one.row === other.row && one.at <= other.at)
  const [from, to] = isForward ? [one, other] : [other, one]
  return rows
    .slice(from.row, to.row + 1)
    .map((text, index) =>
      text.slice(index === 0 ? from.at : 0, index === to.row - from.row ? to.at : undefined),
    )
    .join('\n')
}

/**
 * @param holder the element that holds the rows; each carries its index in `data-index`, its text in `.words`
 * @param rows the whole text
 */
export function useLineSelection(
  holder: () => HTMLElement | null,
  rows: () => readonly string[],
): LineSelection {
  const ends = ref<readonly [Place, Place]>()
  const whole = ref(false)

  function follow(): void {
    const selection = document.getSelection()
    if (!selection || selection.isCollapsed) {
      ends.value = undefined
      return
    }
    const anchor = placeOf(selection.anchorNode, selection.anchorOffset)
    const focus = placeOf(selection.focusNode, selection.focusOffset)
    ends.value = anchor && focus && [anchor, focus]
  }

  function placeOf(node: Node | null, offset: number): Place | undefined {
    const element = node instanceof Element ? node : node?.parentElement
    const row = element?.closest<HTMLElement>('[data-index]')
    if (!node || !row || !holder()?.contains(row)) return undefined
    const words = row.querySelector('.words')
    if (!words) return undefined
    const before = document.createRange()
    before.setStart(words, 0)
    // An end in the margin stands before the words, one behind them after the last.
    const where = before.comparePoint(node, offset)
    if (where < 0) return { row: Number(row.dataset.index), at: 0 }
    if (!words.contains(node)) before.setEnd(words, words.childNodes.length)
    else before.setEnd(node, offset)
    return { row: Number(row.dataset.index), at: before.toString().length }
  }

  function selectAll(): void {
    document.getSelection()?.removeAllRanges()
    whole.value = true
  }

  function onCopy(event: ClipboardEvent): void {
    const text = whole.value ? rows().join('\n') : ends.value && textBetween(rows(), ...ends.value)
    if (text === undefined || text === '') return
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }

  // Whatever the person does next but copying and scrolling ends “all”.
  const end = (event: Event): void => {
    const keeps =
      event instanceof KeyboardEvent &&
      (event.ctrlKey || event.metaKey || /^(Page|Arrow|Home|End|Control|Meta)/.test(event.key))
    if (!keeps) whole.value = false
  }

  document.addEventListener('selectionchange', follow)
  document.addEventListener('pointerdown', end)
  document.addEventListener('keydown', end)
  onScopeDispose(() => {
    document.removeEventListener('selectionchange', follow)
    document.removeEventListener('pointerdown', end)
    document.removeEventListener('keydown', end)
  })

  const held = computed(() => ends.value?.map(({ row }) => row) ?? [])
  return { held, whole, selectAll, onCopy }
}
