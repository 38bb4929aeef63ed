// Taking one operation back, after asking.
import { ElMessageBox } from 'element-plus'
import { api } from '@/features/api'
import { chosenDay } from '@/features/session'
import { wrote } from '@/features/writes'
import { COMMANDS } from '@/generated/commands'
import type { JournalEntry } from '@/generated/types'

const isMending = (entry: JournalEntry): boolean => entry.label === COMMANDS.mend_store.label

const isSample = (entry: JournalEntry): boolean => entry.label === COMMANDS.load_sample.label

/** Taking back and mending are in the history, too; they are not taken back. */
export const canBeTakenBack = (entry: JournalEntry): boolean =>
  !entry.undone && !entry.is_step_back && !isMending(entry)

/** What undo would take back: the latest that stands. */
export function lastStanding(history: readonly JournalEntry[]): JournalEntry | undefined {
  return history.find(canBeTakenBack)
}

/** What was done, in a sentence; `undefined` when the person thought better of it. A refusal of the core is thrown. */
export async function takeBack(entry: JournalEntry): Promise<string | undefined> {
  const asked = isSample(entry)
    ? ElMessageBox.confirm('示例文件与事项都会移除，可再次载入。', '清除示例数据，从空台账开始？', {
        confirmButtonText: '清除',
        cancelButtonText: '保留',
      })
    : ElMessageBox.confirm(entry.summary, `撤销“${entry.label}”？`, {
        confirmButtonText: '撤销',
        cancelButtonText: '不撤销',
      })
  const agreed = await asked.then(
    () => true,
    () => false,
  )
  if (!agreed) return undefined
  const undone = await api.undo({ id: entry.id })
  chosenDay.value = undefined
  wrote()
  return isSample(entry) ? '已清除示例数据，现在是空台账。' : `已撤销“${undone.label}”。可重做。`
}
