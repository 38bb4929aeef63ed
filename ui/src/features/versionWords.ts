// What views say of versions. The import summary and the pages of a notice say it alike.
import type { VersionCounts, VersionKindCode } from '@/generated/types'
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
