import { expect, test } from 'vitest'
import { lagAlarm, recommendedAlarms, recommendedDescription, type RecommendedAlarm } from './recommended'

const described = ({ name, definition }: RecommendedAlarm) => ({
  name,
  description: definition.AlarmDescription,
  dimensions: Object.fromEntries(
    (definition.Dimensions ?? definition.Metrics?.[0]?.MetricStat?.Metric.Dimensions ?? []).map(
      ({ Name, Value }) => [Name, Value],
    ),
  ),
  threshold: definition.Threshold,
})
const all = recommendedAlarms({ clusterName: 'orders', brokerIds: [1, 12], level: 'PER_BROKER' })
const lag = lagAlarm('orders', { group: 'billing', topic: 'invoices', offsets: 1_000 })

test('every recommended alarm is known by what it says of itself', () => {
  expect(all.map((each) => recommendedDescription(described(each))?.key)).toEqual(all.map(({ key }) => key))
  expect(recommendedDescription(described(lag))).toEqual({
    key: 'lag',
    group: 'billing',
    topic: 'invoices',
    offsets: 1_000,
  })
})

const disk = described(all.find(({ key, brokerId }) => key === 'disk' && brokerId === 1) ?? lag)
test.each([
  ['a person described it otherwise', { ...disk, description: 'Call Ann.' }],
  ['it says nothing', { ...disk, description: undefined }],
  ['it has a name of its own', { ...disk, name: 'mine' }],
  [
    'it is of another broker than its name says',
    { ...disk, dimensions: { ...disk.dimensions, 'Broker ID': '2' } },
  ],
  ['it names no cluster', { ...disk, dimensions: {} }],
  ['its lag is bounded elsewhere than it says', { ...described(lag), threshold: 2_000 }],
])('not where %s', (_what, alarm) => {
  expect(recommendedDescription(alarm)).toBeNull()
})
