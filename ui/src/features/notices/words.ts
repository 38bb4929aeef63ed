// What the reader calls the parts lines play.

const roles: Record<string, string> = {
  measure: '举措',
  heading: '标题',
  metadata: '文件信息',
  background: '背景、要求',
  furniture: '页面杂项',
  blank: '空行',
  not_understood: '未读懂',
}

export const lineRoleWord = (role: string, reason: string | null): string => {
  const word = roles[role] ?? role
  return reason === null ? word : `${word}：${reason}`
}
