import type { Finding } from '../../finding'
import { formatEndpoint, servesClients, type Endpoint } from '../../node'
import { isFresh } from '../serving'
import {
  isKnown,
  type BrokerSeen,
  type HolderSeen,
  type KafkaObservation,
  type NodeId,
  type World,
} from '../world'

/** A broker asks the quorum's leader for more twice a second: one that did not for so long is not there any more. */
export const OBSERVER_ALIVE_MS = 3_000

/** A socket without an owner often belongs to a process that is just dying. */
export const OWNERLESS_MS = 3_000

/**
 * Who belongs to the cluster by Kafka's own word and not by ours: brokers and voters that no row knows, and brokers
 * of ours at addresses that are not theirs. They are told and left alone. Nodes that come or go have a row from
 * before their first start until after their registration is gone, so they are never among them.
 */
export function foreignBrokers(world: World): readonly Finding[] {
  return [...registeredBrokers(world), ...quorumMembers(world), ...addresses(world)]
}

function registeredBrokers(world: World): readonly Finding[] {
  const { brokers } = world.observed.kafka
  if (!isFresh(world, brokers)) return []
  return Object.entries(brokers.value).flatMap(([id, seen]) => brokerFinding(world, Number(id), seen))
}

function brokerFinding(world: World, node: NodeId, { fenced, endpoint }: BrokerSeen): Finding[] {
  const row = world.rows.find(({ id }) => id === node)
  if (row === undefined || !servesClients(row.role)) {
    return fenced
      ? [{ is: 'staleRegistration', node, endpoint }]
      : [{ is: 'foreignBroker', node, endpoint, holder: holderAt(world, endpoint) }]
  }
  const given = row.clientEndpoint
  if (given === null || endpoint === null || isSame(given, endpoint)) return []
  return [{ is: 'otherAddress', node, endpoint, given, holder: holderAt(world, endpoint) }]
}

function quorumMembers(world: World): readonly Finding[] {
  const { quorum, brokers } = world.observed.kafka
  if (!isFresh(world, quorum)) return []
  const known = new Set(world.rows.map(({ id }) => id))
  const isForeign = (node: NodeId): boolean => !known.has(node)
  const voters = Object.keys(quorum.value.voters).map(Number).filter(isForeign)
  // A broker that goes asks until its end, and an operation may forget it within the same second.
  if (world.operation !== null) return voters.map((node) => ({ is: 'foreignVoter', node }))
  const registered = isFresh(world, brokers) ? brokers.value : {}
  const observers = Object.entries(quorum.value.observers)
    .filter(([, { askedAgoMs }]) => askedAgoMs !== null && askedAgoMs <= OBSERVER_ALIVE_MS)
    .map(([id]) => Number(id))
    .filter((node) => isForeign(node) && registered[node]?.fenced !== false)
  return [
    ...voters.map((node): Finding => ({ is: 'foreignVoter', node })),
    ...observers.map((node): Finding => ({ is: 'foreignObserver', node })),
  ]
}

function addresses(world: World): readonly Finding[] {
  const { holders, otherCluster, changedFiles } = world.observed.foreign
  const told = holders.filter(({ pid, since }) => pid !== null || world.now - since >= OWNERLESS_MS)
  const answered: Finding[] = otherCluster === null ? [] : [{ is: 'otherCluster', ...otherCluster }]
  const held = world.rows.flatMap(({ id: node }): Finding[] => {
    // One port says enough: a process that listens on every address holds all of them.
    const seen = told.find((holder) => holder.node === node)
    if (seen === undefined) return []
    const { host, port } = seen
    return [{ is: 'heldAddress', node, endpoint: { host, port }, holder: holderOf(seen) }]
  })
  const changed = world.rows.flatMap(({ id: node }): Finding[] => {
    const names = changedFiles[node]
    return names === undefined ? [] : [{ is: 'changedFile', node, names: [...names] }]
  })
  return [...held, ...answered, ...changed]
}

function holderAt({ observed }: World, endpoint: Endpoint | null) {
  if (endpoint === null) return null
  const seen = observed.foreign.holders.find((holder) => isSame(holder, endpoint))
  return seen === undefined ? null : holderOf(seen)
}

const holderOf = ({ pid, command }: HolderSeen) => (pid === null ? null : { pid, command })

const isSame = (one: Endpoint, other: Endpoint): boolean => formatEndpoint(one) === formatEndpoint(other)

/** Addresses where brokers say that they are and that are none of ours: who listens there is worth a look. */
export function unownedEndpoints(
  brokers: KafkaObservation['brokers'],
  own: ReadonlySet<string>,
): readonly Endpoint[] {
  if (!isKnown(brokers)) return []
  return Object.values(brokers.value).flatMap(({ fenced, endpoint }) =>
    fenced || endpoint === null || own.has(formatEndpoint(endpoint)) ? [] : [endpoint],
  )
}
