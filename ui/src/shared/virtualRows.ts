// Long lists whose rows differ in height: only the rows in sight (and those somebody holds on to) are in the page, each
// measured when it is drawn. On paper every row stands in its place.
import { computed, type ComponentPublicInstance, type ComputedRef } from 'vue'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/vue-virtual'
import { printing } from '@/shared/printing'

export interface VirtualRow {
  readonly index: number
  /** Pixels from the top of the list. */
  readonly start: number
}

export interface VirtualRows {
  readonly rows: ComputedRef<readonly VirtualRow[]>
  /** Height of the whole list, drawn or not. */
  readonly height: ComputedRef<number>
  /** Given to each row as its `ref`; the row carries its index in `data-index`. */
  readonly measure: (row: Element | ComponentPublicInstance | null) => void
  /** Brings a row into the middle, or, if it is taller than the window, its beginning to the top. */
  readonly bringToMiddle: (index: number) => void
  /** Scrolls as little as needed. */
  readonly reveal: (index: number) => void
}

export interface VirtualRowsOptions {
  readonly scroller: () => HTMLElement | null
  readonly count: () => number
  /**
   * A good guess makes the scroll bar honest before all rows have been seen. Made once for a width, then asked once for
   * each row: of ten thousand rows, none should look a reactive thing up again.
   */
  readonly estimate: (width: number) => (index: number) => number
  readonly keyOf: (index: number) => string | number
  /** Rows that stay in the page wherever it is scrolled to. */
  readonly held?: () => readonly number[]
  /** Pixels above the first row that scroll with it. */
  readonly above?: () => number
  /** Pixels at the top of the window that something lies over. */
  readonly covered?: () => number
}

const AROUND = 8

export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { scroller, count, estimate, keyOf, held, above, covered } = options
  // The library asks again for every row behind one that turned out otherwise.
  let guesses: { width: number; count: number; of: Float64Array } | undefined
  function guess(index: number): number {
    const width = list.scrollRect?.width ?? 0
    const rowCount = list.options.count
    if (guesses?.width !== width || guesses.count !== rowCount) {
      const guessed = estimate(width)
      const of = new Float64Array(rowCount)
      for (let at = 0; at < rowCount; at++) of[at] = guessed(at)
      guesses = { width, count: rowCount, of }
    }
    return guesses.of[index] ?? estimate(width)(index)
  }

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => {
      const kept = held?.() ?? []
      return {
        count: count(),
        getScrollElement: scroller,
        estimateSize: guess,
        getItemKey: keyOf,
        overscan: AROUND,
        // The observer tells true sizes before anything is painted; asking each new row for its own would lay the page
        // out once a row.
        measureElement: (row, seen, own) => {
          const box = seen?.borderBoxSize[0]
          if (box) return box.blockSize
          const index = own.indexFromElement(row)
          return own.itemSizeCache.get(keyOf(index)) ?? guess(index)
        },
        scrollMargin: above?.() ?? 0,
        scrollPaddingStart: covered?.() ?? 0,
        rangeExtractor: (range) => merged(defaultRangeExtractor(range), kept, range.count),
      }
    }),
  )

  // One thing for good; the reference around it tells when it changed.
  const list = virtualizer.value

  const rows = computed<readonly VirtualRow[]>(() =>
    printing.value
      ? Array.from({ length: count() }, (_row, index) => ({ index, start: 0 }))
      : virtualizer.value.getVirtualItems().map(({ index, start }) => ({
          index,
          start: start - virtualizer.value.options.scrollMargin,
        })),
  )

  return {
    rows,
    height: computed(() => virtualizer.value.getTotalSize()),
    measure: (row) => {
      if (!printing.value) virtualizer.value.measureElement(row as HTMLElement | null)
    },
    bringToMiddle: (index) => {
      const size = virtualizer.value.measurementsCache[index]?.size ?? guess(index)
      const room = scroller()?.clientHeight ?? 0
      virtualizer.value.scrollToIndex(index, { align: size > room ? 'start' : 'center' })
    },
    reveal: (index) => virtualizer.value.scrollToIndex(index, { align: 'auto' }),
  }
}

/** In order, each row once: the order in the page is the order in which text is selected and read aloud. */
export function merged(inSight: readonly number[], held: readonly number[], count: number): number[] {
  if (held.length === 0) return [...inSight]
  const all = new Set([...inSight, ...held.filter((index) => index >= 0 && index < count)])
  return [...all].sort((one, other) => one - other)
}
