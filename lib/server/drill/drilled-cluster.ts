import type { DrilledCluster } from '@/lib/domain/drill/may-drill'
import { servesClients, votes } from '@/lib/domain/node'
import { volumeBytesOf } from '@/lib/domain/volume-limit'
import { systemClock } from '../clock'
import { roleOf } from '../cluster/place-of'
import { specificationOf } from '../cluster/specification-of'
import { notFound } from '../http/api-error'
import { database, runtime } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'

/** A cluster as the rules of drills want to know it. */
export async function drilledCluster(clusterId: string) {
  const cluster = await database().cluster.findUnique({
    where: { id: clusterId },
    include: { ...statusInclude, nodes: true, drills: { where: { activeOn: { not: null } }, take: 1 } },
  })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const [specification, host] = await Promise.all([specificationOf(cluster), runtime().host()])
  const status = clusterStatus(cluster, systemClock.now())
  const roles = cluster.nodes.map(roleOf)
  const standing: DrilledCluster = {
    state: status.state,
    power: specification.power,
    mode: specification.mode,
    isHeld: cluster.heldBecause !== null,
    isStale: status.isStale,
    hasOperation: cluster.activeOperation !== null,
    hasDrill: cluster.drills.length > 0,
    brokers: roles.filter(servesClients).length,
    voters: roles.filter(votes).length,
    zones: new Set(cluster.nodes.map(({ zoneId }) => zoneId)).size,
    underReplicated: status.view?.health.underReplicatedPartitions ?? null,
    isBraked: (status.view?.volumes.brakeRate ?? null) !== null,
    volumeBytes: volumeBytesOf(specification.volumeSizeGiB),
    host,
    faults: runtime().capabilities.faults,
  }
  return { cluster, specification, status, standing }
}
