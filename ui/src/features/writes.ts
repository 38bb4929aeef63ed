// After a write, of this window or of others: ask the core where it stands, and when it stands elsewhere than before,
// have what the write made stale asked again.
import { backend } from '@/backend/current'
import { answers, askAgain } from '@/features/answers'
import { status } from '@/features/session'
import { both, type Changed } from '@/features/stale'
import type { AppStatus } from '@/generated/types'

let changed: Changed = []

/** Call after every write of this window. */
export function wrote(what: Changed = 'everything'): void {
  changed = both(changed, what)
  void answers.invalidateQueries({ queryKey: ['appStatus'] })
}

/** Something new came while the first answer was under way; that answer may be older, and it is not asked for twice. */
let isNewsWaiting = false

/** Takes what the core says of itself. Only that moves the views. */
export function heard(answer: AppStatus): void {
  const before = status.value
  status.value = answer
  if (before === undefined && isNewsWaiting) {
    isNewsWaiting = false
    void answers.invalidateQueries({ queryKey: ['appStatus'] })
  }
  if (before === undefined || before.revision === answer.revision) return
  // Nothing known of what changed: somebody else wrote.
  const stale = changed.length > 0 ? changed : 'everything'
  changed = []
  void askAgain(stale)
}

/** Follows the writes of other windows and of the command line. */
export function followRevisions(): () => void {
  return backend().onRevision((newer) => {
    if (status.value === undefined) isNewsWaiting = true
    else if (newer !== status.value.revision) wrote()
    // Nothing was written, and yet there is something new, such as a backup that failed.
    else void answers.invalidateQueries({ queryKey: ['appStatus'] })
  })
}
