// What is said of backups: words for codes, sizes, and what a restore would change.
import type { BackupReason, BackupRule, OperationCount, RestorePreview } from '@/generated/types'
import { wallClock } from '@/shared/dates'
import { count } from '@/shared/numbers'

export const reasonWords: Record<BackupReason, string> = {
  person: '手动备份',
  daily: '每日备份',
  import: '大批导入前',
  migration: '程序升级前',
  restore: '恢复前',
  purge: '彻底清除后',
}

/** 1234567 → 1.2 MB */
export function megabytes(bytes: number): string {
  return `${(Math.floor(bytes / 100_000) / 10).toFixed(1)} MB`
}

export function ruleSentence({ days, weeks, months }: BackupRule): string {
  return `${days} 天内全部保留，之后每周一份共 ${weeks} 周，再之后每月一份到 ${months} 个月；手动备份不自动删除。`
}

const kinds = (counts: readonly OperationCount[]): string =>
  counts.map((kind) => `${kind.label} ${count(kind.count)} 次`).join('，')

const from = (now: number | null): string => (now === null ? '读不出' : count(now))

/** What a person should know before agreeing, the loss first. */
export function changeSentences(preview: RestorePreview): string[] {
  const lost = preview.is_unreadable
    ? '现有台账读不出来，无法说明会失去哪些操作；它会原样保留。'
    : preview.lost.length === 0
      ? '不会失去任何操作。'
      : `会失去备份之后的操作：${kinds(preview.lost)}。`
  return [
    ...(preview.archive
      ? [
          `${wallClock(preview.archive.made_at)} 导出，原文件 ${count(preview.archive.originals)} 个，逐个核对无误。`,
        ]
      : []),
    lost,
    ...(preview.regained.length === 0 ? [] : [`会找回现在没有的操作：${kinds(preview.regained)}。`]),
    `文件 ${from(preview.notices_now)} → ${count(preview.notices_then)} 份，` +
      `督办事项 ${from(preview.tasks_now)} → ${count(preview.tasks_then)} 条。`,
    ...(preview.is_older ? ['这份备份由旧版程序写成，恢复时会升级。'] : []),
  ]
}
