// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { actionFor as actionIn, actions, navigation, type ActionContext } from '@/app/actions'
import { onFind } from '@/shared/find'
import type { KeyPress } from '@/shared/keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const page = document.createElement('main')
const field = document.createElement('input')

const context = (told: Partial<ActionContext> = {}): ActionContext => ({
  go: () => undefined,
  newTask: () => undefined,
  importFiles: () => undefined,
  importFolder: () => undefined,
  search: () => undefined,
  canStep: () => false,
  step: () => undefined,
  undo: () => undefined,
  redo: () => undefined,
  nextTheme: () => undefined,
  help: () => undefined,
  ...told,
})
const actionFor = (pressed: KeyPress, target: EventTarget | null) => actionIn(pressed, target, context())

describe('the keyboard', () => {
  it.each([
    ['Ctrl+K', press('k', { ctrlKey: true }), page, 'search'],
    ['Ctrl+K while typing', press('k', { ctrlKey: true }), field, 'search'],
    ['/', press('/'), page, 'search'],
    ['/ while typing is a character', press('/'), field, undefined],
    ['Ctrl+Z', press('z', { ctrlKey: true }), page, 'undo'],
    ['Ctrl+Shift+Z', press('z', { ctrlKey: true, shiftKey: true }), page, 'redo'],
    ['Ctrl+Y', press('y', { ctrlKey: true }), page, 'redo'],
    ['Ctrl+Z while typing belongs to the field', press('z', { ctrlKey: true }), field, undefined],
    ['Ctrl+O', press('o', { ctrlKey: true }), page, 'import'],
    ['Alt+3', press('3', { altKey: true }), page, 'overdue'],
    ['?', press('?', { shiftKey: true }), page, 'help'],
    ['? while typing is a character', press('?', { shiftKey: true }), field, undefined],
    ['F1 while typing', press('F1'), field, 'help'],
    ['a letter', press('z'), page, undefined],
  ])('%s', (_name, pressed, target, expected) => expect(actionFor(pressed, target)?.name).toBe(expected))

  it('leaves Ctrl+F to the browser where no page searches itself', () => {
    const pressed = press('f', { ctrlKey: true })
    expect(actionFor(pressed, page)).toBeUndefined()
    const shown = effectScope()
    shown.run(() => onFind(() => undefined))
    expect(actionFor(pressed, page)?.name).toBe('find')
    shown.stop()
    expect(actionFor(pressed, page)).toBeUndefined()
  })

  it('steps through a list only while a task of it is open', () => {
    expect(actionFor(press('j'), page)).toBeUndefined()
    const open = context({ canStep: () => true })
    expect(actionIn(press('j'), page, open)?.name).toBe('nextTask')
    expect(actionIn(press('k'), page, open)?.name).toBe('previousTask')
    expect(actionIn(press('k'), field, open)).toBeUndefined()
  })

  it('has no combination for two actions', () => {
    const keys = Object.values(actions).flatMap((action) => action.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('goes to every place of the menu', () => {
    const went: unknown[] = []
    for (const name of navigation) {
      actions[name].run(context({ go: (place) => went.push((place as { name: string }).name) }))
    }
    expect(went).toEqual(['overview', 'units', 'overdue', 'ledger', 'calendar', 'notices'])
  })
})
