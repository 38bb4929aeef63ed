import { describe, expect, it } from 'vitest'
import { keyLabel, matches, type KeyPress } from '@/shared/keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a key press against a combination', () => {
  it.each([
    ['Ctrl+K', press('k', { ctrlKey: true }), 'mod+k', true],
    ['⌘K', press('k', { metaKey: true }), 'mod+k', true],
    ['K with capitals locked', press('K', { ctrlKey: true }), 'mod+k', true],
    ['a bare k', press('k'), 'mod+k', false],
    ['Ctrl+Shift+Z, which is redo elsewhere', press('z', { ctrlKey: true, shiftKey: true }), 'mod+z', false],
    ['a slash', press('/'), '/', true],
    ['a slash that needs Shift on this keyboard', press('/', { shiftKey: true }), '/', true],
    ['Alt+1', press('1', { altKey: true }), 'alt+1', true],
    ['1', press('1'), 'alt+1', false],
  ])('%s', (_name, pressed, combination, expected) => expect(matches(pressed, combination)).toBe(expected))

  it('is named as the machine names it', () => {
    expect(keyLabel('mod+k', false)).toBe('Ctrl+K')
    expect(keyLabel('mod+k', true)).toBe('⌘K')
    expect(keyLabel('/', false)).toBe('/')
  })
})
