// After another register has taken the place of this one: nothing that is shown holds any more.
import { askAgain } from '@/features/answers'
import { chosenDay } from '@/features/session'
import { wrote } from '@/features/writes'
import type { RestoreReport } from '@/generated/types'
import { say } from '@/shared/toast'

export function restored(sentence: string, report: RestoreReport): void {
  say(`${sentence}${whatWasThere(report)}`)
  chosenDay.value = undefined
  wrote()
  // A restored register may by chance stand at the same revision as the one before.
  void askAgain('everything')
}

function whatWasThere({ changes, kept }: RestoreReport): string {
  if (!changes.is_unreadable) return '原来的台账保留为一份“恢复前”的备份，随时可以换回。'
  return kept === null ? '' : '原来打不开的文件没有删除，原样保留在备份文件夹里。'
}
