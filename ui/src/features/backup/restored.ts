// After another register has taken the place of this one: nothing that is shown holds any more.
import { askAgain } from '@/features/answers'
import { chosenDay } from '@/features/session'
import { wrote } from '@/features/writes'
import { say } from '@/shared/toast'

export function restored(sentence: string): void {
  say(`${sentence}原来的台账保留为一份“恢复前”的备份，随时可以换回。`)
  chosenDay.value = undefined
  wrote()
  // A restored register may by chance stand at the same revision as the one before.
  void askAgain('everything')
}
