// A person confirms what was read: only then do measures become tasks.
import { api } from '@/features/api'
import { wrote } from '@/features/writes'
import type { NoticeRow } from '@/generated/types'
import { complain } from '@/shared/toast'

/** How many tasks were made; `undefined` when it failed and the person has been told. */
export async function confirmNotices(notices: readonly Pick<NoticeRow, 'id'>[]): Promise<number | undefined> {
  try {
    const { tasks } = await api.confirmNotices({ ids: notices.map((notice) => notice.id) })
    wrote()
    return tasks
  } catch (cause) {
    complain(cause)
    return undefined
  }
}
