// Civil days as the wire writes them (2022-06-30), shown as offices write them. No time zones: a day is a day.

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether this is a day that there is, as the wire writes it. */
export function isDay(text: string): boolean {
  return DAY.test(text) && addDays(text, 0) === text
}

/** 2022-06-30 → 2022年6月30日 */
export function longDay(day: string): string {
  const parts = DAY.exec(day)
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : day
}

/** 2022-06 → 2022年6月 */
export function longMonth(month: string): string {
  const [year, number] = month.split('-')
  return year && number ? `${year}年${Number(number)}月` : month
}

/** The day `count` days after (before, where negative) another. */
export function addDays(day: string, count: number): string {
  const parts = DAY.exec(day)
  if (!parts) return day
  const moved = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + count))
  return moved.toISOString().slice(0, 10)
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** 2022-06-30 → 星期四 */
export function weekday(day: string): string {
  return `星期${WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()] ?? ''}`
}

/** First day of a month and of the month after it: 2022-12 → 2022-12-01, 2023-01-01. */
export function monthBounds(month: string): { from: string; before: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year, number, 1))
  return { from: `${month}-01`, before: next.toISOString().slice(0, 10) }
}

/** An instant (RFC 3339) as the clock on the wall shows it: 2026-11-21 09:30. */
export function wallClock(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
