import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import {
  formatEndpoint,
  endpointOf,
  placeFor,
  portsOf,
  servesClients,
  type Endpoint,
} from '@/lib/domain/node'
import { unownedEndpoints } from '@/lib/domain/plan/guards/foreign-brokers'
import {
  isKnown,
  type HolderSeen,
  type KafkaObservation,
  type NodeId,
  type Observed,
} from '@/lib/domain/plan/world'
import type { Engine } from './engine'
import type { StoredCluster, StoredNode } from './stored/stored-cluster'

/** Who listens is asked of the kernel for all sockets at once; once a second is often enough. */
const HOLDERS_EVERY_MS = 1_000

type Asked = Endpoint & { node: NodeId | null }

/** Who was found listening, and when that was asked: kept from look to look. */
export type HoldersKept = { at: number; seen: readonly HolderSeen[] }
export const NO_HOLDERS: HoldersKept = { at: 0, seen: [] }

type Seen = { processes: Observed['processes']; brokers: KafkaObservation['brokers'] }

/**
 * Who listens in the cluster's place. Where every node runs and every broker is one of ours nothing is open to
 * others: their ports are bound, and the kernel gives each to one process. So it is asked only about nodes that are
 * down, and about brokers that nobody here started.
 */
export async function lookAtHolders(
  engine: Engine,
  cluster: StoredCluster,
  seen: Seen,
  kept: HoldersKept,
): Promise<HoldersKept> {
  const asked = [...ofNodesDown(cluster, seen), ...ofStrangers(cluster, seen)]
  if (asked.length === 0) return NO_HOLDERS
  const now = engine.clock.now()
  if (Math.abs(now - kept.at) < HOLDERS_EVERY_MS) return kept
  return { at: now, seen: await holdersOf(engine, asked, kept.seen, now) }
}

async function holdersOf(
  { runtime, log }: Engine,
  asked: readonly Asked[],
  before: readonly HolderSeen[],
  now: number,
): Promise<readonly HolderSeen[]> {
  const holders = await runtime.portHolders(asked).catch((error: unknown) => {
    log.warn({ error: String(error) }, 'Who listens on this machine cannot be read')
    return []
  })
  return holders.map(({ host, port, pid, command }) => {
    const same = before.find((seen) => seen.host === host && seen.port === port && seen.pid === pid)
    const node = asked.find((each) => each.host === host && each.port === port)?.node ?? null
    return { host, port, node, pid, command, since: same?.since ?? now }
  })
}

/** A cluster that is off leaves its addresses to whoever wants them meanwhile; its start asks again. */
function ofNodesDown({ row, specification, nodes }: StoredCluster, { processes }: Seen): readonly Asked[] {
  if (row.presence === 'absent' || specification.power === 'off' || !isKnown(processes)) return []
  return nodes
    .filter(({ nodeId }) => (processes.value[nodeId]?.boot ?? null) === null)
    .flatMap((node) => endpointsOf(specification, node).map((at) => ({ ...at, node: node.nodeId })))
}

function endpointsOf(
  { access, openMonitoring }: StoredCluster['specification'],
  { role, place }: StoredNode,
): readonly Endpoint[] {
  const exporter = openMonitoring?.jmxExporter === true ? ({ jmxExporter: true } as const) : {}
  const { external } = placeFor(access, place)
  const own = portsOf({ role, ...exporter }).map((port) => endpointOf(place, port))
  return external === null ? own : [...own, { host: '0.0.0.0', port: external.port }]
}

/** A broker on another machine is none whose process could be named here. */
function ofStrangers({ nodes }: StoredCluster, { brokers }: Seen): readonly Asked[] {
  const own = nodes.flatMap(({ role, place }) =>
    servesClients(role) ? [formatEndpoint(endpointOf(place, 'client'))] : [],
  )
  return unownedEndpoints(brokers, new Set(own))
    .map(({ host, port }) => ({ host: host === 'localhost' ? '127.0.0.1' : host, port, node: null }))
    .filter(({ host }) => isOfThisMachine(host))
}

const isOfThisMachine = (host: string): boolean =>
  isIP(host) !== 0 &&
  (host.startsWith('127.') ||
    Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === host)))
