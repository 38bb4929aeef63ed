// Everything in one file: writing it where the person says, and choosing one to take the place of what is here. One at a
// time, seen by every view.
import { shallowRef } from 'vue'
import { backend } from '@/backend/current'
import { api } from '@/features/api'
import { megabytes } from '@/features/backup/words'
import type { ImportSource, Progress } from '@/generated/types'
import { wallClock } from '@/shared/dates'
import { count } from '@/shared/numbers'
import { complain, say } from '@/shared/toast'

export interface Work {
  readonly title: string
  readonly progress?: Progress
}

/** What is under way. */
export const work = shallowRef<Work>()

/** An archive that was chosen and waits for a person to agree. */
export const chosen = shallowRef<{ readonly name: string; readonly path: string }>()

export async function exportAll(): Promise<void> {
  await alone('正在导出全部内容', async () => {
    const place = await backend().pickPlace(
      `督办台账全部-${wallClock(new Date().toISOString()).slice(0, 10)}.zip`,
    )
    if (!place) return
    const { size, originals } = await api.exportAll({ to: place.path })
    await place.hand()
    say(`已导出全部内容：台账和原文件 ${count(originals)} 个，${megabytes(size)}。`)
  })
}

export async function chooseArchive(): Promise<void> {
  await alone('正在取得导出包', async () => {
    const [file] = await backend().pickFiles('archive')
    if (!file) return
    const path = pathOf(await file.source())
    if (path !== undefined) chosen.value = { name: file.name, path }
  })
}

const pathOf = (source: ImportSource): string | undefined => ('path' in source ? source.path : undefined)

async function alone(title: string, act: () => Promise<void>): Promise<void> {
  if (work.value) return
  work.value = { title }
  const unsubscribe = backend().onProgress((progress) => {
    if (work.value) work.value = { title, progress }
  })
  try {
    await act()
  } catch (cause) {
    complain(cause)
  } finally {
    unsubscribe()
    work.value = undefined
  }
}
