// Rows of a list as a table on the clipboard: for a spreadsheet as tab separated lines, for a document as a table.
import { HEADINGS } from '@/generated/columns'
import type { ColumnKey } from '@/features/tasks/table'
import { daysLeftWords, lightWords } from '@/features/words'
import type { TaskRow } from '@/generated/types'

const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join('、')

/** What a column says of a task, in words alone. */
export function cellText(task: TaskRow, column: ColumnKey): string {
  switch (column) {
    case 'light':
      return task.light === 'overdue' || task.light === 'due_soon'
        ? daysLeftWords(task.days_left ?? 0)
        : lightWords[task.light]
    case 'matter':
      return [task.number, task.title, task.text].filter(Boolean).join(' ')
    case 'leads':
      return names(task.leads)
    case 'co_units':
      return names(task.co_units)
    case 'due':
      return task.due ?? task.deadline_raw ?? ''
    default:
      return task.cells[column] ?? ''
  }
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A cell of a line: what would end the cell or the line, or be taken for a formula, does not. */
const plain = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return /^[=+\-@]/.test(line) ? `'${line}` : line
}

export interface CopiedTable {
  readonly text: string
  readonly html: string
}

export function tableOf(tasks: readonly TaskRow[], columns: readonly ColumnKey[]): CopiedTable {
  const rows = [
    columns.map((key) => HEADINGS[key]),
    ...tasks.map((task) => columns.map((key) => cellText(task, key))),
  ]
  const cells = (row: readonly string[], tag: string) =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')
  const [head = [], ...body] = rows
  return {
    text: rows.map((row) => row.map(plain).join('\t')).join('\r\n'),
    html: `<table border="1"><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>`,
  }
}

/** Puts both shapes on the clipboard; whatever the table is pasted into takes the one it can. */
export async function putOnClipboard({ text, html }: CopiedTable): Promise<void> {
  try {
    const item = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    })
    await navigator.clipboard.write([item])
  } catch {
    // Where the host gives no such clipboard, the copy that a person could make is made in their place.
    const fill = (event: ClipboardEvent): void => {
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
      event.clipboardData?.setData('text/html', html)
    }
    document.addEventListener('copy', fill, { once: true })
    const isDone = document.execCommand('copy')
    document.removeEventListener('copy', fill)
    if (!isDone) throw new Error('系统没有让程序使用剪贴板，没有复制。可以改用“导出”。')
  }
}
