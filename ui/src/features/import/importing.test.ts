import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setBackend } from '@/backend/current'
import { BackendError } from '@/backend/errors'
import { fake } from '@/backend/fake'
import type { Backend, PickedFile } from '@/backend/port'
import { chooseAndImport, closeSummary, importFiles, loadSample, stage } from '@/features/import/importing'
import { answers } from '@/features/answers'
import { chosenDay } from '@/features/session'
import type { ImportReport } from '@/generated/types'
import { toast } from '@/shared/toast'

const file = (name: string): PickedFile => ({ name, source: async () => ({ path: name }) })
/** What the recorded register is given to import. */
const NEWS = ['补充通知.txt', '分工表.txt', '扫描件.pdf']
const asked: { command: string; args: unknown }[] = []

function host(changes: Partial<Backend> = {}): void {
  const office = fake(false)
  asked.length = 0
  setBackend({
    ...office,
    call(command, args, asOf) {
      asked.push({ command, args })
      return office.call(command, args, asOf)
    },
    ...changes,
  })
}

beforeEach(() => {
  closeSummary()
  host()
})

describe('an import', () => {
  it('hands the files over, shows progress, then what became of each', async () => {
    const steps: (string | undefined)[] = []
    const running = importFiles(NEWS.map(file))
    expect(stage.value).toMatchObject({ step: 'running', title: '正在导入 3 个文件' })
    const look = setInterval(() => {
      if (stage.value?.step === 'running') steps.push(stage.value.progress?.message)
    }, 20)
    await running
    clearInterval(look)

    expect(asked[0]).toEqual({
      command: 'import',
      args: { sources: NEWS.map((path) => ({ path })), confirm: false, rehearse: false },
    })
    expect(steps.some((message) => message?.startsWith('正在存入'))).toBe(true)
    expect(stage.value?.step).toBe('done')
  })

  it('makes the window read again, and look at the day the core chooses', async () => {
    chosenDay.value = '2024-01-01'
    const asked = vi.spyOn(answers, 'invalidateQueries')
    await importFiles(NEWS.map(file))
    expect(asked).toHaveBeenCalledExactlyOnceWith({ queryKey: ['appStatus'] })
    expect(chosenDay.value).toBeUndefined()
  })

  it('does not start a second one beside the first', async () => {
    const first = importFiles(NEWS.map(file))
    await importFiles(NEWS.map(file))
    await first
    expect(asked.filter(({ command }) => command === 'import')).toHaveLength(1)
  })

  it('asks nothing of the core when no file was chosen', async () => {
    host({ pickFiles: async () => [] })
    await chooseAndImport()
    expect(asked).toEqual([])
    expect(stage.value).toBeUndefined()
  })

  it('tells a failure in the sentence of the core', async () => {
    host({ call: () => Promise.reject(new BackendError('磁盘已满，没有导入。', 'unknown')) })
    await importFiles([file('甲.txt')])
    expect(stage.value).toEqual({ step: 'failed', sentence: '磁盘已满，没有导入。' })
  })

  it('tells when the file dialog could not be opened', async () => {
    host({ pickFiles: () => Promise.reject(new BackendError('打不开文件对话框。', 'unknown')) })
    await chooseAndImport()
    expect(toast.value).toMatchObject({ kind: 'failed', text: '打不开文件对话框。' })
  })
})

describe('the sample', () => {
  it('leaves no summary to close: what came of it is the page', async () => {
    const sample: ImportReport = { files: [], milliseconds: [0, 0, 0] }
    host({ call: async () => sample })
    expect(await loadSample()).toBe(sample)
    expect(stage.value).toBeUndefined()
  })
})
