import { describe, expect, test } from 'vitest'
import { apiVersions } from '../wire/api-versions'
import { ByteReader } from '../wire/byte-reader'
import { ByteWriter } from '../wire/byte-writer'
import { decodeMessage } from '../wire/decode'
import { definitionsOf } from '../wire/definitions'
import { encodeMessage } from '../wire/encode'
import { layoutOf, type StructLayout } from '../wire/layout'
import type { Rpc, WireBody } from '../wire/rpc'
import type { WireInput } from '../wire/values'
import { parseVersions } from '../wire/versions'
import { alterClientQuotas } from './client-quotas'
import { alterConfigs, describeConfigs, incrementalAlterConfigs } from './configs'
import { describeCluster } from './describe-cluster'
import { describeLogDirs } from './describe-log-dirs'
import { describeQuorum } from './describe-quorum'
import { describeTopicPartitions } from './describe-topic-partitions'
import { electLeaders } from './elect-leaders'
import { fetchRecords } from './fetch'
import { findCoordinator } from './find-coordinator'
import { listOffsets, OFFSET_AT } from './list-offsets'
import { metadata } from './metadata'
import { produce } from './produce'
import { alterPartitionReassignments, listPartitionReassignments } from './reassignments'
import { createPartitions, createTopics, deleteTopics } from './topics'
import { unregisterBroker } from './unregister-broker'
import { updateFeatures } from './update-features'

/** One call as it will be made, and the oldest version at which what it asks for can be said. */
const sample = <Input, Reply>(rpc: Rpc<Input, Reply>, input: Input, versionMin = 0) => ({
  name: rpc.name,
  versionMin,
  body: (version: number) => rpc.body(input, version),
  read: (value: unknown) => rpc.reply.parse(value),
})

const TOPIC_ID = 'AAAAAAAAAAAAAAAAAAAAAQ'
const orders = { type: 'topic', name: 'orders' } as const
const samples = [
  sample(apiVersions, {}),
  sample(metadata, { topics: ['orders'] }),
  sample(metadata, { topics: null }),
  sample(describeCluster, { of: 'brokers' }),
  sample(describeCluster, { of: 'controllers' }, 1),
  sample(describeQuorum, {}),
  sample(createTopics, {
    topics: [{ name: 'orders', partitionCount: 3, replicationFactor: 2, configs: { 'retention.ms': '1' } }],
    validateOnly: false,
    timeoutMs: 1000,
  }),
  sample(produce, {
    topic: 'orders',
    topicId: TOPIC_ID,
    partition: 1,
    records: Uint8Array.of(1, 2, 3),
    timeoutMs: 1000,
    acks: 'all',
  }),
  sample(fetchRecords, { topic: 'orders', topicId: TOPIC_ID, partition: 1, fromOffset: 7n, maxWaitMs: 200 }),
  sample(deleteTopics, { names: ['orders'], timeoutMs: 1000 }),
  sample(createPartitions, { topic: 'orders', count: 6, validateOnly: true, timeoutMs: 1000 }),
  sample(describeConfigs, { resources: [orders], keys: ['min.insync.replicas'] }),
  sample(
    describeConfigs,
    { resources: [orders], keys: null, includeSynonyms: true, includeDocumentation: true },
    1,
  ),
  sample(incrementalAlterConfigs, {
    resource: orders,
    changes: [
      { name: 'retention.ms', set: '1' },
      { name: 'segment.ms', remove: true },
    ],
    validateOnly: true,
  }),
  sample(alterConfigs, { resource: orders, configs: { 'retention.ms': '1' }, validateOnly: false }),
  sample(describeTopicPartitions, { topics: ['orders'], partitionsMax: 10, cursor: null }),
  sample(describeTopicPartitions, {
    topics: ['orders'],
    partitionsMax: 10,
    cursor: { topicName: 'orders', partitionIndex: 4 },
  }),
  sample(listOffsets, { topics: [{ name: 'orders', partitions: [0, 1] }], timestamp: OFFSET_AT.latest }),
  sample(findCoordinator, { of: 'group', key: 'readers' }),
  sample(electLeaders, { election: 'preferred', partitions: null, timeoutMs: 1000 }),
  sample(
    electLeaders,
    { election: 'unclean', partitions: [{ topic: 'orders', partitions: [0] }], timeoutMs: 1 },
    1,
  ),
  sample(alterPartitionReassignments, {
    topics: [{ topic: 'orders', partitions: [{ partitionIndex: 0, replicas: null }] }],
    timeoutMs: 1000,
  }),
  sample(listPartitionReassignments, { timeoutMs: 1000 }),
  sample(unregisterBroker, { brokerId: 4 }),
  sample(describeLogDirs, { of: 'all' }),
  sample(describeLogDirs, { of: [{ topic: 'orders', partitions: [0, 1] }] }),
  sample(alterClientQuotas, {
    changes: [
      {
        entity: [{ entityType: 'client-id', entityName: null }],
        ops: [{ key: 'producer_byte_rate', set: 1024 }],
      },
    ],
    validateOnly: false,
  }),
  sample(updateFeatures, { levels: { 'metadata.version': 30 }, validateOnly: false, timeoutMs: 1000 }),
]

const roundTrip = (layout: StructLayout, body: WireBody): unknown => {
  const writer = new ByteWriter()
  encodeMessage(writer, layout, body)
  return decodeMessage(new ByteReader(writer.finish()), layout)
}

/** One element in every list of structs, so that what a reply says about elements is checked too. */
const filled = (layout: StructLayout): Record<string, WireInput> =>
  Object.fromEntries(
    layout.fields.flatMap(({ name, shape }) =>
      shape.is === 'array' && shape.of.is === 'struct' ? [[name, [filled(shape.of.of)]]] : [],
    ),
  )

describe.each(samples)('$name', ({ name, versionMin, body, read }) => {
  const versions = definitionsOf(name).flatMap((definition) => {
    const { min, max } = parseVersions(definition.request.validVersions)
    return Array.from({ length: max - min + 1 }, (_, step) => ({ definition, version: min + step }))
  })

  test.each(versions.filter(({ version }) => version >= versionMin))(
    'can be asked and understood in version $version',
    ({ definition, version }) => {
      const request = layoutOf(definition.request, `${name} request`, version)
      expect(roundTrip(request, body(version))).toBeTypeOf('object')
      const reply = layoutOf(definition.response, `${name} response`, version)
      expect(read(roundTrip(reply, filled(reply)))).toBeTypeOf('object')
    },
  )

  test.each(versions.filter(({ version }) => version < versionMin))(
    'cannot be said in version $version',
    ({ definition, version }) => {
      const request = layoutOf(definition.request, `${name} request`, version)
      expect(() => roundTrip(request, body(version))).toThrow('too old')
    },
  )
})
