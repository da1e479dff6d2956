import { clusterState } from '@/lib/domain/plan/cluster-state'
import { health } from '@/lib/domain/plan/health'
import { BOOTS_MAX } from '@/lib/domain/plan/deadlines'
import { failedBoots } from '@/lib/domain/plan/ledger'
import { servesClients } from '@/lib/domain/node'
import type { Decision, Problem } from '@/lib/domain/plan/plan'
import { neededRows, procOf, serving } from '@/lib/domain/plan/serving'
import { fencedNodes, hostIsLow, ownFill, volumesSeen, watchesVolumes } from '@/lib/domain/plan/volumes'
import {
  BRAKE_BYTES_PER_SECOND,
  customerAction,
  NO_VOLUMES,
  type VolumesStanding,
} from '@/lib/domain/volume-limit'
import {
  isKnown,
  type KafkaObservation,
  type NodeId,
  type Proc,
  type Row,
  type World,
} from '@/lib/domain/plan/world'
import type { ObservedRuntime } from '@/lib/broker-runtime/runtime'
import type { ClusterState } from '@/lib/domain/cluster'
import type { ObservedNode, StatusView } from '../../status/view'
import { partitionCounts, type PartitionCounts } from './partition-counts'
import { problemText } from './problem-text'

/** What pages and DescribeCluster read: facts of the last look and the planner's word about them. */
export type ReadModel = { state: ClusterState; view: StatusView }

type Sources = {
  world: World
  decision: Pick<Decision, 'verdicts' | 'findings'>
  memory: ObservedRuntime['memory']
  failure: string | null
  /** The view shown before: numbers that tremble keep their last value. */
  before: StatusView | null
}

export function readModel({ world, decision, memory, failure, before }: Sources): ReadModel {
  const counts = partitionCounts(world.observed.kafka.partitions, world.now)
  const facts = health(world, decision)
  return {
    state: clusterState(world),
    view: {
      nodes: world.rows.map((row) => nodeOf(world, row, memory, counts, before)),
      health: {
        servingBrokers: facts.servingBrokers,
        totalBrokers: facts.totalBrokers,
        servingVoters: facts.servingVoters,
        totalVoters: facts.totalVoters,
        partitions: counts?.partitions ?? null,
        offlinePartitions: counts?.offline ?? null,
        underReplicatedPartitions: counts?.underReplicated ?? null,
        waitingFor: facts.waitingFor,
      },
      volumes: volumesOf(world),
      topics: counts?.topics ?? null,
      findings: [...decision.findings],
      stateMessage: failure ?? stuckMessage(decision),
    },
  }
}

function stuckMessage({ verdicts }: Sources['decision']): string | null {
  const problems = verdicts.flatMap(({ verdict }): Problem[] => (verdict.is === 'stuck' ? [verdict.why] : []))
  return problems.length === 0 ? null : problems.map(problemText).join(' ')
}

function nodeOf(
  world: World,
  row: Row,
  memory: ObservedRuntime['memory'],
  counts: PartitionCounts | null,
  before: StatusView | null,
): ObservedNode {
  const proc = procOf(world, row.id)
  const { pid, pssBytes } = memory[row.id] ?? { pid: null, pssBytes: null }
  const shown = before?.nodes.find(({ nodeId }) => nodeId === row.id)
  return {
    nodeId: row.id,
    health: nodeHealth(world, row, proc),
    isQuorumLeader: leaderOf(world.observed.kafka) === row.id,
    ...partitionsOf(row, counts),
    pid,
    pssBytes: steady(pssBytes, shown?.pssBytes ?? null),
    startedAt: isoTime(proc?.startedAt ?? null),
    lastExitReason: proc?.lastExit?.reason ?? null,
    volumeUsedBytes: servesClients(row.role) ? usedOf(world, row, shown) : null,
    isVolumeFull: fencedNodes(world).has(row.id),
  }
}

/** Thousandths of a volume are no news. */
function usedOf(world: World, { id }: Row, shown: ObservedNode | undefined): number | null {
  const used = volumesSeen(world)?.usedBytes[id] ?? null
  const before = shown?.volumeUsedBytes ?? null
  if (used === null || before === null) return used
  return Math.abs(used - before) < world.desired.volumeBytes / 1_000 ? before : used
}

function volumesOf(world: World): VolumesStanding {
  if (!watchesVolumes(world)) return NO_VOLUMES
  const fills = neededRows(world)
    .filter(({ role }) => servesClients(role))
    .flatMap(({ id }) => ownFill(world, id) ?? [])
  const isBraked = world.brake !== null
  const isHostLow = hostIsLow(world)
  return {
    action: customerAction({ fills, isBraked, isHostLow }),
    brakeRate: isBraked ? BRAKE_BYTES_PER_SECOND : null,
    isHostLow,
  }
}

type Held = Pick<ObservedNode, 'leaderPartitions' | 'inSyncReplicas' | 'replicas'>

function partitionsOf({ id, role }: Row, counts: PartitionCounts | null): Held {
  if (counts === null || !servesClients(role)) {
    return { leaderPartitions: null, inSyncReplicas: null, replicas: null }
  }
  const { leads, inSync, replicas } = counts.byNode.get(id) ?? { leads: 0, inSync: 0, replicas: 0 }
  return { leaderPartitions: leads, inSyncReplicas: inSync, replicas }
}

const leaderOf = ({ quorum }: KafkaObservation): NodeId | null =>
  isKnown(quorum) ? quorum.value.leader : null

const isoTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** A process that does not serve yet is starting for this long; later something is wrong with it. */
const JOINING_MS = 30_000

function nodeHealth(world: World, row: Row, proc: Proc | null): ObservedNode['health'] {
  if (proc === null) return 'unknown'
  switch (proc.state) {
    case 'absent':
      if (world.desired.power === 'off') return 'stopped'
      if (failedBoots(world, row) >= BOOTS_MAX || (world.creation === 'failed' && proc.lastExit !== null))
        return 'failed'
      return proc.lastExit === null ? 'stopped' : 'notServing'
    case 'starting':
      return 'starting'
    case 'stopping':
      return 'stopping'
    case 'running': {
      const { is } = serving(world, row)
      if (is === 'yes') return 'serving'
      if (is === 'unknown') return 'unknown'
      return world.now - (proc.startedAt ?? 0) < JOINING_MS ? 'starting' : 'notServing'
    }
  }
}

/** Memory moves a little with every look; a change below a twentieth is no news. */
function steady(bytes: number | null, shown: number | null): number | null {
  if (bytes === null || shown === null) return bytes
  return Math.abs(bytes - shown) < shown / 20 ? shown : bytes
}
