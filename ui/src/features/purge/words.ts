// What a purge removes, in sentences.
import type { PurgeHeir, PurgePreview } from '@/generated/types'
import { count } from '@/shared/numbers'

const SHOWN = 8
const TITLES_SHOWN = 2

const some = (names: readonly string[]): string =>
  names.length <= SHOWN
    ? names.join('、')
    : `${names.slice(0, SHOWN).join('、')} 等 ${count(names.length)} 个`

/** What goes, and what a person has to see to elsewhere. */
export function removalSentences(preview: PurgePreview): string[] {
  return [
    `将清除通知 ${count(preview.notices)} 份、督办事项 ${count(preview.tasks)} 条、进展记录 ${count(preview.progress)} 条，` +
      '连同原文、检索和操作记录中的内容。',
    ...(preview.units.length === 0 ? [] : [`只在其中出现的单位名称一并清除：${some(preview.units)}。`]),
    ...heirSentences(preview.heirs),
    ...(preview.repeats.length === 0
      ? []
      : [
          `同一内容还在这些文件里，不随之清除：${preview.repeats.join('、')}。其中的举措要重新识读并确认后才再成为督办事项；如也要清除请分别清除。`,
        ]),
    ...(preview.other_files.length === 0
      ? []
      : [
          `台账文件夹里还有这些文件，程序不知道其中有没有它，请自行查看：${preview.other_files.join('、')}。`,
        ]),
    '别处的副本（导入前的原文件、导出的报表和归档、拷走的备份）不在本程序管理之内，请自行处理。',
  ]
}

/** What other files hold too and take over: a sentence a file, however many notices it repeats. */
function heirSentences(heirs: readonly PurgeHeir[]): string[] {
  const files = [...new Set(heirs.map(({ file }) => file))]
  return files.map((file) => {
    const taken = heirs.filter((heir) => heir.file === file)
    const tasks = taken.reduce((sum, heir) => sum + heir.tasks, 0)
    const titles = taken.map(({ title }) => `《${title}》`)
    const said =
      titles.length <= TITLES_SHOWN
        ? titles.join('、')
        : `${titles.slice(0, TITLES_SHOWN).join('、')}等 ${count(titles.length)} 份通知`
    const kept = tasks === 0 ? '' : `，${count(tasks)} 条督办事项连同进展和更正保留`
    return `同一内容也在“${file}”里，不随之清除：${said}将由它承接${kept}；如也要清除请分别清除。`
  })
}
