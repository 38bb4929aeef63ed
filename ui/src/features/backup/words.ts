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

/** What a person should know before agreeing: of what is there the loss first, else what would come back. */
export function changeSentences(preview: RestorePreview): string[] {
  return [
    ...(preview.archive
      ? [
          `${wallClock(preview.archive.made_at)} 导出，原文件 ${count(preview.archive.originals)} 个，逐个核对无误。`,
        ]
      : []),
    ...(preview.is_unreadable ? broughtBack(preview) : changed(preview)),
    ...(preview.is_older ? ['这份备份由旧版程序写成，恢复时会升级。'] : []),
  ]
}

function broughtBack({ notices_then, tasks_then, last }: RestorePreview): string[] {
  return [
    `会找回：文件 ${count(notices_then)} 份，督办事项 ${count(tasks_then)} 条。`,
    ...(last ? [`其中最后一次操作：${wallClock(last.at)} ${last.label} ${shortened(last.summary)}`] : []),
    '在那之后所做的不在这份备份里，恢复后要重做。',
  ]
}

const LONGEST = 40

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

function changed(preview: RestorePreview): string[] {
  return [
    preview.lost.length === 0 ? '不会失去任何操作。' : `会失去备份之后的操作：${kinds(preview.lost)}。`,
    ...(preview.regained.length === 0 ? [] : [`会找回现在没有的操作：${kinds(preview.regained)}。`]),
    `文件 ${from(preview.notices_now)} → ${count(preview.notices_then)} 份，` +
      `督办事项 ${from(preview.tasks_now)} → ${count(preview.tasks_then)} 条。`,
  ]
}
