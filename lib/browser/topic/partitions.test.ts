import { expect, test } from 'vitest'
import type { TopicPartition } from '@/lib/contract/console/topics'
import { messagesOf, outOfSync } from './partitions'

const partition = (changed: Partial<TopicPartition>): TopicPartition => ({
  partition: 0,
  leader: 1,
  replicas: [1, 2],
  isr: [1, 2],
  earliest: 10,
  highWatermark: 15,
  bytes: 100,
  ...changed,
})

test.each([
  [[partition({}), partition({ highWatermark: 11 })], 6],
  [[partition({}), partition({ highWatermark: null })], null],
  [[], 0],
])('messages of a topic are known only if each partition tells', (partitions, messages) => {
  expect(messagesOf({ partitions })).toBe(messages)
})

test('copies behind are counted over all partitions', () => {
  expect(outOfSync({ partitions: [partition({ isr: [1] }), partition({})] })).toEqual({
    behind: 1,
    copies: 4,
  })
})
