import { describe, expect, it } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { taskItem, type TableItem } from '@/features/tasks/table'
import { useTicks } from '@/features/tasks/ticks'
import type { TaskRow } from '@/generated/types'

const task = (id: string) => taskItem({ id } as TaskRow)
const heading: TableItem = {
  key: 'group',
  kind: 'group',
  group: { id: 'g', name: '甲', count: 2, note: '', open: true },
}

function table() {
  const items = shallowRef<TableItem[]>([task('a'), task('b'), heading, task('c'), task('d')])
  const ticks = useTicks(() => items.value)
  return { items, ticks, ticked: () => ticks.rows.value.map(({ id }) => id).sort() }
}

describe('rows of a table', () => {
  it('are ticked one by one, and the tick is taken away again', () => {
    const { ticks, ticked } = table()
    ticks.turn(0, false)
    ticks.turn(3, false)
    expect(ticked()).toEqual(['a', 'c'])
    ticks.turn(0, false)
    expect(ticked()).toEqual(['c'])
  })

  it('are ticked with Shift from the last one on, headings passed over', () => {
    const { ticks, ticked } = table()
    ticks.turn(1, false)
    ticks.turn(4, true)
    expect(ticked()).toEqual(['b', 'c', 'd'])
  })

  it('are ticked all at once', () => {
    const { ticks, ticked } = table()
    ticks.tickAll()
    expect(ticked()).toEqual(['a', 'b', 'c', 'd'])
    ticks.clear()
    expect(ticked()).toEqual([])
  })

  it('lose their tick when they leave the list', async () => {
    const { items, ticks, ticked } = table()
    ticks.tickAll()
    items.value = [task('b')]
    await nextTick()
    expect(ticked()).toEqual(['b'])
    items.value = [task('a'), task('b')]
    expect(ticked()).toEqual(['b'])
  })
})
