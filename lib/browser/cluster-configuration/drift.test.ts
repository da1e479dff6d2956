import { expect, test } from 'vitest'
import type { EffectiveClusterSetting } from '@/lib/contract/console/cluster-configuration'
import { driftedBrokers, driftOf, groupDiffering, isChosen, standsOf } from './drift'
import { standOf } from './stand'

const setting = (over: Partial<EffectiveClusterSetting> = {}): EffectiveClusterSetting => ({
  name: 'log.retention.ms',
  wanted: '1',
  source: 'KAFKA_DEFAULT',
  isTold: false,
  differing: [],
  ...over,
})
const own = (node: number, value = '2') => ({ node, value, source: 'OWN' as const })

test('brokers that run the same from the same place are told once', () => {
  expect(groupDiffering([own(3), own(1), { ...own(2), source: 'ALL' }, own(4, '5')])).toEqual([
    { value: '2', source: 'OWN', nodes: [1, 3] },
    { value: '2', source: 'ALL', nodes: [2] },
    { value: '5', source: 'OWN', nodes: [4] },
  ])
})

test('a broker that differs twice is one broker', () => {
  const drift = driftOf({
    settings: [setting({ differing: [own(1)] }), setting(), setting({ differing: [own(1), own(2)] })],
  })
  expect(drift).toHaveLength(2)
  expect(driftedBrokers(drift)).toBe(2)
})

test('what nobody chose is left to Kafka', () => {
  expect(isChosen(setting())).toBe(false)
  expect(isChosen(setting({ isTold: true }))).toBe(true)
  expect(isChosen(setting({ differing: [own(1)] }))).toBe(true)
  expect(isChosen(setting({ source: 'OVERLAY' }))).toBe(true)
  expect(standsOf(setting({ isTold: true, differing: [own(1)] }))).toEqual(['differs', 'told'])
})

const health = {
  servingBrokers: 3,
  totalBrokers: 3,
  servingVoters: 3,
  totalVoters: 3,
  partitions: 0,
  offlinePartitions: 0,
  underReplicatedPartitions: 0,
  waitingFor: null,
}
const configuration = (settings: readonly EffectiveClusterSetting[], unknown: readonly number[] = []) => ({
  currentVersion: 'K1',
  revision: null,
  latestRevision: null,
  settings: [...settings],
  unknown: unknown.map((node) => ({ node, why: 'It does not answer.' })),
})

test.each([
  ['off' as const, configuration([setting()]), { is: 'off' }],
  ['on' as const, configuration([setting()]), { is: 'asWanted', brokers: 3 }],
  ['on' as const, configuration([setting()], [2]), { is: 'partly', asked: 2, brokers: 3 }],
  ['on' as const, configuration([setting()], [1, 2, 3]), { is: 'unknown' }],
  [
    'on' as const,
    configuration([setting({ differing: [own(1)] })], [2]),
    { is: 'differs', settings: 1, brokers: 1 },
  ],
])('a cluster that is %s stands to its configuration as its brokers say', (power, told, stand) => {
  expect(standOf({ power, operation: null, health }, told)).toEqual(stand)
})
