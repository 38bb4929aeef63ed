// What the reader calls the parts lines play.

import type { LineRoleCode } from '@/generated/types'

const roles: Record<LineRoleCode, string> = {
  measure: '举措',
  heading: '标题',
  metadata: '文件信息',
  background: '背景、要求',
  furniture: '页面杂项',
  blank: '空行',
  not_understood: '未读懂',
}

export const lineRoleWord = (role: LineRoleCode, reason: string | null): string => {
  const word = roles[role]
  return reason === null ? word : `${word}：${reason}`
}
