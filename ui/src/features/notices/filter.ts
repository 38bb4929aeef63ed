// Which notices the list shows.
import type { NoticeRow } from '@/generated/types'

export type NoticeShow = 'all' | 'unconfirmed' | 'overtaken'

export function chooseNotices(notices: readonly NoticeRow[], show: NoticeShow, words: string): NoticeRow[] {
  const wanted = words.trim()
  return notices.filter(
    (notice) =>
      (show !== 'unconfirmed' || !notice.confirmed) &&
      (show !== 'overtaken' || notice.overtaken) &&
      (wanted === '' ||
        [notice.title, notice.number ?? '', ...notice.issuers].some((text) => text.includes(wanted))),
  )
}
