import { expect, test } from 'vitest'
import { suggestCondition } from './suggest'

test.each([
  [['KafkaDataLogsDiskUsed'], [12], 'GreaterThanOrEqualToThreshold', 85],
  [['CpuUser', 'CpuSystem'], [], 'GreaterThanThreshold', 60],
  [['OfflinePartitionsCount'], [0], 'GreaterThanThreshold', 0],
  [['BytesInPerSec'], [1_000, 41_234_567, 5], 'GreaterThanThreshold', 62_000_000],
  [['ConnectionCount'], [3, 7], 'GreaterThanThreshold', 11],
  [['CpuIdle'], [99, 60, 80], 'LessThanThreshold', 40],
  [['BytesInPerSec'], [], 'GreaterThanThreshold', null],
  [['IsrShrinksPerSec'], [0, 0], 'GreaterThanThreshold', null],
])('%j after %j: %s %s', (metrics, values, comparison, threshold) => {
  expect(suggestCondition(metrics, values)).toMatchObject({ comparison, threshold })
})
