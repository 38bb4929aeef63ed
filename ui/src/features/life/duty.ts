// What is said of a rhythm: the words a clerk would type, the usual reasons to leave a period out.
export interface DutyDraft {
  readonly rule: string
  /** Days as typed; empty for none. */
  readonly begins: string
  readonly ends: string
}

/** Rhythms that offices use most, as the core reads them. */
export const USUAL = [
  '每周五前',
  '每月5日前',
  '每月25日前',
  '每季度末月25日前',
  '每半年底前',
  '每年12月15日前',
]

export const SKIPPING = ['上级取消本期', '并入下期一并报送', '事项尚未启动', '启用本系统之前']
