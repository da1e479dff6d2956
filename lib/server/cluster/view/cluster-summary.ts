import { hasUncleanElections } from '@/lib/domain/configuration/clean-elections'
import {
  type ClusterSummary,
  type HealthView,
  type NodeView,
  type OperationSummary,
} from '@/lib/contract/console/clusters'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { NO_VOLUMES } from '@/lib/domain/volume-limit'
import { healingPause, type HealingPause } from '@/lib/domain/healing'
import { formatEndpoint, placeFor, servesClients, votes } from '@/lib/domain/node'
import type { Cluster, Node } from '@/generated/prisma/client'
import type { FactTimes } from '../../process'
import type { ClusterStatusRead } from '../../status/read-cluster-status'
import type { ObservedNode } from '../../status/view'
import { endpointText, placeOf, roleOf } from '../place-of'

/** A cluster as the console shows it: what was asked for from its rows, what was seen from the status. Pure. */
export type SummarySources = {
  cluster: Cluster & { nodes: readonly Node[] }
  specification: ClusterSpecification
  status: ClusterStatusRead
  operation: OperationSummary | null
  isProtected: boolean
  times: FactTimes | null
  now: number
}

export const clusterSummary = ({
  cluster,
  specification,
  status,
  operation,
  isProtected,
  times,
  now,
}: SummarySources): ClusterSummary => ({
  id: cluster.id,
  arn: cluster.arn,
  name: cluster.name,
  region: cluster.region,
  state: status.state,
  power: specification.power,
  kafkaVersion: specification.kafkaVersion,
  release: specification.release,
  mode: specification.mode,
  shape: specification.shape,
  profile: specification.profile,
  access: specification.access,
  uncleanElections: hasUncleanElections(specification.configuration),
  instanceType: specification.instanceType,
  zones: specification.zones,
  nodes: cluster.nodes.map((node) =>
    nodeView(
      specification,
      node,
      status.view?.nodes.find(({ nodeId }) => nodeId === node.nodeId),
      times,
    ),
  ),
  health: status.view?.health ?? unseenHealth(cluster.nodes),
  volumeSizeGiB: specification.volumeSizeGiB,
  volumes: status.view?.volumes ?? NO_VOLUMES,
  healingPause: pauseView(healingPause(cluster, now)),
  isHeld: cluster.heldBecause !== null,
  isProtected,
  operation,
  createdAt: cluster.createdAt.toISOString(),
  observedAt: status.observedAt?.toISOString() ?? null,
})

export const pauseView = (pause: HealingPause | null): ClusterSummary['healingPause'] =>
  pause && { since: pause.since.toISOString(), until: pause.until?.toISOString() ?? null }

const UNSEEN = {
  health: 'unknown',
  isQuorumLeader: false,
  leaderPartitions: null,
  inSyncReplicas: null,
  replicas: null,
  pid: null,
  pssBytes: null,
  startedAt: null,
  lastExitReason: null,
  volumeUsedBytes: null,
  isVolumeFull: false,
} as const satisfies Omit<ObservedNode, 'nodeId'>

export function nodeView(
  { access }: Pick<ClusterSpecification, 'access'>,
  node: Node,
  seen: ObservedNode | undefined,
  times: FactTimes | null,
): NodeView {
  const role = roleOf(node)
  const place = placeFor(access, placeOf(node))
  return {
    ...(seen ?? UNSEEN),
    nodeId: node.nodeId,
    role,
    zoneId: node.zoneId,
    endpoint: endpointText(role, place),
    externalEndpoint: place.external ? formatEndpoint(place.external) : null,
    memoryAt: isoTime(times?.memoryAt[node.nodeId]),
    countedAt: servesClients(role) ? isoTime(times?.countedAt) : null,
  }
}

const isoTime = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at).toISOString()

/** Before the first look nothing is known to serve, and nothing is known to be wrong. */
function unseenHealth(nodes: readonly Node[]): HealthView {
  const roles = nodes.map(roleOf)
  return {
    servingBrokers: 0,
    totalBrokers: roles.filter(servesClients).length,
    servingVoters: 0,
    totalVoters: roles.filter(votes).length,
    partitions: null,
    offlinePartitions: null,
    underReplicatedPartitions: null,
    waitingFor: null,
  }
}
