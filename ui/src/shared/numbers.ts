// Numbers for reading: groups of three, shares in whole percent that never claim all or nothing falsely.

const grouped = new Intl.NumberFormat('zh-CN')

export function count(value: number): string {
  return grouped.format(value)
}

/** 1 of 300 is not 0 %, and 299 of 300 is not 100 %. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—'
  const share = (part / whole) * 100
  if (part > 0 && share < 1) return '<1%'
  if (part < whole && share > 99) return '>99%'
  return `${Math.round(share)}%`
}

/** 第 28 行, 第 3–28 行. */
export function linesFromTo(first: number, last: number): string {
  return first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`
}

/** Digits as an input method writes them, made plain: ６０ → 60. */
export const plainDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
