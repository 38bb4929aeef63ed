// Days as a person types them, made into days as the wire writes them. What is none stays as it was typed.
import { plainDigits } from '@/shared/numbers'

const two = (part: string): string => part.padStart(2, '0')

/** Year, month and day apart by 年月日, dots, slashes, dashes or nothing. */
const WHOLE = /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/
/** Month and day alone. */
const SHORT = /^(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/

/** 2022年6月30日, 2022.6.30, 20220630, 6月30日 (of the year of `around`) → 2022-06-30. */
export function typedDay(typed: string, around: string): string {
  const text = plainDigits(typed.trim())
  const whole = WHOLE.exec(text) ?? TOGETHER.exec(text)
  if (whole) return [whole[1], two(whole[2] ?? ''), two(whole[3] ?? '')].join('-')
  const short = SHORT.exec(text)
  if (short) return [around.slice(0, 4), two(short[1] ?? ''), two(short[2] ?? '')].join('-')
  return text
}

/** Why a text cannot be asked of the core as a day; whether there is such a day is the core's to say. */
export function dayFault(day: string): string | undefined {
  return day === '' || /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? undefined
    : `“${day}”不是日期，请写成 2022-06-30 这样的年-月-日。`
}
