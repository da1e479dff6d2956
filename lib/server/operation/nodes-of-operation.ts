import type { ClusterSpecification, Zone } from '@/lib/domain/cluster'
import { FIRST_CONTROLLER_ID, type NodePlace, type NodeRole } from '@/lib/domain/node'
import { placeOf, roleOf } from '../cluster/place-of'
import { specificationsOf } from '../cluster/specification-of'
import { database } from '../process'

/** What an operation's rows need to know about a node. */
export type OperationNode = { nodeId: number; role: NodeRole | null; zoneId: string; place: NodePlace }

/**
 * The nodes of the cluster an operation is about. A deletion forgets one node after the other while it runs; where
 * they were is remembered for the next cluster of the name, and told from there, also once the cluster is gone. Which
 * way its voters kept the metadata is forgotten then, and with it what they are called.
 */
export async function nodesOfOperation(operation: {
  clusterId: string
  region: string
  clusterName: string
}): Promise<{ nodes: OperationNode[]; zones: readonly Zone[] }> {
  const cluster = await database().cluster.findUnique({
    where: { id: operation.clusterId },
    include: { nodes: true },
  })
  const specification = (await specificationsOf([operation.clusterId])).get(operation.clusterId)
  if (!cluster || !specification) return goneNodes(operation)
  const present = cluster.nodes.map((node) => ({
    nodeId: node.nodeId,
    role: roleOf(node),
    zoneId: node.zoneId,
    place: placeOf(node),
  }))
  const forgotten = cluster.presence === 'absent' ? await forgottenNodes(cluster, specification) : []
  const known = new Set(present.map(({ nodeId }) => nodeId))
  return {
    nodes: [...present, ...forgotten.filter(({ nodeId }) => !known.has(nodeId))],
    zones: specification.zones,
  }
}

async function goneNodes({ region, clusterName }: { region: string; clusterName: string }) {
  const [places, subnets] = await Promise.all([
    database().addressMemory.findMany({ where: { region, clusterName } }),
    database().subnet.findMany({ where: { region }, orderBy: { zoneId: 'asc' } }),
  ])
  const nodes = places.flatMap(({ nodeId, subnetId, address, portBase }): OperationNode[] => {
    const zone = subnets.find(({ id }) => id === subnetId)
    const role = nodeId < FIRST_CONTROLLER_ID ? 'broker' : null
    return zone ? [{ nodeId, role, zoneId: zone.zoneId, place: { address, portBase, external: null } }] : []
  })
  const zones = subnets.map(({ id, zoneId, zoneName }) => ({ subnetId: id, zoneId, zoneName }))
  return {
    nodes,
    zones: zones.filter(({ zoneId }, at) => zones.findIndex((z) => z.zoneId === zoneId) === at),
  }
}

async function forgottenNodes(
  { region, name }: { region: string; name: string },
  specification: ClusterSpecification,
): Promise<OperationNode[]> {
  const places = await database().addressMemory.findMany({ where: { region, clusterName: name } })
  return places.flatMap(({ nodeId, subnetId, address, portBase }) => {
    const zone = specification.zones.find((candidate) => candidate.subnetId === subnetId)
    if (!zone) return []
    const place = { address, portBase, external: null }
    return [{ nodeId, role: roleById(nodeId, specification), zoneId: zone.zoneId, place }]
  })
}

function roleById(nodeId: number, { shape, mode }: ClusterSpecification): NodeRole {
  if (shape === 'DEVELOPMENT') return 'combined'
  if (nodeId < FIRST_CONTROLLER_ID) return 'broker'
  return mode === 'KRAFT' ? 'controller' : 'zookeeper'
}
