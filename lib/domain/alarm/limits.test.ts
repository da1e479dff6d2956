import { expect, test } from 'vitest'
import { timesProblem } from './limits'

test.each([
  [60, 5, 5, null],
  [10, 1, 1, null],
  [15, 1, 1, 'period'],
  [60, 3, 4, 'points'],
  [60, 1_440, 1, null],
  [60, 1_441, 1, 'day'],
  [3_600, 168, 1, null],
  [3_600, 169, 1, 'week'],
])(
  'a period of %i s, %i of them, %i that breach: %s',
  (periodS, evaluationPeriods, datapointsToAlarm, problem) => {
    expect(timesProblem({ periodS, evaluationPeriods, datapointsToAlarm })).toBe(problem)
  },
)
