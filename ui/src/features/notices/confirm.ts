// A person confirms what was read: only then do measures become tasks.
import { api } from '@/features/api'
import { wrote } from '@/features/writes'
import type { ConfirmRequest, NoticeRow } from '@/generated/types'
import { complain } from '@/shared/toast'

/** How many tasks were made; `undefined` when it failed and the person has been told. */
export async function confirmNotices(notices: readonly Pick<NoticeRow, 'id'>[]): Promise<number | undefined> {
  return confirm({ ids: notices.map((notice) => notice.id), words: null })
}

/** The same of every notice that waits and holds these words in its title, number or issuers. */
export async function confirmWaiting(words: string | null): Promise<number | undefined> {
  return confirm({ ids: [], words })
}

async function confirm(request: ConfirmRequest): Promise<number | undefined> {
  try {
    const { tasks } = await api.confirmNotices(request)
    wrote()
    return tasks
  } catch (cause) {
    complain(cause)
    return undefined
  }
}
