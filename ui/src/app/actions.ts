// Everything one can do from anywhere: name, label, keys and effect in one table. The menu, the buttons and the
// keyboard all refer to it.
import type { RouteLocationRaw } from 'vue-router'
import { places } from '@/features/places'
import { ownUnit } from '@/features/session'
import { canFind, find } from '@/shared/find'
import { isTyping, matches, type KeyPress } from '@/shared/keys'

export type ActionName =
  | 'overview'
  | 'units'
  | 'overdue'
  | 'ledger'
  | 'calendar'
  | 'notices'
  | 'journal'
  | 'backups'
  | 'settings'
  | 'newTask'
  | 'import'
  | 'importFolder'
  | 'search'
  | 'previousTask'
  | 'nextTask'
  | 'find'
  | 'undo'
  | 'redo'
  | 'theme'
  | 'help'

/** What the effects need of the page. */
export interface ActionContext {
  readonly go: (place: RouteLocationRaw) => void
  readonly newTask: () => void
  readonly importFiles: () => void
  readonly importFolder: () => void
  readonly search: () => void
  /** Whether a task of a list is open, so that there may be one before and after it. */
  readonly canStep: () => boolean
  readonly step: (by: 1 | -1) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly nextTheme: () => void
  readonly help: () => void
}

export interface Action {
  readonly name: ActionName
  readonly label: string
  readonly keys: readonly string[]
  /** Without it the action can always be done; where it cannot, its key is somebody else's. */
  readonly canRun?: (context: ActionContext) => boolean
  readonly run: (context: ActionContext) => void
}

const go =
  (place: () => RouteLocationRaw) =>
  (context: ActionContext): void =>
    context.go(place())

export const actions: Record<ActionName, Action> = {
  overview: { name: 'overview', label: '总览', keys: ['alt+1'], run: go(places.overview) },
  units: { name: 'units', label: '单位', keys: ['alt+2'], run: go(places.units) },
  overdue: { name: 'overdue', label: '逾期', keys: ['alt+3'], run: go(places.overdue) },
  ledger: {
    name: 'ledger',
    label: '台账',
    keys: ['alt+4'],
    run: go(() => places.ledger(ownUnit.value ? { unit: ownUnit.value } : {})),
  },
  calendar: { name: 'calendar', label: '日历', keys: ['alt+9'], run: go(places.calendar) },
  notices: { name: 'notices', label: '文件', keys: ['alt+5'], run: go(() => places.notices()) },
  journal: { name: 'journal', label: '记录', keys: ['alt+6'], run: go(places.journal) },
  backups: { name: 'backups', label: '备份', keys: ['alt+7'], run: go(places.backups) },
  settings: { name: 'settings', label: '设置', keys: ['alt+8'], run: go(places.settings) },
  newTask: { name: 'newTask', label: '新建事项', keys: ['n'], run: (context) => context.newTask() },
  import: { name: 'import', label: '导入文件', keys: ['mod+o'], run: (context) => context.importFiles() },
  importFolder: {
    name: 'importFolder',
    label: '导入文件夹',
    keys: [],
    run: (context) => context.importFolder(),
  },
  search: { name: 'search', label: '检索', keys: ['mod+k', '/'], run: (context) => context.search() },
  find: { name: 'find', label: '在本页查找', keys: ['mod+f'], canRun: canFind, run: find },
  previousTask: {
    name: 'previousTask',
    label: '打开上一条',
    keys: ['k'],
    canRun: (context) => context.canStep(),
    run: (context) => context.step(-1),
  },
  nextTask: {
    name: 'nextTask',
    label: '打开下一条',
    keys: ['j'],
    canRun: (context) => context.canStep(),
    run: (context) => context.step(1),
  },
  undo: { name: 'undo', label: '撤销', keys: ['mod+z'], run: (context) => context.undo() },
  redo: { name: 'redo', label: '重做', keys: ['mod+shift+z', 'mod+y'], run: (context) => context.redo() },
  theme: { name: 'theme', label: '切换明暗', keys: [], run: (context) => context.nextTheme() },
  help: { name: 'help', label: '帮助', keys: ['?', 'f1'], run: (context) => context.help() },
}

export const navigation: readonly ActionName[] = [
  'overview',
  'units',
  'overdue',
  'ledger',
  'calendar',
  'notices',
]

/** Places for whoever looks after the register, at the foot of the menu. */
export const upkeep: readonly ActionName[] = ['journal', 'backups', 'settings']

/** What the keys do in lists and in the window beside them, where those have the focus. */
export const keysInLists: readonly { readonly does: string; readonly keys: readonly string[] }[] = [
  { does: '在列表中上下移动，打开的事项跟着换', keys: ['↑', '↓'] },
  { does: '上下翻一屏', keys: ['PageUp', 'PageDown'] },
  { does: '到开头、到末尾', keys: ['Home', 'End'] },
  { does: '打开所在的一项', keys: ['Enter'] },
  { does: '选择所在的一项，再批量办理', keys: ['空格'] },
  { does: '关闭打开的事项或窗口', keys: ['Esc'] },
]

/** Which action a key press means, given where it was pressed: whoever is typing keeps letters and their own undo. */
export function actionFor(
  press: KeyPress,
  target: EventTarget | null,
  context: ActionContext,
): Action | undefined {
  const typing = isTyping(target)
  return Object.values(actions).find(
    (action) =>
      (action.canRun?.(context) ?? true) &&
      action.keys.some(
        (combination) =>
          matches(press, combination) &&
          !(typing && (combination.length === 1 || action.name === 'undo' || action.name === 'redo')),
      ),
  )
}
