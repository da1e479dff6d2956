import type { ClusterSpecification } from '@/lib/domain/cluster'
import { runningSettings, type RunningSettings } from '@/lib/domain/configuration/configuration-change'
import { featureLevels } from '@/lib/domain/kafka-features'
import { healingPause } from '@/lib/domain/healing'
import { readBrake } from './stored/brake'
import { volumeBytesOf } from '@/lib/domain/volume-limit'
import { endpointOf, servesClients } from '@/lib/domain/node'
import type {
  Desired,
  NodeId,
  Observed,
  OperationView,
  Row,
  SpecificationName,
  World,
} from '@/lib/domain/plan/world'
import { nameSpecification, type NamedSpecification } from './specification-name'
import type { StoredCluster, StoredNode } from './stored/stored-cluster'

/** A stored cluster with the names of what each node runs under each stored generation: hashed once per reading. */
export type NamedCluster = StoredCluster & {
  names: ReadonlyMap<number, ReadonlyMap<NodeId, NamedSpecification>>
  /** What its brokers shall have been told: read off the specification once, as the names are. */
  settings: RunningSettings
}

export function nameCluster(stored: StoredCluster): NamedCluster {
  const { kafkaClusterId } = stored.row
  const names = [...stored.generations].map(([number, specification]) => {
    const nodes = nodesOf(specification, stored.nodes)
    const context = { specification, kafkaClusterId, nodes }
    return [number, new Map(nodes.map((node) => [node.nodeId, nameSpecification(context, node)]))] as const
  })
  return { ...stored, names: new Map(names), settings: runningSettings(stored.specification) }
}

/** The nodes a specification asks for: brokers are numbered without gaps, voters do not change in a cluster's life. */
const nodesOf = (specification: ClusterSpecification, nodes: readonly StoredNode[]): readonly StoredNode[] =>
  nodes.filter(({ role, nodeId }) => !servesClients(role) || nodeId <= specification.brokerCount)

/** What the planner cannot read off the database. */
export type Circumstances = { now: number; observed: Observed; evidenceSince: number; bootsAllowed: number }

export function buildWorld(cluster: NamedCluster, circumstances: Circumstances): World {
  return {
    ...circumstances,
    desired: desiredOf(cluster),
    rows: cluster.nodes.map(rowOf),
    operation: cluster.operation ? viewOf(cluster.operation, cluster) : null,
    ledger: cluster.ledger,
    creation: cluster.creation,
    throttled: cluster.row.throttled,
    brake: readBrake(cluster.row.brake),
    roomAskedAt: cluster.row.roomAskedAt?.getTime() ?? null,
    retryAskedAt: cluster.row.retryAskedAt?.getTime() ?? null,
    drill: cluster.drill?.record ?? null,
    healingPausedAt: healingPause(cluster.row, circumstances.now)?.since.getTime() ?? null,
    proven: cluster.proven,
    specifications: Object.fromEntries(
      [...cluster.names].map(([number, nodes]) => [number, namesOf(nodes)] as const),
    ),
  }
}

function desiredOf({ row, specification, nodes, names, settings }: NamedCluster): Desired {
  const named = names.get(row.generation)
  return {
    generation: row.generation,
    presence: row.presence === 'absent' ? 'absent' : 'present',
    power: specification.power,
    release: specification.release,
    features: featureLevels(specification.release),
    heldProtocol: specification.heldProtocol ?? null,
    nodes: nodes.flatMap(({ nodeId, role, zoneId }) => {
      const name = named?.get(nodeId)?.name
      return name ? [{ id: nodeId, role, zoneId, ...name }] : []
    }),
    settings,
    volumeBytes: volumeBytesOf(specification.volumeSizeGiB),
  }
}

const rowOf = ({ nodeId, role, zoneId, place, witness, row }: StoredNode): Row => ({
  id: nodeId,
  role,
  zoneId,
  clientEndpoint: servesClients(role) ? endpointOf(place, 'client') : null,
  assigned:
    row.assignedGeneration !== null && row.assignedHash !== null
      ? { generation: row.assignedGeneration, hash: row.assignedHash }
      : null,
  formatted: row.formatted,
  witness,
})

const CHANGES_SETTINGS: readonly string[] = ['UPDATE_CLUSTER_CONFIGURATION', 'UPDATE_CLUSTER_KAFKA_VERSION']

const viewOf = (
  operation: NonNullable<StoredCluster['operation']>,
  { names, generations, nodes }: Pick<NamedCluster, 'names' | 'generations' | 'nodes'>,
): OperationView => ({
  id: operation.id,
  kind: operation.kind,
  startedAt: operation.createdAt.getTime(),
  sourceGeneration: operation.sourceGeneration,
  sourceIsThere: isThere(generations.get(operation.sourceGeneration ?? -1), nodes),
  targetGeneration: operation.targetGeneration,
  undoing: operation.undoing,
  changesSettings:
    CHANGES_SETTINGS.includes(operation.mskType ?? '') || changesRevision(operation, generations),
  sourceFeatures: sourceFeatures(operation, generations),
  restarts: isAnotherStart(
    names.get(operation.sourceGeneration ?? -1),
    names.get(operation.targetGeneration),
  ),
  placement: operation.placement,
  drains: operation.drains,
  throttle: operation.throttle,
  paused: operation.paused,
  cancelAsked: operation.cancelAskedAt !== null,
})

/** Brokers are numbered without gaps: as many as the specification asks for have a row. */
function isThere(specification: ClusterSpecification | undefined, nodes: readonly StoredNode[]): boolean {
  if (specification === undefined) return true
  return (
    nodesOf(specification, nodes).filter(({ role }) => servesClients(role)).length ===
    specification.brokerCount
  )
}

/** A combined change is listed under its strongest part, and may bring another revision all the same. */
function changesRevision(
  { sourceGeneration, targetGeneration }: NonNullable<StoredCluster['operation']>,
  generations: StoredCluster['generations'],
): boolean {
  const source = generations.get(sourceGeneration ?? -1)?.configuration
  const target = generations.get(targetGeneration)?.configuration
  return source !== undefined && JSON.stringify(source) !== JSON.stringify(target)
}

function sourceFeatures(
  { sourceGeneration, targetGeneration }: NonNullable<StoredCluster['operation']>,
  generations: StoredCluster['generations'],
): OperationView['sourceFeatures'] {
  const source = generations.get(sourceGeneration ?? -1)
  const target = generations.get(targetGeneration)
  if (!source || !target || source.release === target.release) return null
  return featureLevels(source.release)
}

type Names = ReadonlyMap<NodeId, NamedSpecification>

const isAnotherStart = (source: Names | undefined, target: Names | undefined): boolean =>
  source !== undefined &&
  target !== undefined &&
  [...target].some(([id, { name }]) => source.get(id)?.name.hash !== name.hash)

const namesOf = (nodes: ReadonlyMap<NodeId, NamedSpecification>): Record<NodeId, SpecificationName> =>
  Object.fromEntries([...nodes].map(([id, { name }]) => [id, name]))
