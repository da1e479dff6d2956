import { setTimeout as sleep } from 'node:timers/promises'
import type { BrokerRuntime, HostResources, NodeFigures } from '@/lib/broker-runtime/runtime'
import { controllerFigures } from '@/lib/domain/metrics/controller-figures'
import { clusterDiskFigures, hostFigures } from '@/lib/domain/metrics/host-figures'
import type { Figure, NodeSample } from '@/lib/domain/metrics/sample'
import type { Dimensions, Reading } from '@/lib/domain/metrics/series'
import { servesClients } from '@/lib/domain/node'
import type { Clock } from '../../clock'
import type { Logger } from '../../log'
import { canControl } from './agent/read-node'
import { collectNode } from './collect-node'
import type { CollectorHealth } from './health'
import { collectLag } from './lag/collect-lag'
import { LagMemory } from './lag/lag-memory'
import { closeAgent, newNodeMemory, type NodeMemory } from './node-memory'
import { shareOf, type WatchedCluster } from './watched-cluster'

export type CollectParts = {
  runtime: BrokerRuntime
  put: (readings: readonly Reading[]) => void
  host: () => Promise<HostResources>
  clock: Clock
  log: Logger
  health: CollectorHealth
}
export type ClusterMemory = { nodes: Map<number, NodeMemory>; lag: LagMemory; groupsSilence: string | null }

export const newClusterMemory = (): ClusterMemory => ({
  nodes: new Map(),
  lag: new LagMemory(),
  groupsSilence: null,
})

export function closeCluster({ nodes, lag }: ClusterMemory): void {
  for (const node of nodes.values()) closeAgent(node)
  lag.close()
}

/** Nodes of a cluster are asked one after another within this time, not all at once. */
const SPREAD_MS = 2_500

/** One step of one cluster: every node that runs is read, and each is put as soon as it has answered. */
export async function collectCluster(
  parts: CollectParts,
  cluster: WatchedCluster,
  memory: ClusterMemory,
  at: number,
): Promise<void> {
  const { runtime, put } = parts
  const [host, running] = await Promise.all([parts.host(), runtime.figures(cluster.ref)])
  forgetOthers(memory.nodes, cluster)
  const say = (figures: readonly Figure[], dimensions: Dimensions): void =>
    put(figures.map((figure) => readingOf(cluster, figure, dimensions, at)))
  const share = shareOf(cluster.specification, host)
  const brokerRuns = running.some(({ nodeId }) => servesClients(cluster.roles.get(nodeId) ?? 'controller'))
  const groups = brokerRuns ? askGroups(parts, cluster, memory, at, say) : null
  const pause = SPREAD_MS / Math.max(1, running.length)
  const samples = await Promise.all(
    running.map(async (figures, index) => {
      const role = cluster.roles.get(figures.nodeId)
      if (role === undefined) return null
      const own = memoryOf(memory.nodes, figures.nodeId)
      const dimensions = { 'Broker ID': String(figures.nodeId) }
      if (servesClients(role)) {
        say(hostFigures(own.host, figures.host, share, cluster.level), dimensions)
        own.host = figures.host
      }
      await sleep(index * pause)
      return ask(parts, cluster, figures, own, at).then(
        ({ sample, figures: said }) => {
          say(said, dimensions)
          return sample
        },
        (error: unknown) => tellSilence(parts, cluster, figures.nodeId, own, error),
      )
    }),
  )
  say(clusterFigures(cluster, running, samples, share.volumeBytes), {})
  await groups
}

/** Groups are asked about beside the nodes: neither waits for the other. */
async function askGroups(
  { runtime, clock, log }: CollectParts,
  cluster: WatchedCluster,
  memory: ClusterMemory,
  at: number,
  say: (figures: readonly Figure[], dimensions: Dimensions) => void,
): Promise<void> {
  // At the addresses of fake brokers someone else's may listen.
  if (runtime.capabilities.driver === 'fake') return
  try {
    const { lag, brokers } = await collectLag(cluster, memory.lag, at, clock)
    say(lag, {})
    for (const [nodeId, figures] of brokers) say(figures, { 'Broker ID': String(nodeId) })
    memory.groupsSilence = null
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (memory.groupsSilence === null)
      log.warn({ cluster: cluster.ref.name, why }, 'Consumer groups are not known')
    memory.groupsSilence = why
  }
}

function ask(
  { runtime, health }: CollectParts,
  cluster: WatchedCluster,
  figures: NodeFigures,
  memory: NodeMemory,
  at: number,
) {
  const role = cluster.roles.get(figures.nodeId) ?? 'broker'
  return health.timed(() => collectNode({ cluster, figures, role, memory, runtime, at }))
}

function clusterFigures(
  cluster: WatchedCluster,
  running: readonly NodeFigures[],
  samples: readonly (NodeSample | null)[],
  volumeBytes: number,
): readonly Figure[] {
  const { roles, specification } = cluster
  const controllers = running.flatMap(({ nodeId }, index) => {
    const role = roles.get(nodeId)
    return role !== undefined && canControl(role, specification.mode) ? [samples[index] ?? null] : []
  })
  const brokers = running.filter(({ nodeId }) => {
    const role = roles.get(nodeId)
    return role !== undefined && servesClients(role)
  })
  return [
    ...controllerFigures(
      controllers.filter((sample) => sample !== null),
      controllers.filter((sample) => sample === null).length,
    ),
    ...clusterDiskFigures(
      brokers.map(({ host }) => host),
      specification.brokerCount,
      volumeBytes,
    ),
  ]
}

const readingOf = (
  { region, ref }: WatchedCluster,
  { metric, value, dimensions = {} }: Figure,
  own: Dimensions,
  at: number,
): Reading => ({
  series: { region, metric, dimensions: { 'Cluster Name': ref.name, ...own, ...dimensions } },
  at,
  value,
})

function memoryOf(memory: Map<number, NodeMemory>, nodeId: number): NodeMemory {
  const known = memory.get(nodeId) ?? newNodeMemory()
  memory.set(nodeId, known)
  return known
}

function forgetOthers(memory: Map<number, NodeMemory>, { roles }: WatchedCluster): void {
  for (const [nodeId, node] of memory) {
    if (roles.has(nodeId)) continue
    closeAgent(node)
    memory.delete(nodeId)
  }
}

/** A gap is what is left of a node that does not answer. It is told when it begins, not in every step. */
function tellSilence(
  { log }: CollectParts,
  { ref }: WatchedCluster,
  nodeId: number,
  memory: NodeMemory,
  error: unknown,
): null {
  const why = error instanceof Error ? error.message : String(error)
  if (memory.silence === null) log.warn({ cluster: ref.name, nodeId, why }, 'A node gives no metrics')
  memory.silence = why
  return null
}
