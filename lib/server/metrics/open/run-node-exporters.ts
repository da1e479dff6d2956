import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { endpointOf, formatEndpoint, type Endpoint } from '@/lib/domain/node'
import type { Clock } from '../../clock'
import type { Database } from '../../db'
import type { Logger } from '../../log'
import { exporterNodes, type ExporterNode } from './exporter-nodes'
import { openExporterServer } from './exporter-server'
import { createNodeExporter } from './node-exporter'

export type RunNodeExportersParts = {
  database: Database
  runtime: BrokerRuntime
  /** How it hears of clusters that were stored or changed; returns how to stop hearing. */
  onWake: (waker: (clusterId: string) => void) => () => void
  allowedHosts: readonly string[]
  clock: Clock
  log: Logger
}

export type RunningNodeExporters = {
  /** What keeps a node's host figures from being served where they should be; null where they are. */
  troubleAt(endpoint: Endpoint): string | null
  stop(): Promise<void>
}

/** A port that somebody else holds is tried again so often; a cluster that is gone frees its own within this time. */
const LOOK_AGAIN_MS = 5_000

/**
 * Serves the host figures of each node whose cluster wants them, at the node's own address, for as long as Mosaik
 * runs. What should be served is read from the database at each look; nothing is remembered but open servers.
 */
export function runNodeExporters(parts: RunNodeExportersParts): RunningNodeExporters {
  const { database, log } = parts
  const servers = new Map<string, Server>()
  let wanted: ReadonlyMap<string, ExporterNode> = new Map()
  const troubles = new Map<string, string>()
  const ending = new AbortController()
  let nudge: AbortController | null = null
  const stopHearing = parts.onWake(() => nudge?.abort())

  async function look(): Promise<void> {
    const nodes = await exporterNodes(database)
    wanted = new Map(
      nodes
        .filter(({ specification }) => specification.openMonitoring?.nodeExporter === true)
        .map((node) => [keyOf(node), node]),
    )
    for (const [key, server] of servers) {
      if (wanted.has(key)) continue
      servers.delete(key)
      close(server)
    }
    for (const key of troubles.keys()) if (!wanted.has(key)) troubles.delete(key)
    for (const [key, node] of wanted) if (!servers.has(key)) await open(key, node)
  }

  async function open(key: string, node: ExporterNode): Promise<void> {
    const endpoint = endpointOf(node.place, 'nodeExporter')
    try {
      const server = await openExporterServer({
        endpoint,
        name: `Node ${node.nodeId} of cluster ${node.cluster.name}`,
        figures: createNodeExporter(parts, () => wanted.get(key) ?? node),
        allowedHosts: parts.allowedHosts,
      })
      servers.set(key, server)
      troubles.delete(key)
    } catch (error) {
      const why = await whyNot(parts.runtime, endpoint, error)
      if (!troubles.has(key)) {
        log.warn({ cluster: node.cluster.name, nodeId: node.nodeId, why }, 'Host figures are not served')
      }
      troubles.set(key, why)
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      nudge = new AbortController()
      await look().catch((error: unknown) => log.error({ error }, 'The nodes to measure could not be read'))
      const signal = AbortSignal.any([ending.signal, nudge.signal])
      await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  // At the addresses of nodes that are not real somebody else's may be.
  const running = parts.runtime.capabilities.driver === 'fake' ? Promise.resolve() : run()
  return {
    troubleAt: (endpoint) =>
      [...troubles].find(([key]) => key.endsWith(` ${formatEndpoint(endpoint)}`))?.[1] ?? null,
    async stop() {
      stopHearing()
      ending.abort()
      await running
      for (const server of servers.values()) close(server)
    },
  }
}

/** A cluster of the same name and address that came after another is another one. */
const keyOf = ({ cluster, place }: ExporterNode): string =>
  `${cluster.id} ${formatEndpoint(endpointOf(place, 'nodeExporter'))}`

/** The process that listens there, or the system's own word: short and the same in every language. */
async function whyNot(runtime: BrokerRuntime, endpoint: Endpoint, error: unknown): Promise<string> {
  const [holder] = await runtime.portHolders([endpoint])
  if (holder?.pid) return `${holder.pid}${holder.command === null ? '' : ` (${holder.command})`}`
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function close(server: Server): void {
  server.close()
  server.closeAllConnections()
}
