// Making a backup by hand, from the page or from the line that says one is missing.
import { api } from '@/features/api'
import { askAgain } from '@/features/answers'
import { megabytes } from '@/features/backup/words'
import { wrote } from '@/features/writes'
import { say } from '@/shared/toast'

export async function backUp(): Promise<void> {
  const { size } = await api.backUp({ to: null })
  say(`已备份并核验，${megabytes(size)}。`)
  // A backup writes nothing into the register, so its revision stays; the list and what the core says of itself do not.
  wrote()
  await askAgain(['operation'])
}
