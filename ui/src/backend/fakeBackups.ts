// Backups of the made-up office: they are listed and previewed, and restoring changes nothing.
import type { BackupList, BackupRow, RestorePreview } from '@/generated/types'

const row = (made_at: string, reason: BackupRow['reason'], tasks: number): BackupRow => ({
  name: `duban-${made_at}-${reason}.sqlite3`,
  made_at,
  reason,
  size: 4_300_000,
  tasks,
  notices: 6,
  last: null,
  is_older: false,
  verified: true,
  fault: null,
})

export function backupCommands() {
  const list: BackupList = {
    folder: '/home/office/.local/share/duban/backups',
    rule: { days: 7, weeks: 8, months: 12 },
    backups: [row('2026-11-21T01:30:00Z', 'daily', 344), row('2026-11-20T01:10:00Z', 'import', 120)],
  }
  const preview: RestorePreview = {
    tasks_now: 344,
    tasks_then: 120,
    notices_now: 6,
    notices_then: 2,
    last: null,
    is_older: false,
    is_unreadable: false,
    lost: [{ label: '导入文件', count: 1 }],
    lost_entries: [],
    regained: [],
    archive: null,
  }
  return {
    list_backups: () => ({ ...list, backups: [...list.backups] }),
    back_up: () => {
      list.backups.unshift(row(new Date().toISOString(), 'person', 344))
      return { file: list.backups[0]?.name ?? '', size: 4_300_000, removed: 0 }
    },
    set_backup_rule: (rule: BackupList['rule']) => {
      list.rule = rule
      return list
    },
    preview_restore: () => preview,
    export_all: () => ({ size: 2_100_000, originals: 6 }),
    restore: () => ({ changes: preview, kept: null }),
  }
}
