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
  it('gives one empty run for an empty text', () => expect(cutAt('', '甲')).toHaveLength(1))
})
