import { ByteReader } from '@/lib/server/kafka/wire/byte-reader'
import { ByteWriter } from '@/lib/server/kafka/wire/byte-writer'
import { decodeMessage } from '@/lib/server/kafka/wire/decode'
import { definitionsOf, type ProcedureName } from '@/lib/server/kafka/wire/definitions'
import { encodeMessage } from '@/lib/server/kafka/wire/encode'
import { layoutOf } from '@/lib/server/kafka/wire/layout'
import type { WireBody } from '@/lib/server/kafka/wire/rpc'
import type { WireValue } from '@/lib/server/kafka/wire/values'
import { parseVersions } from '@/lib/server/kafka/wire/versions'
import type { World } from './world'

export type Asked = { apiKey: number; version: number; correlationId: number; rest: Buffer }
type Answer = (world: World, question: Question) => WireBody
type Question = { [field: string]: WireValue }

/** What it can be asked; a question that is not here is not offered, as by a release that does not know it. */
const ANSWERS: Partial<Record<ProcedureName, Answer>> = {
  ApiVersions: () => ({
    errorCode: 0,
    apiKeys: OFFERED.map(({ definition: { request } }) => ({
      apiKey: request.apiKey,
      minVersion: parseVersions(request.validVersions).min,
      maxVersion: parseVersions(request.validVersions).max,
    })),
  }),
  Metadata: (world, { topics }) => ({
    brokers: world.brokers,
    clusterId: world.clusterId,
    controllerId: world.brokers[0]?.nodeId ?? -1,
    topics: world.topics(namesIn(topics)),
  }),
  DescribeCluster: ({ brokers, clusterId }) => ({
    errorCode: 0,
    endpointType: 1,
    clusterId,
    controllerId: -1,
    brokers: brokers.map(({ nodeId, host, port }) => ({ brokerId: nodeId, host, port, isFenced: false })),
  }),
  DescribeQuorum: (world) => ({
    errorCode: 0,
    topics: [{ topicName: '__cluster_metadata', partitions: [quorumOf(world)] }],
  }),
  ListPartitionReassignments: () => ({ errorCode: 0, topics: [] }),
  DescribeConfigs: (_, { resources }) => ({
    results: listIn(resources).map(({ resourceType, resourceName }) => ({
      errorCode: 0,
      resourceType,
      resourceName,
      configs: [{ name: 'min.insync.replicas', value: '2', configSource: 5, readOnly: false }],
    })),
  }),
  DescribeLogDirs: (world) => ({
    errorCode: 0,
    results: [{ errorCode: 0, logDir: '/data', topics: world.held() }],
  }),
}

function quorumOf({ nodeId, voters, brokers }: World): WireBody {
  const [leaderId = -1] = voters
  if (voters.includes(nodeId) && nodeId !== leaderId) return { partitionIndex: 0, errorCode: 6, leaderId }
  const now = BigInt(Date.now())
  const copy = (replicaId: number) => ({
    replicaId,
    logEndOffset: 1n,
    lastFetchTimestamp: now,
    lastCaughtUpTimestamp: now,
  })
  return {
    partitionIndex: 0,
    errorCode: 0,
    leaderId,
    leaderEpoch: 1,
    highWatermark: 1n,
    currentVoters: voters.map(copy),
    observers: brokers.map((broker) => copy(broker.nodeId)),
  }
}

const isRecord = (value: WireValue | undefined): value is Question =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
const listIn = (value: WireValue | undefined): Question[] =>
  Array.isArray(value) ? value.filter((each) => isRecord(each)) : []
const namesIn = (topics: WireValue | undefined): readonly string[] | null =>
  topics === null ? null : listIn(topics).flatMap(({ name }) => (typeof name === 'string' ? [name] : []))

const NAMES: readonly ProcedureName[] = [
  'ApiVersions',
  'Metadata',
  'DescribeCluster',
  'DescribeQuorum',
  'ListPartitionReassignments',
  'DescribeConfigs',
  'DescribeLogDirs',
]
const OFFERED = NAMES.flatMap((name) => {
  const [definition] = definitionsOf(name)
  return definition === undefined ? [] : [{ name, definition }]
})

/** Answers about everything are the same each time, and some megabytes: they are written once. */
const kept = new Map<string, Buffer>()
const KEPT: ReadonlySet<ProcedureName> = new Set(['Metadata', 'DescribeLogDirs'])
const KEPT_FROM_BYTES = 100_000

export function answerTo(world: World, asked: Asked): Buffer {
  const offered = OFFERED.find(({ definition }) => definition.request.apiKey === asked.apiKey)
  if (offered === undefined) throw new Error(`Nobody was offered the procedure ${asked.apiKey}.`)
  const { name } = offered
  const key = `${name} ${asked.version} ${asked.rest.toString('base64')}`
  const body = kept.get(key) ?? write(world, offered, asked)
  if (world.isWhole && KEPT.has(name) && body.length > KEPT_FROM_BYTES) kept.set(key, body)
  const head = Buffer.alloc(8)
  head.writeInt32BE(body.length + 4, 0)
  head.writeInt32BE(asked.correlationId, 4)
  return Buffer.concat([head, body])
}

function write(
  world: World,
  { name, definition }: (typeof OFFERED)[number],
  { version, rest }: Asked,
): Buffer {
  const writer = new ByteWriter()
  const layout = layoutOf(definition.response, name, version)
  if (layout.flexible && name !== 'ApiVersions') writer.uvarint(0)
  encodeMessage(writer, layout, ANSWERS[name]?.(world, read(definition.request, version, rest)) ?? {})
  return writer.finish()
}

function read(
  request: (typeof OFFERED)[number]['definition']['request'],
  version: number,
  rest: Buffer,
): Question {
  const layout = layoutOf(request, 'request', version)
  const reader = new ByteReader(rest)
  // Mosaik sends no tags in its heads.
  if (layout.flexible) reader.uvarint()
  const question = decodeMessage(reader, layout)
  return isRecord(question) ? question : {}
}
