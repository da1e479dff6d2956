import { NO_VOLUMES } from '@/lib/domain/volume-limit'
import type { Engine } from './engine'
import type { ClusterMemory } from './memory'
import { PACE_MS } from './pace'
import type { StoredCluster } from './stored/stored-cluster'
import type { StatusView } from '../status/view'

/**
 * Disk against database. A cluster directory that was driven by a later start than this database knows of means that
 * an older copy of the database was put back: what it says about the cluster may be long past. Such a cluster is
 * looked at and shown, and nothing is done to it. The mark stays when the epoch has caught up; it goes with its
 * cause.
 */
export async function markNewerDirectories({ database, runtime, epoch, log }: Engine): Promise<void> {
  const [directories, clusters] = await Promise.all([
    runtime.directories(),
    database.cluster.findMany({ select: { id: true, name: true, newerDirectoryEpoch: true } }),
  ])
  const epochs = new Map(directories.map(({ clusterId, epoch: found }) => [clusterId, found]))
  for (const { id, name, newerDirectoryEpoch } of clusters) {
    const found = epochs.get(id)
    const isNewer = found !== undefined && found > epoch
    if (isNewer && newerDirectoryEpoch === null) {
      log.error({ cluster: name, found, epoch }, 'A cluster directory is newer than the database: read-only')
      await database.cluster.update({ where: { id }, data: { newerDirectoryEpoch: found } })
    } else if (found === undefined && newerDirectoryEpoch !== null) {
      await database.cluster.update({ where: { id }, data: { newerDirectoryEpoch: null } })
    }
  }
  const known = new Set(clusters.map(({ id }) => id))
  for (const { clusterId, arn } of directories) {
    if (!known.has(clusterId))
      log.warn({ clusterId, arn }, 'A cluster directory is not in the database: left alone')
  }
}

const sentence = (found: number, epoch: number): string =>
  `This cluster's directory was driven by a newer Mosaik database (start ${found}; this one is at ${epoch}), so an ` +
  'older copy of the database was put back. Nothing is done to the cluster. Put the newer database back, or end its ' +
  'processes and move its directory away, then restart Mosaik.'

export async function readOnlyCluster(
  engine: Engine,
  memory: ClusterMemory,
  { ref, row, status }: StoredCluster,
): Promise<number> {
  const message = sentence(row.newerDirectoryEpoch ?? 0, engine.epoch)
  const text = JSON.stringify(unknownView(message))
  if (status?.view !== text) {
    const values = { state: 'MAINTENANCE', view: text, observedAt: new Date(engine.clock.now()) }
    await engine.database.clusterStatus.upsert({
      where: { clusterId: ref.id },
      create: { clusterId: ref.id, ...values },
      update: values,
    })
    memory.isOutdated = true
    engine.events.publish('clusters')
    engine.events.publish(`cluster/${ref.id}`)
  }
  memory.seenAt = engine.clock.now()
  return PACE_MS.readOnly
}

const unknownView = (stateMessage: string): StatusView => ({
  nodes: [],
  health: {
    servingBrokers: 0,
    totalBrokers: 0,
    servingVoters: 0,
    totalVoters: 0,
    partitions: null,
    offlinePartitions: null,
    underReplicatedPartitions: null,
    waitingFor: null,
  },
  volumes: NO_VOLUMES,
  topics: null,
  findings: [],
  stateMessage,
})
