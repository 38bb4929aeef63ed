// Taking back the last operation, after asking, and doing it again: what it was is read from the journal, not remembered
// here.
import { ElMessageBox } from 'element-plus'
import { api } from '@/features/api'
import { chosenDay } from '@/features/session'
import { wrote } from '@/features/writes'
import { COMMANDS } from '@/generated/commands'
import type { JournalEntry } from '@/generated/types'
import { complain, say } from '@/shared/toast'

let asking = false

const LOOK_BACK = 50

/** What undo would take back: the latest that stands. Taking back and mending are in the history, too, and are passed over. */
export function lastStanding(history: readonly JournalEntry[]): JournalEntry | undefined {
  return history.find((entry) => !entry.undone && !entry.is_step_back && !isMending(entry))
}

const isMending = (entry: JournalEntry): boolean => entry.label === COMMANDS.mend_store.label

const isSample = (entry: JournalEntry): boolean => entry.label === COMMANDS.load_sample.label

export async function undoLast(): Promise<void> {
  if (asking) return
  asking = true
  try {
    const last = lastStanding(await api.history({ about: null, limit: LOOK_BACK }))
    if (!last) {
      say('没有可以撤销的操作。')
      return
    }
    const asked = isSample(last)
      ? ElMessageBox.confirm('示例文件与事项都会移除，可再次载入。', '清除示例数据，从空台账开始？', {
          confirmButtonText: '清除',
          cancelButtonText: '保留',
        })
      : ElMessageBox.confirm(last.summary, `撤销“${last.label}”？`, {
          confirmButtonText: '撤销',
          cancelButtonText: '不撤销',
        })
    const agreed = await asked.then(
      () => true,
      () => false,
    )
    if (!agreed) return
    const undone = await api.undo({ id: last.id })
    chosenDay.value = undefined
    wrote()
    say(isSample(last) ? '已清除示例数据，现在是空台账。' : `已撤销“${undone.label}”。可重做。`)
  } catch (cause) {
    complain(cause)
  } finally {
    asking = false
  }
}

/** Does again what was taken back last; the core refuses when anything new was done since. */
export async function redoLast(): Promise<void> {
  try {
    const redone = await api.redo()
    chosenDay.value = undefined
    wrote()
    say(`已重做“${redone.label}”。`)
  } catch (cause) {
    complain(cause)
  }
}
