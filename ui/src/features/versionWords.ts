// What views say of versions. The import summary and the pages of a notice say it alike.
import type { ComparisonRow, VersionCounts, VersionKindCode } from '@/generated/types'
import { count } from '@/shared/numbers'

export const versionKindWords: Record<VersionKindCode, string> = {
  draft: '征求意见与定稿',
  period: '历年接续',
  revision: '修订',
  fuller: '全文补齐',
  given: '人工设定',
}

/** 调整 22 条，新增 6 条，取消 5 条 */
export function changesInWords({ changed, added, dropped }: VersionCounts): string {
  const parts = [
    ...(changed > 0 ? [`调整 ${count(changed)} 条`] : []),
    ...(added > 0 ? [`新增 ${count(added)} 条`] : []),
    ...(dropped > 0 ? [`取消 ${count(dropped)} 条`] : []),
  ]
  return parts.length > 0 ? parts.join('，') : '举措没有变化'
}

/** What a newer version says of one task: 单位改为市司法局；时限由 2023-12-31 改为 2023-09-30。 */
export function taskChangeInWords({ older, newer, wording, units, deadline }: ComparisonRow): string {
  if (!newer) return '新版中没有这一条。'
  const time = (measure: ComparisonRow['newer']) => measure?.due ?? measure?.deadline_raw ?? '未载明'
  const parts = [
    ...(wording ? ['文字有调整'] : []),
    ...(units
      ? [
          older?.leads.join() === newer.leads.join()
            ? '配合单位有调整'
            : `牵头改为${newer.leads.join('、') || '未明确'}`,
        ]
      : []),
    ...(deadline ? [`时限由 ${time(older)} 改为 ${time(newer)}`] : []),
  ]
  return parts.length > 0 ? `${parts.join('；')}。` : '这一条没有变化。'
}
