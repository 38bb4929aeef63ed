// The conditions of a list, each by itself and in words, so that each can be taken away.
import { someOf, valuesOf, type LedgerFilter } from '@/features/places'
import { lightWords, paceWords, roleWords, standingWords, statusWords } from '@/features/words'
import type { LightCode, StatusCode } from '@/generated/types'
import { addDays } from '@/shared/dates'

export interface Chip {
  /** Of what: 单位. */
  readonly field: string
  readonly value: string
  /** The filter without it. */
  readonly without: LedgerFilter
}

/** What ids are called; one that is not known yet has no name. */
export interface Names {
  readonly unit: (id: string) => string | undefined
  readonly notice: (id: string) => string | undefined
  /** The unit whose office this is. */
  readonly own?: string | undefined
}

const UNNAMED = '…'

type Several = 'unit' | 'light' | 'status' | 'notice'

export function chipsOf(filter: LedgerFilter, names: Names): Chip[] {
  const each = (name: Several, field: string, word: (value: string) => string): Chip[] => {
    const values: readonly string[] = valuesOf(filter[name])
    return values.map((value) => {
      const rest = someOf(values.filter((other) => other !== value))
      const { [name]: _all, ...others } = filter
      // A role is one of those units.
      const { role: _role, ...alone } = others
      const without = rest === undefined ? (name === 'unit' ? alone : others) : { ...others, [name]: rest }
      return { field, value: word(value), without: without as LedgerFilter }
    })
  }
  const one = (name: keyof LedgerFilter, field: string, value: string | false | undefined): Chip[] => {
    if (!value) return []
    const { [name]: _one, ...without } = filter
    return [{ field, value, without }]
  }
  return [
    ...one('words', '字词', filter.words ? `“${filter.words}”` : undefined),
    ...each('unit', '单位', (id) => (id === names.own ? '本单位' : (names.unit(id) ?? UNNAMED))),
    ...one('role', '角色', filter.role ? roleWords[filter.role] : undefined),
    ...one('lead', '牵头单位', filter.lead ? (names.unit(filter.lead) ?? UNNAMED) : undefined),
    ...one('unassigned', '牵头单位', filter.unassigned && '未明确'),
    ...each('light', '时限状态', (code) => lightWords[code as LightCode]),
    ...each('status', '办理状态', (code) => statusWords[code as StatusCode]),
    ...one('standing', '办理情况', filter.standing ? standingWords[filter.standing] : undefined),
    ...each('notice', '文件', (id) => names.notice(id) ?? UNNAMED),
    ...one('person', '人员', filter.person ?? undefined),
    ...one('recurring', '期限', filter.recurring && '定期报送的'),
    ...one('by_hand', '来源', filter.by_hand && '自行登记、批示和议定的'),
    ...one('pace', '进度', filter.pace ? paceWords[filter.pace] : undefined),
    ...one('region', '地区', filter.region ?? undefined),
    ...one('due_from', '到期', filter.due_from ? `${filter.due_from} 起` : undefined),
    // The core takes "before" a day; people mean "up to and with" it.
    ...one('due_before', '到期', filter.due_before ? `${addDays(filter.due_before, -1)} 止` : undefined),
    ...one('without_due', '到期', filter.without_due && '没有到期日'),
    ...one('undated', '发文日期', filter.undated && '未载明'),
    ...one('doubtful', '识读', filter.doubtful && '有存疑之处'),
  ]
}

/** Whether anything but the order is chosen. */
export const isNarrowed = (filter: LedgerFilter): boolean =>
  Object.keys(filter).some((name) => name !== 'sort' && name !== 'descending')
