import { describe, expect, test } from 'vitest'
import { lagAlarm, recommendedAlarms } from '@/lib/domain/alarm/recommended'
import en from '@/messages/en.json'
import {
  clusterNameOf,
  definitionOf,
  metricText,
  queriesOf,
  seriesOf,
  watchedOf,
  type Watched,
} from './watched'

const cpu: Watched = {
  metrics: ['CpuUser', 'CpuSystem'],
  dimensions: { 'Cluster Name': 'orders', 'Broker ID': '2' },
  statistic: 'Average',
  periodS: 300,
}

describe('what an alarm watches', () => {
  test.each<Watched>([
    cpu,
    { metrics: ['KafkaDataLogsDiskUsed'], dimensions: cpu.dimensions, statistic: 'Maximum', periodS: 60 },
    {
      metrics: ['ProduceTotalTimeMsP99'],
      dimensions: { 'Cluster Name': 'orders' },
      statistic: 'p99',
      periodS: 10,
    },
  ])('is the same after it was written down: $metrics', (watched) => {
    expect(watchedOf(definitionOf(watched))).toEqual(watched)
  })

  test('is known of every recommended alarm', () => {
    const all = recommendedAlarms({ clusterName: 'orders', brokerIds: [1, 2], level: 'PER_BROKER' })
    expect(all.filter(({ definition }) => watchedOf(definition) === null)).toEqual([])
    const busy = all.find(({ key, brokerId }) => key === 'cpu' && brokerId === 2)
    expect(busy && watchedOf(busy.definition)).toEqual(cpu)
  })

  test('is said in English by the console as by the API', () => {
    const lag = lagAlarm('orders', { group: '{group}', topic: '{topic}', offsets: 7 })
    const all = recommendedAlarms({ clusterName: 'orders', brokerIds: [1], level: 'PER_BROKER' })
    const said = [...all, lag].map(({ key, definition }) => [key, definition.AlarmDescription])
    expect(JSON.parse(JSON.stringify(Object.fromEntries(said)).replace(' 7 ', ' {offsets} '))).toEqual(
      en.alarms.recommended.description,
    )
  })

  test('is told by its expression where it is mathematics of its own', () => {
    const Metrics = [
      ...(definitionOf(cpu).Metrics ?? []).slice(0, 2),
      { Id: 'idle', Expression: '100 - m1 - m2', ReturnData: true },
    ]
    expect(watchedOf({ Metrics })).toBeNull()
    expect(metricText({ Metrics })).toBe('100 - m1 - m2')
    expect(clusterNameOf({ Metrics })).toBe('orders')
  })
})

test('names of the cluster and of what in it', () => {
  expect(clusterNameOf(definitionOf(cpu))).toBe('orders')
  expect(seriesOf(definitionOf(cpu))).toEqual(cpu.dimensions)
  expect(clusterNameOf({})).toBeNull()
})

test('it is asked for in another period as a whole', () => {
  expect(queriesOf(definitionOf(cpu), 900).flatMap(({ MetricStat }) => MetricStat?.Period ?? [])).toEqual([
    900, 900,
  ])
})
