// What scrolls around a thing: the nearest that does, or the page.
export function scrollerOf(inner: HTMLElement): HTMLElement {
  for (let outer = inner.parentElement; outer; outer = outer.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer
  }
  return document.documentElement
}
