// Taking back the last operation, after asking: what it was is read from the journal, not remembered here.
import { ElMessageBox } from 'element-plus'
import { api } from '@/features/api'
import { chosenDay, wrote } from '@/features/session'
import { complain, say } from '@/shared/toast'

let asking = false

export async function undoLast(): Promise<void> {
  if (asking) return
  asking = true
  try {
    const last = (await api.history({ about: null, limit: 20 })).find((entry) => !entry.undone)
    if (!last) {
      say('没有可以撤销的操作。')
      return
    }
    const agreed = await ElMessageBox.confirm(last.summary, `撤销“${last.label}”？`, {
      confirmButtonText: '撤销',
      cancelButtonText: '不撤销',
    }).then(
      () => true,
      () => false,
    )
    if (!agreed) return
    await api.undo()
    chosenDay.value = undefined
    wrote()
    say(`已撤销“${last.label}”。`)
  } catch (cause) {
    complain(cause)
  } finally {
    asking = false
  }
}
