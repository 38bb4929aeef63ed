// A host without a core, for tests and for `npm run dev:fake`: it gives the answers that the core gave on a small register
// of made notices, and nothing else. They are kept by `cargo xtask generate`; crates/commands/tests/recorded says which
// questions are asked and which writes lead from one state of the register to another.
import { BackendError } from '@/backend/errors'
import type { Backend } from '@/backend/port'
import answers from '@/backend/recorded/answers.json?raw'
import type { CommandName } from '@/generated/commands'
import type { AppStatus, NoticePage, Progress } from '@/generated/types'

interface State {
  /** What is not kept here is answered as there. */
  readonly like: string | null
  readonly answers: Readonly<Record<string, unknown>>
  readonly writes: Readonly<Record<string, Write>>
}

interface Write {
  readonly answer: unknown
  readonly progress: readonly Progress[]
  /** The state it leads to. */
  readonly to: string
}

const STATES: Readonly<Record<string, State>> = JSON.parse(answers)
const EMPTY = 'empty'
const IN_USE = 'office'
/** What is imported into the empty register, and what into the one in use. */
const FILES = {
  [EMPTY]: ['城市更新（征求意见稿）.txt', '城市更新.txt', '营商环境.txt', '分工表.txt'],
  [IN_USE]: ['补充通知.txt', '分工表.txt', '扫描件.pdf'],
}
const A_STEP = 20

export function fake(startEmpty = new URLSearchParams(location.search).has(EMPTY)): Backend {
  const start = startEmpty ? EMPTY : IN_USE
  let state = start
  const progressHandlers = new Set<(progress: Progress) => void>()

  async function write({ answer, progress, to }: Write): Promise<unknown> {
    for (const step of progress) {
      for (const handler of progressHandlers) handler(step)
      await new Promise((resolve) => setTimeout(resolve, A_STEP))
    }
    state = to
    return structuredClone(answer)
  }

  return {
    host: 'fake',
    capabilities: { pickFolders: false, showStorePath: true },
    async call(command, args, asOf) {
      const written = STATES[state]?.writes[keyOf(command, args, null)]
      if (written && (asOf === null || asOf >= workingDay(state))) return write(written)
      const key = keyOf(command, args, asOf)
      const answer = answerIn(state, key)
      if (answer === undefined) throw new BackendError(notRecorded(key), 'not_recorded')
      return structuredClone(answer)
    },
    pickFiles: async () => FILES[start].map((name) => ({ name, source: async () => ({ path: name }) })),
    pickPlace: async (name) => ({ path: name, hand: async () => undefined }),
    onDrop: () => () => undefined,
    onProgress: (handler) => {
      progressHandlers.add(handler)
      return () => progressHandlers.delete(handler)
    },
    onRevision: () => () => undefined,
  }
}

/** The answer that is kept, without asking; for tests that begin at one of its ids. */
export function recorded<T>(command: CommandName, args: unknown = {}): T {
  const answer = answerIn(IN_USE, keyOf(command, args, null))
  if (answer === undefined) throw new Error(notRecorded(keyOf(command, args, null)))
  return structuredClone(answer) as T
}

/** Id of a notice in the register in use. */
export function noticeCalled(title: string): string {
  const notice = recorded<NoticePage>('list_notices').rows.find((each) => each.title === title)
  if (!notice) throw new Error(`no recorded notice is called ${title}`)
  return notice.id
}

function answerIn(name: string, key: string): unknown {
  const state = STATES[name]
  if (!state) return undefined
  return state.answers[key] ?? (state.like === null ? undefined : answerIn(state.like, key))
}

/** Writes are for this day and later ones; a day before it is only looked at. */
const workingDay = (state: string): string =>
  (answerIn(state, keyOf('app_status', null, null)) as AppStatus).as_of

const notRecorded = (key: string): string =>
  `没有录下“${key}”的回答。请在 crates/commands/tests/recorded 中加上，再运行 cargo xtask generate。`

/** What an answer is kept under: the command, what its request says, and the day where one was chosen. */
function keyOf(command: string, args: unknown, asOf: string | null): string {
  return `${command} ${JSON.stringify(said(args ?? {}))}${asOf === null ? '' : ` @${asOf}`}`
}

/** Null and false say nothing in a request. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, each]) => each != null && each !== false)
  return Object.fromEntries(
    fields.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, each]) => [name, said(each)]),
  )
}
