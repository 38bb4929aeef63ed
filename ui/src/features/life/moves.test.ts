import { describe, expect, it } from 'vitest'
import { moveEntry, offered, possibleFrom } from '@/features/life/moves'

describe('what is offered for a task', () => {
  it('is the way forward first, the others in the order of the table', () => {
    const { usual, others } = offered(['suspend', 'complete', 'not_applicable'])
    expect(usual?.word).toBe('办结')
    expect(others.map(({ word }) => word)).toEqual(['中止', '不涉及'])
  })

  it('is the way back onto it where there is none forward', () =>
    expect(offered(['merge', 'resume']).usual?.word).toBe('恢复办理'))

  it('may be nothing', () => expect(offered([])).toEqual({ usual: undefined, others: [] }))
})

it('of several tasks, what may be done with one of them is offered, what suits most of them first', () =>
  expect(
    possibleFrom(
      ['in_progress', 'completed', 'completed'],
      [
        { from: 'in_progress', move: 'complete', to: 'completed' },
        { from: 'in_progress', move: 'suspend', to: 'suspended' },
        { from: 'completed', move: 'close', to: 'closed' },
        { from: 'suspended', move: 'resume', to: 'in_progress' },
      ],
    ),
  ).toEqual(['close', 'complete', 'suspend']))

it('each move has its entry', () => expect(moveEntry('send_back').reasons).toContain('佐证材料不足'))
