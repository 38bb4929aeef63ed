import { expect, it } from 'vitest'
import { changedWays, stepsLeft } from '@/features/settings/steps'

it('another choice of steps is told by what is done next', () =>
  expect(
    changedWays(
      [
        { from: 'in_progress', move: 'complete', to: 'completed' },
        { from: 'completed', move: 'close', to: 'closed' },
      ],
      [
        { from: 'in_progress', move: 'submit', to: 'submitted' },
        { from: 'submitted', move: 'complete', to: 'completed' },
        { from: 'completed', move: 'close', to: 'closed' },
      ],
    ),
  ).toEqual([
    { from: 'in_progress', now: '办结，到已办结', then: '报送审核，到待审核' },
    { from: 'submitted', now: undefined, then: '办结，到已办结' },
  ]))

it('steps that are left are named', () =>
  expect(stepsLeft(['issued', 'submitted'], ['submitted'])).toEqual(['issued']))
