import { expect, test } from 'vitest'
import { CallError } from '@/lib/browser/call-error'
import { firstValues, newTopic, refusedField } from './create-topic-form'

test.each([
  [1, '3', '1'],
  [2, '4', '2'],
  [3, '3', '3'],
  [6, '6', '3'],
])('%i brokers: %s partitions of %s copies', (brokers, partitions, replicationFactor) => {
  expect(firstValues({ brokers, settings: {} })).toMatchObject({ partitions, replicationFactor })
})

test('only what was filled in is set', () => {
  const values = {
    ...firstValues({ brokers: 3, settings: {} }),
    name: 'orders',
    retention: ' 60000 ',
    others: [{ name: 'min.insync.replicas', value: '2' }],
  }
  expect(newTopic(values)).toEqual({
    name: 'orders',
    partitions: 3,
    replicationFactor: 3,
    settings: { 'retention.ms': '60000', 'min.insync.replicas': '2' },
  })
})

test.each([
  ['topicName', 'taken', 'name'],
  ['replicationFactor', 'too many', 'replicationFactor'],
  ['configs', 'Invalid value soon for configuration retention.ms: Not a number', 'retention'],
  ['configs', 'Unknown topic config name: no.such', null],
  [undefined, 'any', null],
])('a refusal of %s, %j, stands at %s', (field, message, expected) => {
  expect(refusedField(new CallError({ status: 400, code: 'X', message, field }))).toBe(expected)
})
