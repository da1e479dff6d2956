import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readProperties } from '@/lib/broker-runtime/local/node/node-files'
import type { WireBody } from '@/lib/server/kafka/wire/rpc'

/** What one stand-in knows: who is in the cluster, from the files the driver wrote, and the topics, by arithmetic. */
export type World = {
  /** Every broker is there: from now on nothing changes. */
  isWhole: boolean
  nodeId: number
  clusterId: string
  voters: readonly number[]
  brokers: readonly { nodeId: number; host: string; port: number; rack: string | null }[]
  /** As Metadata tells them; null: all. */
  topics(names: readonly string[] | null): readonly WireBody[]
  /** As DescribeLogDirs tells them, of this broker. */
  held(): readonly WireBody[]
}

const BROKERS = 3
const TOPICS = 10_000
const PARTITIONS_EACH = 10
const AREAS = ['payments', 'orders', 'inventory', 'shipping', 'customers', 'search', 'audit', 'metrics']
const KINDS = ['created.v1', 'changed.v2', 'snapshot', 'dead-letter']
const NODES = '..'

export function readWorld(properties: Readonly<Record<string, string>>): World {
  const nodeId = Number(properties['node.id'])
  const brokers = brokersBeside()
  const ids = brokers.map((broker) => broker.nodeId)
  let made: readonly ReturnType<typeof topicOf>[] | null = null
  const all = () => (made ??= Array.from({ length: TOPICS }, (_, index) => topicOf(index, ids)))
  return {
    isWhole: brokers.length === BROKERS,
    nodeId,
    clusterId: readProperties(readFileSync('data/meta.properties', 'utf8'))['cluster.id'] ?? '',
    voters: [...(properties['controller.quorum.voters'] ?? '').matchAll(/(\d+)@/g)]
      .map(([, id]) => Number(id))
      .toSorted((left, right) => left - right),
    brokers,
    topics: (names) => (names === null ? all() : all().filter(({ name }) => names.includes(name))),
    held: () =>
      all().map(({ name, partitions }) => ({
        name,
        partitions: partitions
          .filter(({ replicaNodes }) => replicaNodes.includes(nodeId))
          .map(({ partitionIndex }) => ({
            partitionIndex,
            partitionSize: 1024n,
            offsetLag: 0n,
            isFutureKey: false,
          })),
      })),
  }
}

/** The driver keeps the nodes of a cluster side by side. */
function brokersBeside(): World['brokers'] {
  return readdirSync(NODES)
    .map((id) => join(NODES, id, 'server.properties'))
    .filter((file) => existsSync(file))
    .map((file) => readProperties(readFileSync(file, 'utf8')))
    .flatMap((own) => {
      const [, host, port] = /CLIENT:\/\/([^:]+):(\d+)/.exec(own['advertised.listeners'] ?? '') ?? []
      if (host === undefined || port === undefined) return []
      return [{ nodeId: Number(own['node.id']), host, port: Number(port), rack: own['broker.rack'] ?? null }]
    })
    .toSorted((left, right) => left.nodeId - right.nodeId)
}

function topicOf(index: number, brokers: readonly number[]) {
  const id = Buffer.alloc(16)
  id.writeUInt32BE(index + 1, 12)
  const area = AREAS[index % AREAS.length] ?? ''
  const kind = KINDS[Math.floor(index / AREAS.length) % KINDS.length] ?? ''
  return {
    errorCode: 0,
    name: `${area}.${String(index).padStart(5, '0')}.${kind}`,
    topicId: id.toString('base64url'),
    isInternal: false,
    partitions: Array.from({ length: PARTITIONS_EACH }, (_, partitionIndex) => {
      const replicas = brokers.map(
        (__, place) => brokers[(index + partitionIndex + place) % brokers.length] ?? 0,
      )
      return {
        errorCode: 0,
        partitionIndex,
        leaderId: replicas[0] ?? -1,
        leaderEpoch: 0,
        replicaNodes: replicas,
        isrNodes: replicas,
        offlineReplicas: [],
      }
    }),
  }
}
