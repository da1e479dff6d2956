import type { ClusterPorts } from '@/lib/domain/cluster-request'
import { hostsOf, subnetBlocks } from '@/lib/domain/network'
import { PORT_BLOCK_SIZE, servesClients, type NodePlace } from '@/lib/domain/node'
import type { LaidOutNode } from './layout'
import { NoPlaceLeft } from './refusal'

/**
 * Gives each node an address and ports for life. With MSK's ports a node takes the first free address of its
 * subnet's block; in the port-block fallback all share 127.0.0.1. A node that an earlier cluster of the same name
 * had gets its old place again if that is free, so that clients find a re-created cluster where it was; for the
 * same reason places that other names remember are given out last.
 */
export type PlacedNode = LaidOutNode & { place: NodePlace }

export type RememberedPlace = {
  nodeId: number
  subnetId: string
  address: string
  portBase: number
  externalPort: number | null
}

export type TakenPlaces = {
  /** `address/portBase`. */
  places: ReadonlySet<string>
  externalPorts: ReadonlySet<number>
}

type Question = {
  nodes: readonly LaidOutNode[]
  ports: ClusterPorts
  network: string
  /** Name of the second client listener; null when only this machine connects. */
  externalHost: string | null
  remembered: readonly RememberedPlace[]
  /** What clusters of other names had. */
  rememberedByOthers: TakenPlaces
  taken: TakenPlaces
}

const LOOPBACK = '127.0.0.1'
/** Both ranges stay below 32768, where Linux begins to lend ports to outgoing connections. */
export const FIRST_BLOCK_PORT = 19_092
export const LAST_BLOCK_PORT = 28_999
export const FIRST_EXTERNAL_PORT = 29_092
export const LAST_EXTERNAL_PORT = 32_767

export const placeKey = (address: string, portBase: number): string => `${address}/${portBase}`

export function placeNodes(question: Question): PlacedNode[] {
  const { nodes, externalHost, remembered, taken } = question
  const places = new Set(taken.places)
  const externalPorts = new Set(taken.externalPorts)
  return nodes.map((node) => {
    const before = remembered.find(
      ({ nodeId, subnetId }) => nodeId === node.nodeId && subnetId === node.subnet.subnetId,
    )
    const { address, portBase } = take(candidates(question, node, before), (candidate) =>
      overlaps(candidate, places) ? null : places.add(placeKey(candidate.address, candidate.portBase)),
    )
    const isExternal = externalHost !== null && servesClients(node.role)
    const external = isExternal
      ? { host: externalHost, port: takeExternal(question, node, externalPorts) }
      : null
    return { ...node, place: { address, portBase, external } }
  })
}

/** A block given out when blocks were smaller may begin in the middle of today's. */
function overlaps({ address, portBase }: { address: string; portBase: number }, places: ReadonlySet<string>) {
  if (portBase === 0) return places.has(placeKey(address, portBase))
  const reach = PORT_BLOCK_SIZE - 1
  return Array.from({ length: 2 * reach + 1 }, (_, step) => portBase - reach + step).some((base) =>
    places.has(placeKey(address, base)),
  )
}

function* candidates(
  { ports, network, rememberedByOthers }: Question,
  { subnet }: LaidOutNode,
  before: RememberedPlace | undefined,
): Generator<{ address: string; portBase: number }> {
  const isBlock = ports === 'BLOCK'
  if (before && before.portBase > 0 === isBlock) yield before
  if (!isBlock) {
    for (const cidr of blocksFor(subnet.cidr, network)) {
      const places = [...hostsOf(cidr)].map((address) => ({ address, portBase: 0 }))
      yield* rememberedLast(places, rememberedByOthers.places)
    }
    return
  }
  const blocks = Math.floor((LAST_BLOCK_PORT - FIRST_BLOCK_PORT) / PORT_BLOCK_SIZE)
  const places = Array.from({ length: blocks }, (_, index) => ({
    address: LOOPBACK,
    portBase: FIRST_BLOCK_PORT + index * PORT_BLOCK_SIZE,
  }))
  yield* rememberedLast(places, rememberedByOthers.places)
}

/** Within one block: a subnet full of memories is still nearer than another subnet's block. */
function rememberedLast<Place extends { address: string; portBase: number }>(
  places: readonly Place[],
  remembered: ReadonlySet<string>,
): Place[] {
  const isRemembered = ({ address, portBase }: Place): boolean => remembered.has(placeKey(address, portBase))
  return [...places.filter((place) => !isRemembered(place)), ...places.filter(isRemembered)]
}

/**
 * A subnet's own block first. When a fleet has filled it, the blocks at the far end of the network, where the next
 * subnets come last: an address is given out once, whoever has it.
 */
function* blocksFor(cidr: string, network: string): Generator<string> {
  yield cidr
  yield* [...subnetBlocks(network)].toReversed()
}

type PortQuestion = {
  remembered: readonly Pick<RememberedPlace, 'nodeId' | 'externalPort'>[]
  rememberedByOthers: Pick<TakenPlaces, 'externalPorts'>
}

/** A port for other machines, which is taken from then on. */
export const takeExternal = (question: PortQuestion, node: { nodeId: number }, taken: Set<number>): number =>
  take(externalCandidates(question, node), (port) => (taken.has(port) ? null : taken.add(port)))

/** A port has no zone: it is the broker's again in whatever subnet that is now. */
function* externalCandidates(
  { remembered, rememberedByOthers: { externalPorts } }: PortQuestion,
  { nodeId }: { nodeId: number },
): Generator<number> {
  const before = remembered.find((place) => place.nodeId === nodeId)
  if (before?.externalPort) yield before.externalPort
  for (const others of [false, true]) {
    for (let port = FIRST_EXTERNAL_PORT; port <= LAST_EXTERNAL_PORT; port++) {
      if (externalPorts.has(port) === others) yield port
    }
  }
}

/** The first candidate that could be taken; `mark` answers null for one that is not free. */
function take<Candidate>(from: Generator<Candidate>, mark: (candidate: Candidate) => unknown): Candidate {
  for (const candidate of from) {
    if (mark(candidate) !== null) return candidate
  }
  throw new NoPlaceLeft({
    rule: 'placesTaken',
    message: 'Every address or port that Mosaik gives to nodes is taken. Delete a cluster first.',
  })
}
