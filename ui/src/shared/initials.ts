// The first letters of what Chinese characters are read as: 市监局 → sjj. Told from the order by pinyin that the system
// sorts by, so that no table of readings is kept; a character with several readings has the commonest.

/** The first character of each letter in that order. No syllable begins with i, u or v. */
const FIRSTS: readonly (readonly [letter: string, first: string])[] = [
  ['a', '吖'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
]

const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin')
const HAN = /\p{Script=Han}/u
const known = new Map<string, string>()

function initial(character: string): string {
  if (!HAN.test(character)) return character.toLowerCase()
  const held = known.get(character)
  if (held !== undefined) return held
  let letter = ''
  for (const [each, first] of FIRSTS) if (byPinyin.compare(character, first) >= 0) letter = each
  known.set(character, letter)
  return letter
}

export const initials = (text: string): string => [...text].map(initial).join('')
