// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bringToMiddle } from '@/shared/bringToMiddle'

afterEach(() => vi.unstubAllGlobals())

/** A row in a window of 400 that the growing rows above push down by so much before each next frame. */
function scene(pushes: readonly number[], height = 26) {
  const frames: FrameRequestCallback[] = []
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => frames.push(run))
  const row = document.createElement('li')
  const within = document.createElement('ol')
  let top = 5_000
  const blocks: unknown[] = []
  Object.defineProperty(within, 'clientHeight', { value: 400 })
  within.getBoundingClientRect = () => ({ top: 0 }) as DOMRect
  row.getBoundingClientRect = () => ({ top, height }) as DOMRect
  row.scrollIntoView = (how) => {
    blocks.push(typeof how === 'object' ? how.block : how)
    top = 187
  }
  bringToMiddle(row, within)
  const left = [...pushes]
  const frame = (): boolean => {
    top += left.shift() ?? 0
    const run = frames.shift()
    run?.(0)
    return run !== undefined
  }
  return { within, blocks, frame, top: () => top }
}

describe('bringing a row to the middle', () => {
  it('goes after a row that moves when the rows above it take their true heights', () => {
    const { frame, top } = scene([1_500, 0, 900, 0, 0, 40])
    while (frame());
    expect(top()).toBe(187)
  })

  it('comes to an end when the row never rests', () => {
    const { frame } = scene(Array<number>(1_000).fill(10))
    let frames = 0
    while (frame()) frames++
    expect(frames).toBeLessThan(100)
  })

  it('leaves the text to the person who scrolls', () => {
    const { within, frame, top } = scene([0, 300])
    frame()
    within.dispatchEvent(new Event('wheel'))
    while (frame());
    expect(top()).toBe(487)
  })

  it('shows the beginning of a paragraph that is taller than the window', () => {
    const { blocks } = scene([], 900)
    expect(blocks).toEqual(['start'])
  })
})
