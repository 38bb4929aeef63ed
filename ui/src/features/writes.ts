// After a write, of this window or of others: ask the core where it stands, and when it stands elsewhere than before, what
// was changed since then; only what is made of that is asked again.
import { backend } from '@/backend/current'
import { answers, askAgain } from '@/features/answers'
import { api } from '@/features/api'
import { closedBecause } from '@/features/register'
import { status } from '@/features/session'
import type { Changed } from '@/features/stale'
import type { AppStatus } from '@/generated/types'

/** Call after every write of this window, and when the core has something to say of itself. */
export function wrote(): void {
  void answers.invalidateQueries({ queryKey: ['appStatus'] })
}

/** Something new came while the first answer was under way; that answer may be older, and it is not asked for twice. */
let isNewsWaiting = false

/** Takes what the core says of itself. Only that moves the views. */
export function heard(answer: AppStatus): void {
  const before = status.value
  status.value = answer
  if (before === undefined) {
    if (isNewsWaiting) wrote()
    isNewsWaiting = false
  } else if (before.revision !== answer.revision) void refresh(before.revision)
}

async function refresh(revision: number): Promise<void> {
  // Where the core cannot say what changed, all is asked again.
  const changed: Changed = await api.changedSince({ revision }).then(
    ({ nouns }) => nouns,
    () => 'everything',
  )
  await askAgain(changed)
}

/** Follows the writes of other windows and of the command line, and news without a write, such as a backup that failed. */
export function followRevisions(): () => void {
  return backend().onRevision(() => {
    if (status.value === undefined && !closedBecause.value) isNewsWaiting = true
    else wrote()
  })
}
