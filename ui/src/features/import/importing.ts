// An import from choice of files to summary: one at a time, seen by every view.
import { shallowRef } from 'vue'
import { backend } from '@/backend/current'
import type { PickedFile } from '@/backend/port'
import { api } from '@/features/api'
import { chosenDay } from '@/features/session'
import { wrote } from '@/features/writes'
import type { ImportReport, ImportSource, Progress, SampleCode } from '@/generated/types'
import { complain } from '@/shared/toast'

export type ImportStage =
  | { readonly step: 'running'; readonly title: string; readonly progress?: Progress }
  | { readonly step: 'done'; readonly report: ImportReport }
  | { readonly step: 'failed'; readonly sentence: string }

/** `undefined`: no import under way and no summary to read. */
export const stage = shallowRef<ImportStage>()

/** What the last import of this window said: of files that could not be read nothing else knows. */
export const lastReport = shallowRef<ImportReport>()

export const isImporting = (): boolean => stage.value?.step === 'running'

export async function chooseAndImport(folders = false): Promise<void> {
  if (isImporting()) return
  try {
    await importFiles(await backend().pickFiles(folders ? 'folders' : 'files'))
  } catch (cause) {
    complain(cause)
  }
}

export async function importFiles(files: readonly PickedFile[]): Promise<void> {
  if (files.length === 0) return
  const title =
    files.length === 1 && files[0] ? `正在导入“${files[0].name}”` : `正在导入 ${files.length} 个文件`
  await run(title, async (step) => {
    const sources: ImportSource[] = []
    for (const [index, file] of files.entries()) {
      step({ message: `正在取得 ${file.name}`, done: index, total: files.length })
      sources.push(await file.source())
    }
    return await api.import({ sources, confirm: false, rehearse: false })
  })
}

/** Fills an empty store with the sample. What came of it is the page itself; no summary is left to read. */
export async function loadSample(which: SampleCode = 'office'): Promise<ImportReport | undefined> {
  await run('正在载入示例数据', () => api.loadSample({ which }))
  if (stage.value?.step !== 'done') return undefined
  const { report } = stage.value
  stage.value = undefined
  return report
}

export function closeSummary(): void {
  if (!isImporting()) stage.value = undefined
}

async function run(
  title: string,
  work: (step: (progress: Progress) => void) => Promise<ImportReport>,
): Promise<void> {
  if (isImporting()) return
  const step = (progress: Progress) => {
    if (isImporting()) stage.value = { step: 'running', title, progress }
  }
  stage.value = { step: 'running', title }
  const unsubscribe = backend().onProgress(step)
  try {
    const report = await work(step)
    stage.value = { step: 'done', report }
    lastReport.value = report
    // The day shown may follow what was imported; a day chosen before would hide it.
    chosenDay.value = undefined
    wrote()
  } catch (cause) {
    stage.value = { step: 'failed', sentence: cause instanceof Error ? cause.message : String(cause) }
  } finally {
    unsubscribe()
  }
}
