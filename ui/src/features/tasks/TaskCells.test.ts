// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { createApp, h, type App } from 'vue'
import { recorded } from '@/backend/fake'
import { toTaskQuery } from '@/features/places'
import TaskCells from '@/features/tasks/TaskCells.vue'
import { columnSpecs, type ColumnKey, type ShownColumn } from '@/features/tasks/table'
import type { TaskPage, TaskRow } from '@/generated/types'

let app: App | undefined
afterEach(() => app?.unmount())

function shown(columns: readonly ShownColumn[], task: TaskRow): (string | null)[] {
  const holder = document.createElement('div')
  app = createApp({ render: () => h(TaskCells, { columns, task }) })
  app.mount(holder)
  return [...holder.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent)
}

const task = (): TaskRow => {
  const [first] = recorded<TaskPage>('list_tasks', toTaskQuery({}, 200)).rows
  if (!first) throw new Error('no task is recorded')
  return first
}

it('every usual column of the core says something of a task', () => {
  const columns = columnSpecs.filter(({ usual }) => usual).map(({ key, width }) => ({ key, width }))
  const cells = shown(columns, task())
  expect(cells).toHaveLength(columns.length)
  for (const [at, cell] of cells.entries()) expect(cell?.trim(), columns[at]?.key).not.toBe('')
})

it('a column that is text shows what came with the row, whatever column it is', () => {
  const columns = [{ key: 'not_there_yet' as ColumnKey, width: 90 }]
  expect(shown(columns, { ...task(), cells: { not_there_yet: '新的一栏' } })).toEqual(['新的一栏'])
})
