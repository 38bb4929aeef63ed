// Everything one can do from anywhere: name, label, keys and effect in one table. The menu, the buttons and the
// keyboard all refer to it.
import type { RouteLocationRaw } from 'vue-router'
import { places } from '@/features/places'
import { canFind, find } from '@/shared/find'
import { isTyping, matches, type KeyPress } from '@/shared/keys'

export type ActionName =
  | 'overview'
  | 'units'
  | 'overdue'
  | 'ledger'
  | 'notices'
  | 'backups'
  | 'import'
  | 'importFolder'
  | 'search'
  | 'find'
  | 'undo'
  | 'redo'
  | 'theme'

/** What the effects need of the page. */
export interface ActionContext {
  readonly go: (place: RouteLocationRaw) => void
  readonly importFiles: () => void
  readonly importFolder: () => void
  readonly search: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly nextTheme: () => void
}

export interface Action {
  readonly name: ActionName
  readonly label: string
  readonly keys: readonly string[]
  /** Without it the action can always be done; where it cannot, its key is somebody else's. */
  readonly canRun?: () => boolean
  readonly run: (context: ActionContext) => void
}

const go =
  (place: () => RouteLocationRaw) =>
  (context: ActionContext): void =>
    context.go(place())

export const actions: Record<ActionName, Action> = {
  overview: { name: 'overview', label: '总览', keys: ['alt+1'], run: go(places.overview) },
  units: { name: 'units', label: '部门', keys: ['alt+2'], run: go(places.units) },
  overdue: { name: 'overdue', label: '逾期', keys: ['alt+3'], run: go(places.overdue) },
  ledger: { name: 'ledger', label: '台账', keys: ['alt+4'], run: go(() => places.ledger()) },
  notices: { name: 'notices', label: '文件', keys: ['alt+5'], run: go(() => places.notices()) },
  backups: { name: 'backups', label: '备份', keys: [], run: go(places.backups) },
  import: { name: 'import', label: '导入文件', keys: ['mod+o'], run: (context) => context.importFiles() },
  importFolder: {
    name: 'importFolder',
    label: '导入文件夹',
    keys: [],
    run: (context) => context.importFolder(),
  },
  search: { name: 'search', label: '搜索', keys: ['mod+k', '/'], run: (context) => context.search() },
  find: { name: 'find', label: '在本页查找', keys: ['mod+f'], canRun: canFind, run: find },
  undo: { name: 'undo', label: '撤销', keys: ['mod+z'], run: (context) => context.undo() },
  redo: { name: 'redo', label: '重做', keys: ['mod+shift+z', 'mod+y'], run: (context) => context.redo() },
  theme: { name: 'theme', label: '切换明暗', keys: [], run: (context) => context.nextTheme() },
}

export const navigation: readonly ActionName[] = ['overview', 'units', 'overdue', 'ledger', 'notices']

/** Which action a key press means, given where it was pressed: whoever is typing keeps letters and their own undo. */
export function actionFor(press: KeyPress, target: EventTarget | null): Action | undefined {
  const typing = isTyping(target)
  return Object.values(actions).find(
    (action) =>
      (action.canRun?.() ?? true) &&
      action.keys.some(
        (combination) =>
          matches(press, combination) &&
          !(typing && (combination.length === 1 || action.name === 'undo' || action.name === 'redo')),
      ),
  )
}
