import type { PortHolder } from '@/lib/broker-runtime/runtime'
import type { ClusterPorts, MosaikChoices } from '@/lib/domain/cluster-request'
import { exporterPorts, type OpenMonitoring } from '@/lib/domain/open-monitoring'
import { endpointOf, portsOf, PORT_BLOCK_SIZE, type Endpoint } from '@/lib/domain/node'
import { environment } from '../../env'
import { database, runtime } from '../../process'
import {
  FIRST_BLOCK_PORT,
  placeKey,
  placeNodes,
  takeExternal,
  type PlacedNode,
  type TakenPlaces,
} from './addresses'
import type { LaidOutNode } from './layout'
import { refusal, type Refusal } from './refusal'
import type { CreateRequest } from './request'

/** How often ports that foreign processes hold are stepped over before giving up. */
const ATTEMPTS_MAX = 20

/**
 * Addresses and ports that are free in the database and on the host. A port of a block or an external port that a
 * foreign process holds is stepped over, for its number means nothing; one of MSK's ports is refused by name.
 */
export async function findPlaces(
  { region, clusterName }: Pick<CreateRequest, 'region' | 'clusterName'>,
  choices: Pick<MosaikChoices, 'access' | 'ports'>,
  { nodes, openMonitoring }: { nodes: readonly LaidOutNode[]; openMonitoring: OpenMonitoring },
): Promise<{ nodes: readonly PlacedNode[]; refusals: readonly Refusal[] }> {
  const { taken, remembered, rememberedByOthers } = await knownPlaces({ region, clusterName })
  const ports: ClusterPorts = runtime().capabilities.ownAddresses ? choices.ports : 'BLOCK'
  const externalHost = choices.access === 'OTHER_MACHINES' ? environment().advertisedHost : null
  const places = new Set(taken.places)
  const externalPorts = new Set(taken.externalPorts)
  for (let attempt = 1; ; attempt++) {
    const placed = placeNodes({
      nodes,
      ports,
      network: environment().network,
      externalHost,
      remembered,
      rememberedByOthers,
      taken: { places, externalPorts },
    })
    const holders = await runtime().portHolders(
      placed.flatMap((node) => boundEndpoints(node, openMonitoring)),
    )
    const fixed = holders.filter(({ port }) => port < FIRST_BLOCK_PORT)
    if (holders.length === 0 || fixed.length > 0 || attempt === ATTEMPTS_MAX) {
      return { nodes: placed, refusals: holders.slice(0, 1).map(held) }
    }
    for (const { port } of holders) {
      externalPorts.add(port)
      places.add(placeKey('127.0.0.1', blockOf(port)))
    }
  }
}

/**
 * Free ports by which other machines reach brokers that are there: those they had before, if nobody has taken them
 * since.
 */
export async function findExternalPorts(
  cluster: { region: string; clusterName: string },
  nodes: readonly { nodeId: number; externalPort: number | null }[],
): Promise<ReadonlyMap<number, number>> {
  const { taken, remembered, rememberedByOthers } = await knownPlaces(cluster)
  const question = { remembered: [...nodes, ...remembered], rememberedByOthers }
  const own = new Set(nodes.map(({ externalPort }) => externalPort))
  const others = new Set([...taken.externalPorts].filter((port) => !own.has(port)))
  for (let attempt = 1; ; attempt++) {
    const given = new Set(others)
    const ports = new Map(nodes.map((node) => [node.nodeId, takeExternal(question, node, given)]))
    const endpoints = [...ports.values()].map((port) => ({ host: '0.0.0.0', port }))
    const holders = await runtime().portHolders(endpoints)
    if (holders.length === 0 || attempt === ATTEMPTS_MAX) return ports
    for (const { port } of holders) others.add(port)
  }
}

/** What is taken, and who had what before: the cluster of this name, and the others. */
async function knownPlaces({ region, clusterName }: { region: string; clusterName: string }) {
  const [taken, memories] = await Promise.all([takenPlaces(), database().addressMemory.findMany()])
  const isOwn = (memory: { region: string; clusterName: string }): boolean =>
    memory.region === region && memory.clusterName === clusterName
  return {
    taken,
    remembered: memories.filter(isOwn),
    rememberedByOthers: placesOf(memories.filter((memory) => !isOwn(memory))),
  }
}

async function takenPlaces(): Promise<TakenPlaces> {
  return placesOf(
    await database().node.findMany({ select: { address: true, portBase: true, externalPort: true } }),
  )
}

type Place = { address: string; portBase: number; externalPort: number | null }

const placesOf = (rows: readonly Place[]): TakenPlaces => ({
  places: new Set(rows.map(({ address, portBase }) => placeKey(address, portBase))),
  externalPorts: new Set(rows.flatMap(({ externalPort }) => externalPort ?? [])),
})

/** Everything that will be bound for a node. The external listener is bound on all interfaces. */
function boundEndpoints({ role, place }: PlacedNode, exporters: OpenMonitoring): Endpoint[] {
  const ports = [...portsOf({ role }), ...exporterPorts(exporters)]
  const own = ports.map((port) => endpointOf(place, port))
  return place.external ? [...own, { host: '0.0.0.0', port: place.external.port }] : own
}

const blockOf = (port: number): number => port - ((port - FIRST_BLOCK_PORT) % PORT_BLOCK_SIZE)

function held({ host, port, pid, command }: PortHolder): Refusal {
  const holder = pid === null ? 'none' : `${pid}${command === null ? '' : ` (${command})`}`
  const who = pid === null ? 'another process' : `process ${holder}`
  return refusal({
    rule: 'portHeld',
    field: null,
    parameters: { port, host, holder },
    message: `Port ${port} on ${host} is taken by ${who}. Stop it, or create the cluster with the tag mosaik:ports=block: its nodes then share 127.0.0.1 with ports of their own.`,
  })
}
