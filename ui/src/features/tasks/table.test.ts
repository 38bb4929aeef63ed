import { describe, expect, it } from 'vitest'
import { columnSpecs as allSpecs, fitWidths, taskHeading, unitNames } from '@/features/tasks/table'

const columnSpecs = allSpecs.filter(({ usual }) => usual)
const sum = (widths: Record<string, number>) => Object.values(widths).reduce((all, width) => all + width, 0)

describe('column widths', () => {
  it('fill the room, the matter taking what is left', () =>
    expect(sum(fitWidths(columnSpecs, {}, 1100))).toBe(1100))

  it('keep every column in sight in a narrow window, and what the person has set', () => {
    expect(sum(fitWidths(columnSpecs, {}, 816))).toBeLessThanOrEqual(816)
    expect(fitWidths(columnSpecs, { leads: 150 }, 816)).toMatchObject({ leads: 150 })
  })

  it('keep what the person set', () => {
    const widths = fitWidths(columnSpecs, { leads: 240 }, 1100)
    expect(widths.leads).toBe(240)
    expect(sum(widths)).toBe(1100)
  })

  it('never shrink below what can be read, but scroll', () => {
    const widths = fitWidths(columnSpecs, { leads: 3 }, 300)
    for (const spec of columnSpecs) expect(widths[spec.key]).toBeGreaterThanOrEqual(spec.minWidth)
    expect(sum(widths)).toBeGreaterThan(300)
  })
})

describe('the heading of a task', () => {
  it.each([
    ['简化材料', '公布材料清单，不再要求提供证明。', '简化材料'],
    [null, '到年底前建成三十个便民服务点，逐步扩大到全市。', '到年底前建成三十个便民服务点'],
    [null, '一是抓好落实，按月公布办理情况。', '一是抓好落实，按月公布办理情况'],
    [null, '公布清单', '公布清单'],
    [null, '甲'.repeat(60), `${'甲'.repeat(40)}…`],
  ])('%s / %s', (title, text, heading) => expect(taskHeading({ title, text })).toBe(heading))
})

describe('names of units', () => {
  const units = ['市教育局', '市财政局', '市水利局'].map((name) => ({ id: name, name, written: name }))
  it('are listed while they are few', () => expect(unitNames(units.slice(0, 2))).toBe('市教育局、市财政局'))
  it('are counted when they are many', () => expect(unitNames(units)).toBe('市教育局、市财政局 等 3 家'))
})
