import {
  endpointOf,
  servesClients,
  votes,
  type Endpoint,
  type NodePlace,
  type NodeRole,
} from '@/lib/domain/node'
import type { NodeId } from '@/lib/domain/plan/world'
import { describeQuorum } from '../rpc/describe-quorum'
import { apiVersions } from '../wire/api-versions'
import type { KafkaConnection } from '../wire/connection'
import type { ZookeeperAnswer } from '../zookeeper'
import { askZookeeper } from '../zookeeper'
import type { KeptConnections } from './kept-connections'
import type { ControllerAnswer } from './quorum'

/** A node with a process. Its boot tells one process from the next on the same address. */
export type LookedAtNode = { id: NodeId; role: NodeRole; place: NodePlace; boot: string | null }

export type NodeAnswer = { answers: true } | { answers: false; why: string }

/** What one node said at each port we have business with. A combined node has two. */
export type Probe = {
  node: LookedAtNode
  answer: NodeAnswer
  /** Open and answering, for further questions to a broker. */
  broker: KafkaConnection | null
  controller: ControllerAnswer | null
  /** Open and answering, at its own port. */
  voter: KafkaConnection | null
  zookeeper: ZookeeperAnswer | null
}

type Door = { key: string; endpoint: Endpoint }

const clientDoor = ({ id, place }: LookedAtNode): Door => ({
  key: `${id}/client`,
  endpoint: endpointOf(place, 'client'),
})
const controllerDoor = ({ id, place }: LookedAtNode): Door => ({
  key: `${id}/controller`,
  endpoint: endpointOf(place, 'controller'),
})

/** Keys of the connections that are kept for these nodes. */
export function doorKeys(nodes: readonly LookedAtNode[]): ReadonlySet<string> {
  return new Set(
    nodes
      .filter(({ role }) => role !== 'zookeeper')
      .flatMap((node) => [
        ...(servesClients(node.role) ? [clientDoor(node).key] : []),
        ...(votes(node.role) ? [controllerDoor(node).key] : []),
      ]),
  )
}

export async function probeNode(
  kept: KeptConnections,
  node: LookedAtNode,
  timeoutMs: number,
): Promise<Probe> {
  const nothing = { node, broker: null, controller: null, voter: null, zookeeper: null }
  switch (node.role) {
    case 'zookeeper': {
      const zookeeper = await askZookeeper(endpointOf(node.place, 'zookeeper'), timeoutMs)
      const answer: NodeAnswer =
        zookeeper.is === 'serving' ? { answers: true } : { answers: false, why: zookeeper.why }
      return { ...nothing, answer, zookeeper }
    }
    case 'controller': {
      return { ...nothing, ...(await askController(kept, node, timeoutMs)) }
    }
    case 'broker':
      return { ...nothing, ...(await askBroker(kept, node, timeoutMs)) }
    case 'combined': {
      const [broker, { controller, voter }] = await Promise.all([
        askBroker(kept, node, timeoutMs),
        askController(kept, node, timeoutMs),
      ])
      return { ...nothing, ...broker, controller, voter }
    }
  }
}

async function askBroker(
  kept: KeptConnections,
  node: LookedAtNode,
  timeoutMs: number,
): Promise<{ answer: NodeAnswer; broker: KafkaConnection | null }> {
  try {
    const broker = await answering(kept, node, clientDoor(node), timeoutMs)
    return { answer: { answers: true }, broker }
  } catch (error) {
    return { answer: { answers: false, why: reason(error) }, broker: null }
  }
}

async function askController(
  kept: KeptConnections,
  node: LookedAtNode,
  timeoutMs: number,
): Promise<{ answer: NodeAnswer; controller: ControllerAnswer; voter: KafkaConnection | null }> {
  let answer: NodeAnswer = { answers: true }
  let voter: KafkaConnection | null = null
  try {
    const connection = await answering(kept, node, controllerDoor(node), timeoutMs).catch(
      (error: unknown) => {
        answer = { answers: false, why: reason(error) }
        throw error
      },
    )
    voter = connection
    const reply = await connection.call(describeQuorum, {}, timeoutMs)
    const quorum = reply.topics[0]?.partitions[0]
    const leads = reply.errorCode === 0 && quorum !== undefined && quorum.errorCode === 0
    return { answer, voter, controller: leads ? { is: 'leading', quorum } : { is: 'notLeading' } }
  } catch (error) {
    return { answer, voter, controller: { is: 'silent', why: reason(error) } }
  }
}

/** A connection that has just answered: a new one by its greeting, a kept one by being asked again. */
async function answering(
  kept: KeptConnections,
  node: LookedAtNode,
  door: Door,
  timeoutMs: number,
): Promise<KafkaConnection> {
  const { connection, isNew } = await kept.get(door.key, door.endpoint, node.boot)
  if (!isNew) await connection.call(apiVersions, {}, timeoutMs)
  return connection
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
