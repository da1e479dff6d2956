import { BROKER_RULES, readingsOf } from '@/lib/domain/metrics/broker-rules'
import { CONTROLLER_MBEANS, CONTROLLER_METRICS } from '@/lib/domain/metrics/controller-figures'
import { HEAP_AFTER_GC } from '@/lib/domain/metrics/heap'
import type { HostSample } from '@/lib/domain/metrics/host-figures'
import { valueKey, type NodeSample, type TopicSample } from '@/lib/domain/metrics/sample'
import { servesClients, votes } from '@/lib/domain/node'
import { topicOf } from '@/lib/domain/plan/partitions/partition-id'
import type { NodeId } from '@/lib/domain/plan/world'
import type { NodeFigures, NodeMetrics } from '../runtime'
import { isAlive } from './process'
import type { FakeNode, FakeState } from './state'
import { spread } from './timing'

/**
 * Invented figures, the same for the same cluster and time: large fleets without brokers have something to show. A
 * load swings around a level that each node draws; counters are its integral, so that rates made of them are smooth.
 */
const SWING_MS = 20 * 60_000
const BYTES_PER_MS = 2_000
const MESSAGE_BYTES = 800
const MIB = 1024 ** 2

export function fakeFigures(state: FakeState, only?: NodeId): readonly NodeFigures[] {
  return state.nodes.flatMap((node) =>
    node.process === null || (only !== undefined && node.id !== only)
      ? []
      : [
          {
            nodeId: node.id,
            startedAt: node.process.startedAt,
            host: hostSample(state, node, node.process.boot),
            agent: null,
          },
        ],
  )
}

function hostSample(state: FakeState, node: FakeNode, boot: string): HostSample {
  const bytes = bytesSince(state, node)
  return {
    boot,
    takenMs: state.at,
    cpu: { userMs: bytes / 12_000, systemMs: bytes / 40_000 },
    memory: { usedBytes: (150 + 60 * spread(state.clusterId, node.id)) * MIB, swappedBytes: 0 },
    io: { readBytes: 0, writtenBytes: bytes * 3 },
    openFiles: 120,
    disk: { dataBytes: bytes % (50 * 1024 * MIB), logBytes: 3 * MIB, logBytesMax: 32 * MIB },
  }
}

/** Null where the node does not answer. */
export function fakeMetrics(state: FakeState, nodeId: number): NodeMetrics | null {
  const node = state.nodes.find(({ id }) => id === nodeId)
  if (!node?.process || !isAlive(node, state.at)) return null
  const moment = { startedAt: node.process.startedAt, uptimeMs: state.at - node.process.startedAt }
  const values = new Map<string, number>()
  if (servesClients(node.role)) brokerValues(values, state, node)
  if (votes(node.role)) controllerValues(values, state, node)
  return { node: { ...moment, values, ...socketsOf(state, node) }, topics: topicsOf(moment, state, node) }
}

function brokerValues(values: Map<string, number>, state: FakeState, node: FakeNode): void {
  const bytes = bytesSince(state, node)
  const uptimeMs = state.at - (node.process?.startedAt ?? state.at)
  for (const { mbean, attributes } of BROKER_RULES.flatMap(readingsOf)) {
    for (const attribute of attributes) values.set(valueKey(mbean, attribute), 0)
  }
  const set = (name: string, value: number): void => {
    for (const attribute of ['Count', 'Value']) {
      const key = [...values.keys()].find((each) => each.includes(`name=${name}`) && each.endsWith(attribute))
      if (key !== undefined) values.set(key, value)
    }
  }
  const held = state.partitions.filter(({ replicas }) => replicas.includes(node.id))
  const led = state.partitions.filter(({ leader }) => leader === node.id)
  set('BytesInPerSec', bytes)
  set('BytesOutPerSec', bytes * 2)
  set('MessagesInPerSec', bytes / MESSAGE_BYTES)
  set('ReplicationBytesInPerSec', bytes * 2)
  set('ReplicationBytesOutPerSec', bytes * 2)
  set('LeaderCount', led.length)
  set('PartitionCount', held.length)
  set('UnderReplicatedPartitions', led.filter(({ isr, replicas }) => isr.length < replicas.length).length)
  set('UnderMinIsrPartitionCount', led.filter(({ isr, minIsr }) => isr.length < minIsr).length)
  set('RequestHandlerAvgIdlePercent', uptimeMs * 0.97 * 1e6)
  requestValues(values, bytes)
  values.set(HEAP_AFTER_GC, 20 + 20 * spread(state.clusterId, node.id, 'heap'))
}

const REQUEST_MS: readonly [part: string, ms: number][] = [
  ['request=Produce', 4],
  ['request=FetchConsumer', 180],
  ['request=FetchFollower', 420],
]

function requestValues(values: Map<string, number>, bytes: number): void {
  for (const [request, ms] of REQUEST_MS) {
    for (const key of [...values.keys()].filter((each) => each.includes(request))) {
      const total = key.includes('TotalTime') ? ms : ms / 20
      if (key.endsWith('#Count')) values.set(key, Math.floor(bytes / 16_000))
      else
        values.set(
          key,
          key.includes('RequestBytes') ? 16_000 : key.endsWith('99thPercentile') ? ms * 4 : total,
        )
    }
  }
}

function controllerValues(values: Map<string, number>, state: FakeState, node: FakeNode): void {
  const topics = new Set(state.partitions.map(({ id }) => topicOf(id)))
  const figures: Record<string, number> = {
    ActiveControllerCount: state.leader === node.id ? 1 : 0,
    GlobalTopicCount: topics.size,
    GlobalPartitionCount: state.partitions.length,
    OfflinePartitionsCount: state.partitions.filter(({ leader }) => leader === null).length,
    PreferredReplicaImbalanceCount: state.partitions.filter(({ leader, replicas }) => leader !== replicas[0])
      .length,
  }
  CONTROLLER_MBEANS.forEach((mbean, index) => {
    values.set(valueKey(mbean, 'Value'), figures[CONTROLLER_METRICS[index] ?? ''] ?? 0)
  })
}

function socketsOf(state: FakeState, node: FakeNode): Pick<NodeSample, 'sockets' | 'throttles'> {
  const bytes = bytesSince(state, node)
  const connections = Math.round(5 + 40 * spread(state.clusterId, node.id, 'connections'))
  const values = {
    'connection-count': connections,
    'connection-creation-total': connections + Math.floor(bytes / 1e8),
    'connection-close-total': Math.floor(bytes / 1e8),
    'incoming-byte-total': bytes,
    'outgoing-byte-total': bytes * 2,
    'io-wait-time-ns-total': (state.at - (node.process?.startedAt ?? state.at)) * 0.98 * 1e6,
  }
  const sockets = servesClients(node.role) ? [{ listener: 'CLIENT', processor: '0', values }] : []
  return { sockets, throttles: [] }
}

function topicsOf(
  moment: Pick<NodeSample, 'startedAt' | 'uptimeMs'>,
  state: FakeState,
  node: FakeNode,
): TopicSample {
  const led = state.partitions.filter(({ leader }) => leader === node.id)
  const bytes = bytesSince(state, node)
  const share = (factor: number): ReadonlyMap<string, number> =>
    new Map(led.map(({ id }) => [topicOf(id), (bytes * factor) / led.length]))
  return {
    ...moment,
    counters: new Map([
      ['BytesInPerSec', share(1)],
      ['BytesOutPerSec', share(2)],
      ['MessagesInPerSec', share(1 / MESSAGE_BYTES)],
    ]),
  }
}

/** The integral of the load since the process started. */
function bytesSince({ at, clusterId }: FakeState, { id, process }: FakeNode): number {
  if (process === null) return 0
  const level = BYTES_PER_MS * (0.2 + spread(clusterId, id))
  const shift = 2 * Math.PI * spread(clusterId)
  const integral = (time: number): number =>
    time - (SWING_MS / (2 * Math.PI)) * 0.5 * Math.cos((2 * Math.PI * time) / SWING_MS + shift)
  return level * (integral(at) - integral(process.startedAt))
}
