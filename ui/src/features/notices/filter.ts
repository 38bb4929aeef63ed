// Which notices the list shows.
import type { NoticeRow } from '@/generated/types'

export type NoticeShow = 'all' | 'unconfirmed'

export function chooseNotices(notices: readonly NoticeRow[], show: NoticeShow, words: string): NoticeRow[] {
  const wanted = words.trim()
  return notices.filter(
    (notice) =>
      (show === 'all' || !notice.confirmed) &&
      (wanted === '' ||
        [notice.title, notice.number ?? '', ...notice.issuers].some((text) => text.includes(wanted))),
  )
}
