import { expect, test } from 'vitest'
import type { KafkaConnection } from '../wire/connection'
import { freshestByQuorum } from './freshest-broker'

const broker = (id: number): { id: number; connection: KafkaConnection } => ({
  id,
  connection: {
    endpoint: { host: '127.0.0.1', port: id },
    isOpen: true,
    versionOf: () => null,
    call: () => Promise.reject(new Error('Nobody is asked here.')),
    callEach: () => Promise.reject(new Error('Nobody is asked here.')),
    close: () => {},
  },
})
const replica = (replicaId: number, logEndOffset: bigint) => ({ replicaId, logEndOffset })

test.each([
  ['the one furthest on', [1, 2, 3], [replica(1, 90n), replica(2, 99n), replica(3, 98n)], 2],
  ['one the leader does not know comes last', [1, 2], [replica(2, 1n)], 2],
  ['only those that answer', [1, 3], [replica(1, 90n), replica(2, 99n), replica(3, 91n)], 3],
])('asked is %s', (_what, ids, observers, expected) => {
  const quorum = {
    partitionIndex: 0,
    errorCode: 0,
    leaderId: 10_001,
    leaderEpoch: 1,
    highWatermark: 99n,
    currentVoters: [],
    observers,
  }
  expect(freshestByQuorum(ids.map(broker), quorum)?.endpoint.port).toBe(expected)
})

test('without a quorum any that answers, without any nobody', () => {
  expect(freshestByQuorum([broker(2)], null)?.endpoint.port).toBe(2)
  expect(freshestByQuorum([], null)).toBeNull()
})
