// Which task is being entered or put right: one form, opened from anywhere. What was typed for a new one stays until it is
// saved, also when the form is closed.
import { shallowRef } from 'vue'
import { emptyDraft, type TaskDraft } from '@/features/tasks/taskDraft'
import type { TaskRow } from '@/generated/types'

/** What lies in the form: a task that is there, or a new one. */
export const entering = shallowRef<{ readonly held: TaskRow | undefined }>()

let typed: TaskDraft | undefined

/** What was typed for a new task and not saved. */
export const keptDraft = (): TaskDraft => typed ?? emptyDraft()

/** Keeps what is typed for a new task; without it nothing is kept any more. */
export function keepDraft(draft?: TaskDraft): void {
  typed = draft
}

export function enterTask(): void {
  entering.value = { held: undefined }
}

export function editTask(held: TaskRow): void {
  entering.value = { held }
}

export function leaveForm(): void {
  entering.value = undefined
}
