import { existsSync, readdirSync } from 'node:fs'
import { FAULT_KINDS } from '@/lib/domain/drill/kind'
import type { NodeSpecification } from '@/lib/domain/node'
import {
  MoveRefused,
  type BrokerRuntime,
  type ClusterRef,
  type ObservedRuntime,
  type RuntimeMove,
} from '../runtime'
import { faultSigns } from './faults/fault-signs'
import { injectFault } from './faults/inject-fault'
import { liftFault } from './faults/lift-fault'
import { createFolderSizes } from './figures/folder-sizes'
import { lookAtVolumes } from './figures/volumes'
import { figuresOf } from './figures/node-figures'
import { hostResources } from './host-resources'
import { readLog, wholeLog } from './logs/read-log'
import { readClusterRecord, writeClusterRecord } from './node/cluster-record'
import { destroyProcessesAndFolder } from './supervise/destroy-cluster'
import { endNode, removeNode } from './supervise/end-node'
import { nodeRecord } from './node/node-record'
import { clusterDirectory, clustersRoot, isClusterId, nodeDirectory } from './node/node-directory'
import { observeNodes } from './supervise/observe-nodes'
import { startNode } from './supervise/start-node'
import { findPortHoldersByLsof } from './process/lsof-ports'
import { platformProcesses } from './process/platform-processes'
import { findPortHolders } from './process/ports'
import { LOCAL_RELEASES, ZOOKEEPER_RELEASES } from './release/catalogue'
import type { ReadyRelease } from './release/ready-release'
import { createReleases, type Releases } from './release/releases'
import type { LocalSettings } from './settings'

/** Runs nodes as JVM processes of this machine. `releases` is shared with whoever prepares them at start-up. */
export function createLocalRuntime(
  settings: LocalSettings,
  releases: Releases = createReleases(settings),
): BrokerRuntime {
  const { home } = settings
  const linux = process.platform === 'linux'
  const table = platformProcesses()
  const observe = observeNodes(home, table)
  const sizes = createFolderSizes()
  const figures = figuresOf(home, table, sizes)
  const volumes = lookAtVolumes(home, sizes)
  const inTurn = createTurns()
  const now = (): number => Date.now()

  const portHolders: BrokerRuntime['portHolders'] = (endpoints) =>
    linux ? Promise.resolve(findPortHolders(endpoints)) : findPortHoldersByLsof(endpoints)

  async function apply(cluster: ClusterRef, move: RuntimeMove): Promise<void> {
    takeEpoch(home, cluster, move.epoch, move.do === 'start')
    const folder = clusterDirectory(home, cluster.id)
    const directory = nodeDirectory(home, cluster.id, move.node.nodeId)
    switch (move.do) {
      case 'start': {
        const release = await releaseFor(move.specification, releases)
        if (!release) {
          throw new MoveRefused('release', `Kafka ${move.specification.release} is not on this machine yet.`)
        }
        await startNode(directory, move, {
          release,
          exporterJar: releases.exporterJar(),
          table,
          portHolders,
          now,
        })
        return
      }
      case 'stop':
      case 'kill':
        await endNode(directory, move.boot, move.do, table)
        return
      case 'destroy':
        await removeNode(folder, directory, table)
        return
      case 'inject':
        await injectFault(directory, move.fault, move.bytes, table)
        return
      case 'lift':
        await liftFault(folder, directory, move.fault, table)
        return
    }
  }

  return {
    capabilities: {
      driver: 'local',
      releases: LOCAL_RELEASES,
      ownAddresses: linux,
      faults: linux ? FAULT_KINDS : [],
    },
    host: async () => hostResources(home, (await releases.javas())[0]?.version ?? null),
    observe: ({ id }) => observe(id, now()).catch(unknownRuntime),
    volumes: ({ id }, volumeBytes) => volumes(id, volumeBytes, now()),
    faultSigns: ({ id }) => faultSigns(home, id, table),
    observeRelease: (release, extras) => releases.observe(release, extras),
    prepareRelease: (release, extras) => {
      // Its end, also a bad one, is what observeRelease tells.
      releases.prepare(release, undefined, extras).catch(() => undefined)
      return Promise.resolve()
    },
    apply: (cluster, move) => inTurn(cluster.id, () => apply(cluster, move)),
    destroyCluster: (cluster, epoch) =>
      inTurn(cluster.id, () => {
        takeEpoch(home, cluster, epoch, false)
        return destroyProcessesAndFolder(cluster.id, clusterDirectory(home, cluster.id), table)
      }),
    portHolders,
    logs: ({ cluster, nodeId }, reading) => readLog(nodeDirectory(home, cluster.id, nodeId), reading),
    wholeLog: ({ cluster, nodeId }) => wholeLog(nodeDirectory(home, cluster.id, nodeId)),
    nodeRecord: ({ cluster, nodeId, role }) => nodeRecord(nodeDirectory(home, cluster.id, nodeId), role),
    figures: ({ id }, only) => figures(id, only),
    directories: () => Promise.resolve(clusterDirectories(home)),
  }
}

/** ZooKeeper servers are the same with every release: where that of theirs is gone from the cache any other will do. */
async function releaseFor(
  { role, release }: Pick<NodeSpecification, 'role' | 'release'>,
  releases: Releases,
): Promise<ReadyRelease | null> {
  const own = await releases.ready(release)
  if (own !== null || role !== 'zookeeper') return own
  const others = await Promise.all(ZOOKEEPER_RELEASES.map((other) => releases.ready(other)))
  return others.find((other) => other !== null) ?? null
}

/** Writes down which start of Mosaik acts on the cluster now, and refuses an older one. */
function takeEpoch(home: string, cluster: ClusterRef, epoch: number, create: boolean): void {
  const folder = clusterDirectory(home, cluster.id)
  const record = readClusterRecord(folder)
  if (record && record.epoch > epoch) {
    throw new MoveRefused(
      'epoch',
      `Cluster ${cluster.name} is in the hands of a newer Mosaik (start ${record.epoch}, this one is ${epoch}).`,
    )
  }
  if (record?.epoch !== epoch && (create || existsSync(folder.root))) {
    writeClusterRecord(folder, cluster, epoch)
  }
}

/** What cannot be read is not known, which is something else than not there. */
const unknownRuntime = (error: unknown): ObservedRuntime => ({
  processes: { unknown: error instanceof Error ? error.message : String(error) },
  memory: {},
  changedFiles: {},
})

/** Moves of one cluster happen one after another, so that two starts of a node cannot both find none running. */
function createTurns(): (key: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>()
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const turn = before.catch(() => undefined).then(work)
    last.set(key, turn)
    const forget = (): void => {
      if (last.get(key) === turn) last.delete(key)
    }
    turn.then(forget, forget)
    return turn
  }
}

function clusterDirectories(home: string): { clusterId: string; arn: string; epoch: number }[] {
  const root = clustersRoot(home)
  if (!existsSync(root)) return []
  return readdirSync(root).flatMap((clusterId) => {
    if (!isClusterId(clusterId)) return []
    const record = readClusterRecord(clusterDirectory(home, clusterId))
    return record ? [{ clusterId, arn: record.arn, epoch: record.epoch }] : []
  })
}
