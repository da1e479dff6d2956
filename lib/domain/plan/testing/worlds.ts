import type { NodeRole } from '../../node'
import {
  NOTHING_FOREIGN,
  type BrokerSeen,
  type NodeId,
  type OperationKind,
  type OperationView,
  type PartitionSeen,
  type Proc,
  type Row,
  type World,
} from '../world'

/** Worlds for tables: a healthy cluster of three brokers and three controllers, changed where a case differs. */

export const NOW = 1_000_000
const HOUR_MS = 3_600_000

export const BROKERS = [1, 2, 3] as const
export const VOTERS = [10_001, 10_002, 10_003] as const
export const NODES: readonly NodeId[] = [...VOTERS, ...BROKERS]

const roleOf = (id: NodeId): NodeRole => (id > 10_000 ? 'controller' : 'broker')
const zoneOf = (id: NodeId): string => `use1-az${id > 10_000 ? id - 10_000 : id}`

/** Controllers have no clients. */
export const clientEndpointOf = (id: NodeId) => (id > 10_000 ? null : { host: `127.10.1.${id}`, port: 9092 })

export const nameFor = (id: NodeId, revision: string) => ({
  hash: `${roleOf(id)}-${revision}-hash`,
  kind: `${roleOf(id)}-${revision}`,
})

export const running = (id: NodeId, change: Partial<Proc> = {}): Proc => ({
  state: 'running',
  boot: `boot-${id}`,
  startedWith: { generation: 1, hash: nameFor(id, 'r1').hash },
  startedAt: NOW - HOUR_MS,
  isFrozen: false,
  answers: true,
  recoveryProgress: null,
  recoveryLogsLeft: null,
  hasDirectory: true,
  lastExit: null,
  ...change,
})

export const absent = (change: Partial<Proc> = {}): Proc => ({
  state: 'absent',
  boot: null,
  startedWith: null,
  startedAt: null,
  isFrozen: false,
  answers: null,
  recoveryProgress: null,
  recoveryLogsLeft: null,
  hasDirectory: true,
  lastExit: null,
  ...change,
})

export const partition = (change: Partial<PartitionSeen> = {}): PartitionSeen => ({
  leader: 1,
  leaderEpoch: null,
  replicas: [1, 2, 3],
  isr: [1, 2, 3],
  minIsr: 2,
  target: null,
  ...change,
})

export const seenBroker = (id: NodeId, fenced = false): BrokerSeen => ({
  fenced,
  endpoint: clientEndpointOf(id),
})

const row = (id: NodeId): Row => ({
  id,
  role: roleOf(id),
  zoneId: zoneOf(id),
  clientEndpoint: clientEndpointOf(id),
  assigned: { generation: 1, hash: nameFor(id, 'r1').hash },
  formatted: true,
  witness: [],
})

export type Change = {
  procs?: Readonly<Record<NodeId, Proc | null>>
  rows?: Readonly<Record<NodeId, Partial<Row>>>
  fenced?: readonly NodeId[]
  leader?: NodeId | null
  partitions?: Readonly<Record<string, PartitionSeen>>
}

/** `null` as a process: neither process nor directory. */
export function world({
  procs = {},
  rows = {},
  fenced = [],
  leader = 10_001,
  partitions,
}: Change = {}): World {
  const seen = NODES.flatMap((id) => {
    const proc = procs[id] === undefined ? running(id) : procs[id]
    return proc === null ? [] : [[id, proc] as const]
  })
  const specification = Object.fromEntries(NODES.map((id) => [id, nameFor(id, 'r1')]))
  return {
    now: NOW,
    desired: {
      generation: 1,
      presence: 'present',
      power: 'on',
      release: '4.3.1',
      features: {},
      heldProtocol: null,
      nodes: NODES.map((id) => ({ id, role: roleOf(id), zoneId: zoneOf(id), ...nameFor(id, 'r1') })),
      settings: { told: {}, all: ['log.retention.ms', 'message.max.bytes'] },
      volumeBytes: 10 * 1024 ** 3,
    },
    rows: NODES.map((id) => ({ ...row(id), ...rows[id] })),
    operation: null,
    ledger: [],
    observed: {
      release: { at: NOW, value: { state: 'ready' } },
      processes: { at: NOW, value: Object.fromEntries(seen) },
      kafka: {
        quorum: {
          at: NOW,
          value: {
            leader,
            epoch: 1,
            voters: Object.fromEntries(VOTERS.map((id) => [id, { lagMs: 0, endOffsetLag: 0 }])),
            observers: Object.fromEntries(BROKERS.map((id) => [id, { askedAgoMs: 200 }])),
          },
        },
        brokers: {
          at: NOW,
          value: Object.fromEntries(BROKERS.map((id) => [id, seenBroker(id, fenced.includes(id))])),
        },
        partitions: { at: NOW, value: partitions ?? { 'orders-0': partition(), 'orders-1': partition() } },
        settings: {
          at: NOW,
          value: {
            cluster: Object.fromEntries(BROKERS.map((id) => [id, {}])),
            own: Object.fromEntries(BROKERS.map((id) => [id, {}])),
          },
        },
        features: { unknown: 'nobody asked' },
        throttles: { unknown: 'nobody asked' },
        quotas: { at: NOW, value: { defaultRate: null, canChange: true } },
      },
      volumes: {
        at: NOW,
        value: { usedBytes: Object.fromEntries(BROKERS.map((id) => [id, 0])), hostFree: 0.5 },
      },
      foreign: NOTHING_FOREIGN,
      canary: null,
    },
    creation: 'complete',
    throttled: false,
    brake: null,
    roomAskedAt: null,
    retryAskedAt: null,
    healingPausedAt: null,
    drill: null,
    evidenceSince: NOW - HOUR_MS,
    proven: new Set(['broker:broker-r1', 'controller:controller-r1']),
    bootsAllowed: 99,
    specifications: { 1: specification },
  }
}

export const operation = (kind: OperationKind, change: Partial<OperationView> = {}): OperationView => ({
  id: 'operation-1',
  kind,
  startedAt: NOW - 60_000,
  sourceGeneration: 1,
  sourceIsThere: true,
  targetGeneration: 2,
  undoing: false,
  changesSettings: kind === 'UPDATE',
  sourceFeatures: null,
  restarts: kind === 'UPDATE' || kind === 'REBOOT',
  placement: [],
  drains: false,
  throttle: null,
  paused: false,
  cancelAsked: false,
  ...change,
})

/** The same cluster, of which another revision is wanted as generation 2: of the brokers, or of the controllers. */
export function updating(before: World, changed: NodeRole = 'broker'): World {
  const nameOf = (id: NodeId) => nameFor(id, roleOf(id) === changed ? 'r2' : 'r1')
  return {
    ...before,
    operation: operation('UPDATE'),
    desired: {
      ...before.desired,
      generation: 2,
      nodes: before.desired.nodes.map((node) => ({ ...node, ...nameOf(node.id) })),
    },
    specifications: {
      ...before.specifications,
      2: Object.fromEntries(NODES.map((id) => [id, nameOf(id)])),
    },
  }
}
