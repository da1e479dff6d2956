import { expect, test } from 'vitest'
import { choiceOf, isKeptAt, METRIC_CHOICES, metricChoice, seriesOf, valuesOf } from './metric-choices'

test('every choice has an id of its own, and what cannot be measured is none', () => {
  expect(new Set(METRIC_CHOICES.map(({ id }) => id)).size).toBe(METRIC_CHOICES.length)
  expect(metricChoice('broker:BurstBalance')).toBeNull()
  expect(metricChoice('group:SumOffsetLag')).toMatchObject({
    unit: 'Count',
    statistic: 'Maximum',
    dimensions: ['Consumer Group', 'Topic'],
  })
})

test('a metric with two sets of dimensions is two choices', () => {
  const cluster = { 'Cluster Name': 'c' }
  expect(choiceOf('KafkaDataLogsDiskUsed', cluster)?.family).toBe('cluster')
  expect(choiceOf('KafkaDataLogsDiskUsed', { ...cluster, 'Broker ID': '1' })?.family).toBe('broker')
  expect(choiceOf('KafkaDataLogsDiskUsed', { Topic: 'x' })).toBeNull()
})

test('the level of a cluster says what is kept of it', () => {
  const messages = metricChoice('topic:MessagesInPerSec')
  expect(messages).not.toBeNull()
  if (messages === null) return
  expect(isKeptAt(messages, 'PER_BROKER')).toBe(false)
  expect(isKeptAt(messages, 'PER_TOPIC_PER_PARTITION')).toBe(true)
})

test('values are those of the series of the choice that fit what is chosen', () => {
  const choice = metricChoice('topic:BytesInPerSec')
  if (choice === null) throw new Error('There is no such choice.')
  const of = (broker: string, topic?: string) => ({
    'Cluster Name': 'c',
    'Broker ID': broker,
    ...(topic === undefined ? {} : { Topic: topic }),
  })
  const found = [of('1'), of('10', 'orders'), of('2', 'orders'), of('2', 'clicks')]
  expect(valuesOf('Broker ID', seriesOf(choice, found))).toEqual(['2', '10'])
  expect(valuesOf('Topic', seriesOf(choice, found, { 'Broker ID': '2' }))).toEqual(['clicks', 'orders'])
})
