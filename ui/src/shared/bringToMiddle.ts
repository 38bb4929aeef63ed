// Scrolls to a row and holds it there while the rows around it take their true heights: rows that were never drawn
// stand in the layout with a guessed height, so the first jump lands where the row was, not where it will be.

/** So many frames without movement count as settled; notes above the text arrive later than the text itself. */
const CALM_FRAMES = 12
const MOST_FRAMES = 90

let stopLast: (() => void) | undefined

/** A new call, or the person scrolling, ends the one before. */
export function bringToMiddle(row: Element, within: HTMLElement): void {
  stopLast?.()
  let stopped = false
  const stop = (): void => {
    stopped = true
    for (const sign of ['wheel', 'pointerdown', 'keydown']) within.removeEventListener(sign, stop)
  }
  stopLast = stop
  for (const sign of ['wheel', 'pointerdown', 'keydown']) {
    within.addEventListener(sign, stop, { passive: true, once: true })
  }

  let place = scroll(row, within)
  let calm = 0
  let frames = 0
  const watchOn = (): void => {
    if (stopped) return
    if (Math.abs(placeOf(row, within) - place) < 1) calm++
    else calm = 0
    if (calm >= CALM_FRAMES || ++frames >= MOST_FRAMES) return stop()
    place = scroll(row, within)
    requestAnimationFrame(watchOn)
  }
  requestAnimationFrame(watchOn)
}

function scroll(row: Element, within: HTMLElement): number {
  // Of a paragraph taller than the window, the beginning is wanted.
  const isTall = row.getBoundingClientRect().height > within.clientHeight
  row.scrollIntoView({ block: isTall ? 'start' : 'center' })
  return placeOf(row, within)
}

const placeOf = (row: Element, within: HTMLElement): number =>
  row.getBoundingClientRect().top - within.getBoundingClientRect().top
