// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { scrollerOf } from '@/shared/scroller'

it('is the nearest that scrolls down, or the page', () => {
  document.body.innerHTML = `<main style="overflow-y: auto"><div style="overflow-y: hidden">
    <ol></ol></div></main><p></p>`
  const of = (name: string) => scrollerOf(document.querySelector<HTMLElement>(name) as HTMLElement)
  expect(of('ol').tagName).toBe('MAIN')
  expect(of('p')).toBe(document.documentElement)
})
