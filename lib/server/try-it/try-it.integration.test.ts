import { afterAll, beforeAll, expect, test } from 'vitest'
import { TRY_RECORDS } from '@/lib/domain/canary'
import { openAdmin } from '../kafka/admin'
import { readMessages } from '../kafka/messages'
import { appendRecord, endOffset, readRecords, type PartitionLog } from '../kafka/records/partition-log'
import { SINGLE_NODE_ID, startSingleNode, type SingleNode } from '../kafka/testing/single-node'
import { createTopic } from '../kafka/topics/create-topic'
import { topicAt } from '../kafka/topics/settle'
import { openConnection, type KafkaConnection } from '../kafka/wire/connection'
import type { TriedBroker } from './run'
import { tryOut } from './testing/try-out'

let node: SingleNode

beforeAll(async () => {
  node = await startSingleNode()
})
afterAll(() => node?.stop())

const own = (): TriedBroker => ({ brokerId: SINGLE_NODE_ID, endpoint: node.client })
/** A broker the cluster should have and nobody answers for. */
const away = (): TriedBroker => ({ brokerId: 2, endpoint: { host: node.client.host, port: 1 } })

const whole = { state: 'done', acknowledged: TRY_RECORDS, readBack: TRY_RECORDS, lost: 0, problem: null }

test('every record that was written is read back, run after run', async () => {
  for (let runs = 0; runs < 2; runs++) {
    const { run } = await tryOut([own()])
    expect(run).toMatchObject({ state: 'complete', problem: null, lanes: [whole] })
    expect(run.lanes[0]?.write?.maxMs).toBeGreaterThan(0)
  }
})

test('a broker that does not answer is told, and the others go on', async () => {
  const { run } = await tryOut([own(), away()])
  expect(run.state).toBe('failed')
  const problem = { is: 'unreachable', said: expect.stringMatching(/:1 cannot be reached/) }
  expect(run.lanes).toMatchObject([whole, { state: 'failed', acknowledged: 0, lost: null, problem }])
})

test('a cluster that does not answer fails every lane with its reason', async () => {
  const { run } = await tryOut([away()])
  expect(run).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/No broker of the cluster answers/),
  })
  expect(run.lanes).toMatchObject([{ state: 'failed', problem: { is: 'unreachable' } }])
})

test.each(['producer', 'gzip'])(
  'what is appended is read here and by Kafka’s clients (%s)',
  async (codec) => {
    await withTopic(`words-${codec}`, codec, async (connection, log) => {
      const record = { key: null, value: `こんにちは from ${codec}`, atMs: 1_790_000_000_000 }
      expect(await appendRecord(connection, log, record, 5000)).toBe(0n)
      expect(await endOffset(connection, log)).toBe(1n)
      expect(await readRecords(connection, log, 0n, 200)).toMatchObject([{ offset: 0n, value: record.value }])
      const access = { bootstrap: [node.client], topic: log.topic, timeoutMs: 30_000 }
      expect(await readMessages(access, 1)).toMatchObject([{ value: record.value }])
    })
  },
)

test('a compression that is not read here is named', async () => {
  await withTopic('words-lz4', 'lz4', async (connection, log) => {
    await appendRecord(connection, log, { key: null, value: 'x', atMs: 1 }, 5000)
    await expect(readRecords(connection, log, 0n, 200)).rejects.toThrow(/compressed with lz4/)
  })
})

async function withTopic(
  name: string,
  codec: string,
  work: (connection: KafkaConnection, log: PartitionLog) => Promise<void>,
): Promise<void> {
  const admin = openAdmin({ bootstrap: [node.client] })
  const connection = await openConnection({ endpoint: node.client, connectTimeoutMs: 2000 })
  try {
    const configs = { 'compression.type': codec }
    await createTopic(admin, { name, partitionCount: 1, replicationFactor: 1, configs })
    const topic = await admin.ask((broker) => topicAt(broker, name))
    await work(connection, { topic: name, topicId: topic?.topicId ?? null, partition: 0 })
  } finally {
    connection.close()
    admin.close()
  }
}
