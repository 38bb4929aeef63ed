// A task as the subject of what is done with it.
import type { AskedTask } from '@/features/life/asked'
import { taskHeading } from '@/features/tasks/table'
import type { TaskRow } from '@/generated/types'

export const subject = (task: TaskRow): AskedTask => ({
  id: task.id,
  name: taskHeading(task),
  due: task.due,
  leads: task.leads.map(({ name }) => name),
  coUnits: task.co_units.map(({ name }) => name),
  people: task.people,
  rule: task.duty?.rule,
})
