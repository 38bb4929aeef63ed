// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import {
  keepColumns,
  knownColumns,
  movedTo,
  moveOnto,
  shownColumns,
  usualColumns,
} from '@/features/tasks/columnOrder'

describe('the columns of a list', () => {
  it('are the usual ones until something else is said', () => {
    expect(knownColumns([])).toEqual(usualColumns)
    expect(knownColumns(['nothing known'])).toEqual(usualColumns)
  })

  it('always tell what is to be done', () =>
    expect(knownColumns(['due', 'light'])).toEqual(['matter', 'due', 'light']))

  it('move to a place, and onto another column', () => {
    expect(movedTo(['light', 'matter', 'due'], 'due', 0)).toEqual(['due', 'light', 'matter'])
    expect(movedTo(['light', 'matter', 'due'], 'light', 9)).toEqual(['matter', 'due', 'light'])
    keepColumns(['light', 'matter', 'leads', 'due'])
    moveOnto('due', 'matter')
    expect(shownColumns.value).toEqual(['light', 'due', 'matter', 'leads'])
    moveOnto('light', 'leads')
    expect(shownColumns.value).toEqual(['due', 'matter', 'leads', 'light'])
  })
})
