// What a write made stale. Each question says which nouns its answer is made of; a write says which nouns it changed.
// A new question cannot be forgotten: the table is complete by its type.
import type { Commands, COMMANDS } from '@/generated/commands'
import type { Noun } from '@/generated/types'

/** Nouns a write changed, as the core says; or everything, where nothing that was known holds. */
export type Changed = readonly Noun[] | 'everything'

type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name
type Facts = typeof COMMANDS
type Reads = { [Name in keyof Facts]: Facts[Name]['writes'] extends false ? Camel<Name> : never }[keyof Facts]

/** A question to the core, as the generated function is called. */
export type Question = Extract<Reads, keyof Commands>

const madeOf: Record<Question, readonly Noun[]> = {
  appStatus: ['notice', 'task', 'note', 'unit', 'version', 'setting', 'operation'],
  dashboard: ['task', 'unit', 'notice', 'setting'],
  listProgress: ['note', 'task', 'unit', 'notice'],
  compareProgress: ['note', 'task'],
  saveEvidence: [],
  listTasks: ['task', 'note', 'unit', 'notice', 'setting'],
  taskGroups: ['task', 'note', 'unit', 'notice', 'setting'],
  listViews: ['setting'],
  getSettings: ['setting', 'unit'],
  ownFigures: ['setting', 'task', 'unit'],
  previewThresholds: ['setting', 'task'],
  listWays: ['setting'],
  calendar: ['task', 'unit', 'notice', 'setting'],
  timeline: ['task', 'unit', 'notice'],
  getDuty: ['task', 'note'],
  getTask: ['task', 'note', 'unit', 'notice', 'operation', 'setting'],
  overdueByUnit: ['task', 'unit', 'notice', 'setting'],
  listDue: ['task', 'unit', 'notice', 'setting'],
  listUnits: ['task', 'unit', 'setting'],
  getUnit: ['task', 'unit', 'setting'],
  unitProposals: ['task', 'unit'],
  listNotices: ['notice', 'version', 'task'],
  getNotice: ['notice', 'version', 'task', 'unit'],
  newUnitNames: ['notice', 'unit'],
  getReview: ['notice', 'version', 'task'],
  measureSources: ['notice'],
  keepReview: [],
  listVersions: ['notice', 'version', 'task', 'unit'],
  compareVersions: ['notice', 'version', 'task', 'unit'],
  taskInNewerVersions: ['notice', 'version', 'task', 'unit'],
  listIndicators: ['notice', 'task', 'unit'],
  search: ['notice', 'task', 'unit'],
  suggest: ['notice', 'task', 'unit'],
  outdatedReadings: ['notice'],
  history: ['operation'],
  export: ['task', 'unit', 'notice', 'setting'],
  listKeptFiles: ['notice', 'operation'],
  previewPurge: ['notice', 'task', 'unit', 'operation'],
  // Of files and of the register as a whole, not of what is in it.
  accountFiles: [],
  readFiles: [],
  checkStore: [],
  changedSince: [],
  backUp: [],
  exportAll: [],
  listBackups: ['setting', 'operation'],
  previewRestore: ['operation'],
}

export function isStale(question: Question, changed: Changed): boolean {
  return changed === 'everything' || madeOf[question].some((noun) => changed.includes(noun))
}
