import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../clock'
import { openAdmin, type KafkaAdmin } from './admin'
import { readMessages, sendMessages } from './messages'
import { createKafkaObserver, type KafkaSeen } from './observe'
import { findCoordinator } from './rpc/find-coordinator'
import { listOffsets, OFFSET_AT } from './rpc/list-offsets'
import { SINGLE_NODE_ID, startSingleNode, type SingleNode } from './testing/single-node'
import { createTopic } from './topics/create-topic'
import { deleteTopic } from './topics/delete-topic'
import { describeTopic } from './topics/describe-topic'
import { describeTopicPartitions } from './topics/describe-topic-partitions'
import { listTopics } from './topics/list-topics'
import { updateTopic } from './topics/update-topic'
import { openConnection } from './wire/connection'
import type { KafkaErrorName } from './wire/kafka-error'

let node: SingleNode
let admin: KafkaAdmin

beforeAll(async () => {
  node = await startSingleNode()
  admin = openAdmin({ bootstrap: [node.client] })
})
afterAll(async () => {
  admin?.close()
  await node?.stop()
})

const refused = (error: KafkaErrorName, message: RegExp) => ({
  error,
  message: expect.stringMatching(message),
})

describe('topics', () => {
  test('what was created, changed and deleted is true at once', async () => {
    const configs = { 'retention.ms': '60000', 'cleanup.policy': 'compact, delete' }
    const orders = { name: 'orders', partitionCount: 3, replicationFactor: 1, configs }
    expect(await createTopic(admin, orders)).toEqual({ isSettled: true })
    expect(await listTopics(admin)).toContainEqual({
      name: 'orders',
      isInternal: false,
      partitionCount: 3,
      replicationFactor: 1,
      outOfSyncReplicaCount: 0,
      offlinePartitionCount: 0,
    })

    const update = {
      name: 'orders',
      partitionCount: 5,
      configs: { 'retention.ms': null, 'segment.ms': '70000' },
    }
    expect(await updateTopic(admin, update)).toEqual({ isSettled: true })
    const described = await describeTopic(admin, 'orders')
    expect(described).toMatchObject({ partitionCount: 5, outOfSyncReplicaCount: 0 })
    expect(described.configs.filter(({ source }) => source === 'DYNAMIC_TOPIC_CONFIG')).toEqual([
      { name: 'cleanup.policy', value: 'compact,delete', source: 'DYNAMIC_TOPIC_CONFIG' },
      { name: 'segment.ms', value: '70000', source: 'DYNAMIC_TOPIC_CONFIG' },
    ])
    const partitions = [0, 1, 2, 3, 4].map((partition) => ({ partition, leader: 1, replicas: [1], isr: [1] }))
    expect(await describeTopicPartitions(admin, 'orders')).toEqual(partitions)

    expect(await deleteTopic(admin, 'orders')).toEqual({ isSettled: true })
    expect(await listTopics(admin)).toEqual([])
    expect(await createTopic(admin, orders)).toEqual({ isSettled: true })
    await deleteTopic(admin, 'orders')
  })

  test('refusals carry Kafka’s own name and reason', async () => {
    const valid = { name: 'refused', partitionCount: 1, replicationFactor: 1 }
    await createTopic(admin, valid)
    const changes: [() => Promise<unknown>, KafkaErrorName, RegExp][] = [
      [() => createTopic(admin, valid), 'TOPIC_ALREADY_EXISTS', /Topic 'refused' already exists/],
      [
        () => createTopic(admin, { ...valid, name: 'a b' }),
        'INVALID_TOPIC_EXCEPTION',
        /characters other than/,
      ],
      [
        () => createTopic(admin, { ...valid, name: 'x', replicationFactor: 3 }),
        'INVALID_REPLICATION_FACTOR',
        /only 1 broker/,
      ],
      [
        () => createTopic(admin, { ...valid, name: 'x', partitionCount: 0 }),
        'INVALID_PARTITIONS',
        /non-positive/,
      ],
      [
        () => createTopic(admin, { ...valid, name: 'x', configs: { nope: '1' } }),
        'INVALID_CONFIG',
        /Unknown topic config name: nope/,
      ],
      [
        () => updateTopic(admin, { name: 'refused', partitionCount: 0 }),
        'INVALID_PARTITIONS',
        /0 would not be an increase/,
      ],
      [
        () => updateTopic(admin, { name: 'absent', partitionCount: 2 }),
        'UNKNOWN_TOPIC_OR_PARTITION',
        /"absent" does not exist/,
      ],
      [() => describeTopic(admin, 'absent'), 'UNKNOWN_TOPIC_OR_PARTITION', /"absent" does not exist/],
      [() => deleteTopic(admin, 'absent'), 'UNKNOWN_TOPIC_OR_PARTITION', /"absent" does not exist/],
    ]
    for (const [change, error, message] of changes)
      await expect(change()).rejects.toMatchObject(refused(error, message))
  })

  test('an update of which one half is refused changes nothing', async () => {
    await createTopic(admin, { name: 'halves', partitionCount: 2, replicationFactor: 1 })
    const halves: [Parameters<typeof updateTopic>[1], KafkaErrorName][] = [
      [{ name: 'halves', partitionCount: 1, configs: { 'retention.ms': '5' } }, 'INVALID_PARTITIONS'],
      [{ name: 'halves', partitionCount: 4, configs: { 'retention.ms': 'soon' } }, 'INVALID_CONFIG'],
    ]
    for (const [update, error] of halves)
      await expect(updateTopic(admin, update)).rejects.toMatchObject({ error })
    const { partitionCount, configs } = await describeTopic(admin, 'halves')
    expect(partitionCount).toBe(2)
    expect(configs.map(({ name }) => name)).not.toContain('retention.ms')
  })

  test('a cluster that cannot be reached says so, of every broker', async () => {
    const nowhere = openAdmin({
      bootstrap: [
        { host: node.client.host, port: 1 },
        { host: node.client.host, port: 2 },
      ],
    })
    await expect(listTopics(nowhere)).rejects.toMatchObject(
      refused(
        'NETWORK_EXCEPTION',
        /No broker of the cluster answers\. .*:1 cannot be reached.*:2 cannot be reached/,
      ),
    )
    nowhere.close()
  })
})

describe('records', () => {
  test('come back as they were sent', async () => {
    const access = { bootstrap: [node.client], topic: 'records', timeoutMs: 30_000 }
    await createTopic(admin, { name: 'records', partitionCount: 2, replicationFactor: 1 })
    const records = Array.from({ length: 20 }, (_, index) => ({ key: `k${index}`, value: `v${index}` }))
    await sendMessages(access, records)
    const received = await readMessages(access, records.length)
    const sorted = received
      .map(({ key, value }) => ({ key, value }))
      .toSorted((a, b) => Number(a.key?.slice(1)) - Number(b.key?.slice(1)))
    expect(sorted).toEqual(records)

    const connection = await openConnection({ endpoint: node.client, connectTimeoutMs: 2000 })
    const question = { topics: [{ name: 'records', partitions: [0, 1] }], timestamp: OFFSET_AT.latest }
    const { topics } = await connection.call(listOffsets, question, 2000)
    expect(topics[0]?.partitions.reduce((sum, { offset = 0n }) => sum + offset, 0n)).toBe(20n)
    const { coordinators } = await connection.call(findCoordinator, { of: 'group', key: 'any' }, 2000)
    expect(coordinators).toMatchObject([{ nodeId: SINGLE_NODE_ID, errorCode: 0 }])
    connection.close()
  })

  test('to a topic that does not exist fail in time', async () => {
    const access = { bootstrap: [node.client], topic: 'absent', timeoutMs: 1000 }
    await expect(sendMessages(access, [{ value: 'x' }])).rejects.toThrow(/Could not send within 1000 ms/)
  })
})

describe('looking at the cluster', () => {
  const place = () => ({ address: node.client.host, portBase: 0, external: null })
  const combined = (boot: string) => ({ id: SINGLE_NODE_ID, role: 'combined' as const, place: place(), boot })

  test('who answers, who leads, who is registered, and every partition', async () => {
    await createTopic(admin, {
      name: 'seen',
      partitionCount: 1,
      replicationFactor: 1,
      configs: { 'min.insync.replicas': '3' },
    })
    const observer = createKafkaObserver({ clock: systemClock })
    const before = Date.now()
    const first = await observer.look({ nodes: [combined('a')], partitions: 'leave' })
    expect(first.answers).toEqual({ 1: { answers: true } })
    expect(first.kafka).toMatchObject({
      quorum: {
        value: { leader: 1, epoch: expect.any(Number), voters: { 1: { lagMs: 0, endOffsetLag: 0 } } },
      },
      brokers: { value: { 1: { fenced: false } } },
      partitions: { unknown: 'The partitions were not looked at yet.' },
    })
    const second = await observer.look({ nodes: [combined('b')], partitions: 'all' })
    expect(second.kafka.partitions).toMatchObject({
      at: expect.toSatisfy((at: number) => at >= before),
      value: {
        'seen-0': { leader: 1, leaderEpoch: 0, replicas: [1], isr: [1], minIsr: 3, target: null },
        'records-1': { leader: 1, minIsr: 1 },
        '__consumer_offsets-0': { leader: 1 },
      },
    })
    const third = await observer.look({ nodes: [combined('b')], partitions: 'leave' })
    expect(third.kafka.partitions).toEqual(second.kafka.partitions)
    observer.close()
  })

  test('a paused process is silent, and known again when it goes on', async () => {
    const observer = createKafkaObserver({ clock: systemClock, probeTimeoutMs: 300 })
    const look = () => observer.look({ nodes: [combined('a')], partitions: 'all' })
    // Signals take effect when the scheduler gets to them.
    const lookUntil = async (answers: boolean): Promise<KafkaSeen> => {
      for (let tries = 0; tries < 100; tries++) {
        const seen = await look()
        if (seen.answers[SINGLE_NODE_ID]?.answers === answers) return seen
        await sleep(100)
      }
      throw new Error(`The node did not come to ${answers ? 'answer' : 'be silent'}.`)
    }
    await lookUntil(true)
    node.pause()
    try {
      const paused = await lookUntil(false)
      for (const { answers, kafka } of [paused, await look()]) {
        const why = expect.stringMatching(/did not answer ApiVersions within 300 ms/)
        expect(answers[SINGLE_NODE_ID]).toEqual({ answers: false, why })
        expect(kafka.brokers).toEqual({ unknown: 'No broker answers.' })
        expect(kafka.partitions).toEqual({ unknown: 'No broker answers.' })
      }
    } finally {
      node.resume()
    }
    expect((await lookUntil(true)).kafka.partitions).toMatchObject({ value: { 'records-0': { leader: 1 } } })
    observer.close()
  })

  test('nodes that do not run are silent; without nodes all is unknown', async () => {
    const observer = createKafkaObserver({ clock: systemClock })
    const away = { id: 9, role: 'broker' as const, place: { ...place(), portBase: 40 }, boot: null }
    const { answers } = await observer.look({ nodes: [combined('a'), away], partitions: 'leave' })
    expect(answers).toMatchObject({ 1: { answers: true }, 9: { answers: false } })
    const { kafka } = await observer.look({ nodes: [], partitions: 'all' })
    expect(kafka.quorum).toEqual({ unknown: 'No controller runs that could be asked.' })
    expect(kafka.brokers).toEqual({ unknown: 'No broker answers.' })
    observer.close()
  })
})

describe('a connection', () => {
  test('refuses what it cannot do, in a sentence', async () => {
    const options = { endpoint: node.client, connectTimeoutMs: 1000, security: 'SASL_SSL' } as const
    await expect(openConnection(options)).rejects.toMatchObject(
      refused('SECURITY_DISABLED', /PLAINTEXT only so far/),
    )
  })
})
