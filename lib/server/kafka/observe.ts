import {
  isKnown,
  unknownKafka,
  type KafkaObservation,
  type Known,
  type NodeId,
} from '@/lib/domain/plan/world'
import type { Clock } from '../clock'
import { freshestByController, freshestByQuorum } from './observation/freshest-broker'
import { lookAtFeatures } from './observation/features'
import { KeptConnections } from './observation/kept-connections'
import { lookAtPartitions } from './observation/partitions'
import { doorKeys, probeNode, type LookedAtNode, type NodeAnswer, type Probe } from './observation/probe'
import { ensembleOf, leadingAnswer, quorumOf } from './observation/quorum'
import { lookAtSettings } from './observation/settings'
import { lookAtThrottles, topicsOf } from './observation/throttles'
import { lookAtQuotas } from './observation/quotas'
import { lookAtBrokers, type Registration } from './observation/registration'
import type { KafkaConnection } from './wire/connection'

export type Look = {
  /** Every node with a process, also one that is just starting. */
  nodes: readonly LookedAtNode[]
  /** `all` asks for every partition (tens of milliseconds with a thousand topics); `leave` keeps what was last seen. */
  partitions: 'all' | 'leave'
  /** Asks every node for its feature levels; left out, what was last seen is kept. */
  features?: boolean
  /** Asks every broker how fast it copies, and of which topics; left out, what was last seen is kept. */
  throttles?: boolean
  /** Asks how fast clients may produce; left out, what was last seen is kept. */
  quotas?: boolean
  /** Whoever answers for another cluster is not believed. Null: not known, as with ZooKeeper, where Kafka chooses it. */
  kafkaClusterId?: string | null
  /** Settings that brokers are asked for; left out, what was last seen is kept. */
  settings?: readonly string[]
}

export type KafkaSeen = {
  /** Of every node asked: does it answer its protocol? */
  answers: Readonly<Record<NodeId, NodeAnswer>>
  kafka: KafkaObservation
  /** Something at the address of this node answered for another cluster: then nothing of what was said counts. */
  otherCluster: { node: NodeId; clusterId: string } | null
}

export type KafkaObserver = {
  /** Never throws for a Kafka that does not answer: what is not known says why. */
  look: (look: Look) => Promise<KafkaSeen>
  close: () => void
}

export type ObserverOptions = {
  clock: Clock
  /** How long one node may take for each small question. */
  probeTimeoutMs?: number
  /** How long each question about every partition may take. */
  partitionsTimeoutMs?: number
}

/**
 * Looks at one cluster, again and again. All nodes are asked side by side, so a silent one costs a look its probe
 * timeout and no more. Controllers are asked at their own port: the quorum is known also while no broker is up.
 * A look answers for the moment it began; one that is already under way is not waited for.
 */
export function createKafkaObserver(options: ObserverOptions): KafkaObserver {
  const { clock, probeTimeoutMs = 1000, partitionsTimeoutMs = 5000 } = options
  const kept = new KeptConnections(probeTimeoutMs)
  let lastPartitions: KafkaObservation['partitions'] = { unknown: 'The partitions were not looked at yet.' }

  let lastSettings: KafkaObservation['settings'] = { unknown: 'The settings were not looked at yet.' }

  let lastFeatures: KafkaObservation['features'] = { unknown: 'The features were not looked at yet.' }

  let lastThrottles: KafkaObservation['throttles'] = { unknown: 'The throttles were not looked at yet.' }

  let lastQuotas: KafkaObservation['quotas'] = { unknown: 'The quotas were not looked at yet.' }

  async function look({
    nodes,
    partitions,
    settings,
    kafkaClusterId = null,
    features = false,
    throttles = false,
    quotas = false,
  }: Look): Promise<KafkaSeen> {
    const at = clock.now()
    kept.retain(doorKeys(nodes))
    const probes = await Promise.all(nodes.map((node) => probeNode(kept, node, probeTimeoutMs)))
    const source = await brokerToAsk(probes, probeTimeoutMs)
    const all = new Map(answeringBrokers(probes).map(({ id, connection }) => [id, connection]))
    const quorum = quorumSeen(at, probes)
    const [registration, seenPartitions, seenSettings, seenFeatures, seenQuotas] = await Promise.all([
      registered(source, at, probeTimeoutMs),
      partitions === 'leave'
        ? lastPartitions
        : known(source, async (connection) => {
            // A broker would hold the question about moves in flight until a controller leads again.
            const leaderless = !isKnown(quorum) || quorum.value.leader === null
            if (leaderless && connection.versionOf('ListPartitionReassignments') !== null)
              return { unknown: 'No controller leads, so the moves in flight are not known.' }
            return lookAtPartitions({ connection, at, timeoutMs: partitionsTimeoutMs }, all)
          }),
      settings === undefined ? lastSettings : lookAtSettings(at, all, settings, probeTimeoutMs),
      features ? lookAtFeatures(at, connectionsOf(probes), probeTimeoutMs) : lastFeatures,
      quotas ? known(source, (connection) => lookAtQuotas(connection, at, probeTimeoutMs)) : lastQuotas,
    ])
    const answers = Object.fromEntries(probes.map(({ node, answer }) => [node.id, answer]))
    const otherCluster = otherClusterAt(probes, source, registration.clusterId, kafkaClusterId)
    if (otherCluster !== null) return { otherCluster, answers, kafka: ofOtherCluster(otherCluster) }
    lastPartitions = seenPartitions
    lastSettings = seenSettings
    lastFeatures = seenFeatures
    lastQuotas = seenQuotas
    if (throttles) {
      const topics = await topicsOf(isKnown(seenPartitions) ? Object.keys(seenPartitions.value) : [])
      lastThrottles = await lookAtThrottles(at, all, topics, partitionsTimeoutMs)
    }
    return {
      otherCluster: null,
      answers,
      kafka: {
        quorum,
        brokers: registration.brokers,
        partitions: seenPartitions,
        settings: seenSettings,
        features: seenFeatures,
        throttles: lastThrottles,
        quotas: seenQuotas,
      },
    }
  }

  return { look, close: () => kept.close() }
}

/** Of whom the cluster was asked, where that is not a broker of ours. */
function otherClusterAt(
  probes: readonly Probe[],
  asked: KafkaConnection | null,
  seen: string | null,
  own: string | null,
): KafkaSeen['otherCluster'] {
  const node = probes.find(({ broker }) => broker !== null && broker === asked)?.node.id
  return node === undefined || own === null || seen === null || seen === own
    ? null
    : { node, clusterId: seen }
}

const ofOtherCluster = ({ node, clusterId }: NonNullable<KafkaSeen['otherCluster']>): KafkaObservation =>
  unknownKafka(`Kafka cluster ${clusterId} answers at the address of node ${node}, and not this one.`)

const answeringBrokers = (probes: readonly Probe[]) =>
  probes.flatMap(({ node, broker }) => (broker === null ? [] : [{ id: node.id, connection: broker }]))

/** One a node: a combined one says the same at both its doors. */
const connectionsOf = (probes: readonly Probe[]) =>
  new Map(
    probes.flatMap(({ node, broker, voter }) => {
      const connection = broker ?? voter
      return connection === null ? [] : [[node.id, connection] as const]
    }),
  )

const controllerAnswers = (probes: readonly Probe[]) =>
  new Map(
    probes.flatMap(({ node, controller }) => (controller === null ? [] : [[node.id, controller] as const])),
  )

const zookeeperAnswers = (probes: readonly Probe[]) =>
  new Map(
    probes.flatMap(({ node, zookeeper }) => (zookeeper === null ? [] : [[node.id, zookeeper] as const])),
  )

async function brokerToAsk(probes: readonly Probe[], timeoutMs: number): Promise<KafkaConnection | null> {
  const brokers = answeringBrokers(probes)
  if (zookeeperAnswers(probes).size > 0) return freshestByController(brokers, timeoutMs)
  return freshestByQuorum(brokers, leadingAnswer(controllerAnswers(probes)))
}

function quorumSeen(at: number, probes: readonly Probe[]): KafkaObservation['quorum'] {
  const ensemble = zookeeperAnswers(probes)
  return ensemble.size > 0 ? ensembleOf(at, ensemble) : quorumOf(at, controllerAnswers(probes))
}

async function registered(
  source: KafkaConnection | null,
  at: number,
  timeoutMs: number,
): Promise<Registration> {
  if (source === null) return { clusterId: null, brokers: { unknown: 'No broker answers.' } }
  try {
    return await lookAtBrokers(source, at, timeoutMs)
  } catch (error) {
    return { clusterId: null, brokers: { unknown: error instanceof Error ? error.message : String(error) } }
  }
}

async function known<T>(
  source: KafkaConnection | null,
  ask: (connection: KafkaConnection) => Promise<Known<T>>,
): Promise<Known<T>> {
  if (source === null) return { unknown: 'No broker answers.' }
  try {
    return await ask(source)
  } catch (error) {
    return { unknown: error instanceof Error ? error.message : String(error) }
  }
}
