// What a write made stale. Each question says which nouns its answer is made of; a write says which nouns it changed.
// A new question cannot be forgotten: the table is complete by its type.
import type { Commands, COMMANDS } from '@/generated/commands'

export type Noun = 'notice' | 'task' | 'unit' | 'version' | 'operation'

/** Nouns a write changed. The core does not say yet, so every write changes everything. */
export type Changed = readonly Noun[] | 'everything'

type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name
type Facts = typeof COMMANDS
type Reads = { [Name in keyof Facts]: Facts[Name]['writes'] extends false ? Camel<Name> : never }[keyof Facts]

/** A question to the core, as the generated function is called. */
export type Question = Extract<Reads, keyof Commands>

const madeOf: Record<Question, readonly Noun[]> = {
  appStatus: ['notice', 'task', 'unit', 'version', 'operation'],
  dashboard: ['task', 'unit', 'notice'],
  listTasks: ['task', 'unit', 'notice'],
  getTask: ['task', 'unit', 'notice', 'operation'],
  overdueByUnit: ['task', 'unit'],
  listUnits: ['task', 'unit'],
  getUnit: ['task', 'unit'],
  unitProposals: ['task', 'unit'],
  listNotices: ['notice', 'version', 'task'],
  getNotice: ['notice', 'task', 'unit'],
  listVersions: ['notice', 'version'],
  compareVersions: ['notice', 'version', 'task', 'unit'],
  taskInNewerVersions: ['notice', 'version', 'task', 'unit'],
  listIndicators: ['notice', 'task', 'unit'],
  search: ['notice', 'task', 'unit'],
  suggest: ['notice', 'task', 'unit'],
  outdatedReadings: ['notice'],
  history: ['operation'],
  export: ['task', 'unit', 'notice'],
  listKeptFiles: ['notice', 'operation'],
  previewPurge: ['notice', 'task', 'unit', 'operation'],
  // Of files and of the register as a whole, not of what is in it.
  accountFiles: [],
  readFiles: [],
  checkStore: [],
  backUp: [],
  exportAll: [],
  listBackups: ['operation'],
  previewRestore: ['operation'],
}

export function isStale(question: Question, changed: Changed): boolean {
  return changed === 'everything' || madeOf[question].some((noun) => changed.includes(noun))
}

/** Two changes one after the other. */
export function both(one: Changed, other: Changed): Changed {
  return one === 'everything' || other === 'everything' ? 'everything' : [...new Set([...one, ...other])]
}
