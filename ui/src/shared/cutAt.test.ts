import { describe, expect, it } from 'vitest'
import { cutAt } from '@/shared/cutAt'

const check = (text: string, words: string, shown: string) =>
  expect(
    cutAt(text, words)
      .map((run) => (run.marked ? `[${run.text}]` : run.text))
      .join(''),
  ).toBe(shown)

describe('marking words in a text', () => {
  it('marks every occurrence', () => check('6月底前，6月底前完成', '6月底前', '[6月底前]，[6月底前]完成'))
  it('marks nothing for no words', () => check('由市财政局负责', '', '由市财政局负责'))
  it('leaves markup as the characters it is', () => check('<b>甲</b>', '<b>', '[<b>]甲</b>'))
  it('knows capitals from small letters as little as a person', () =>
    check('加入WTO规则', 'wto', '加入[WTO]规则'))
  it('takes a bracket for a bracket', () => check('（一）a(b', '(b', '（一）a[(b]'))
  it('gives one empty run for an empty text', () => expect(cutAt('', '甲')).toHaveLength(1))
})
