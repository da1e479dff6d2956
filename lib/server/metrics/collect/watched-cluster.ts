import type { ClusterRef, HostResources } from '@/lib/broker-runtime/runtime'
import { findBrokerType } from '@/lib/domain/broker-type'
import { clusterSpecificationSchema, type ClusterSpecification } from '@/lib/domain/cluster'
import type { BrokerShare } from '@/lib/domain/metrics/host-figures'
import { monitoringLevel, type MonitoringLevel } from '@/lib/domain/metrics/level'
import { NODE_ROLES, type Endpoint, type NodeRole, endpointOf } from '@/lib/domain/node'
import { placeOf } from '../../cluster/place-of'
import type { Database } from '../../db'

/** What the collection has to know of a cluster. */
export type WatchedCluster = {
  ref: ClusterRef
  region: string
  generation: number
  level: MonitoringLevel
  specification: ClusterSpecification
  roles: ReadonlyMap<number, NodeRole>
  clients: readonly Endpoint[]
}

/** Read again at each turn; the specification, which is the larger part, only when it is another one. */
export async function readWatchedCluster(
  database: Database,
  id: string,
  before: WatchedCluster | null,
): Promise<WatchedCluster | null> {
  const row = await database.cluster.findUnique({
    where: { id, presence: 'present' },
    include: { nodes: true },
  })
  if (!row) return null
  const specification =
    before?.generation === row.generation
      ? before.specification
      : await readSpecification(database, id, row.generation)
  if (specification === null) return null
  return {
    ref: { id: row.id, arn: row.arn, name: row.name },
    region: row.region,
    generation: row.generation,
    level: monitoringLevel(specification.enhancedMonitoring),
    specification,
    roles: new Map(row.nodes.flatMap(({ nodeId, role }) => roleEntry(nodeId, role))),
    clients: row.nodes
      .filter(({ role }) => role === 'broker' || role === 'combined')
      .map((node) => endpointOf(placeOf(node), 'client')),
  }
}

function roleEntry(nodeId: number, text: string): [number, NodeRole][] {
  const role = NODE_ROLES.find((each) => each === text)
  return role ? [[nodeId, role]] : []
}

async function readSpecification(
  database: Database,
  clusterId: string,
  number: number,
): Promise<ClusterSpecification | null> {
  const found = await database.generation.findUnique({
    where: { clusterId_number: { clusterId, number } },
  })
  return found ? clusterSpecificationSchema.parse(JSON.parse(found.specification)) : null
}

const GIB = 1024 ** 3

/** A broker type larger than this machine stands for all of it. */
export function shareOf(
  { instanceType, volumeSizeGiB }: ClusterSpecification,
  host: HostResources,
): BrokerShare {
  const type = findBrokerType(instanceType)
  return {
    vcpus: Math.min(type?.vcpus ?? host.cpus, host.cpus),
    memoryBytes: Math.min((type?.memoryGiB ?? Number.POSITIVE_INFINITY) * GIB, host.memoryTotalBytes),
    volumeBytes: volumeSizeGiB * GIB,
    memoryAvailableBytes: host.memoryFreeBytes,
    swapFreeBytes: host.swapFreeBytes,
    diskUsedPercent: (100 * (host.diskTotalBytes - host.diskFreeBytes)) / host.diskTotalBytes,
  }
}
