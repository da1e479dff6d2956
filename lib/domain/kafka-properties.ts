import { replicationFactor, type ClusterSpecification } from './cluster'
import { isAtLeast } from './kafka-version'
import { mskDefaults } from './msk-defaults'
import {
  endpointOf,
  formatEndpoint,
  placeFor,
  servesClients,
  votes,
  type Endpoint,
  type NodePlace,
  type NodeRole,
  type NodeSpecification,
} from './node'

/**
 * The properties of one node, in four layers: MSK's default configuration, the user's revision, Mosaik's overlay
 * (the profile), and identity. A later layer wins, so a user can change MSK's defaults but never a listener.
 * Each value keeps its source, which the console shows.
 */

export const PROPERTY_SOURCES = ['MSK_DEFAULT', 'USER', 'OVERLAY', 'IDENTITY'] as const
export type PropertySource = (typeof PROPERTY_SOURCES)[number]
export type SourcedProperties = Record<string, { value: string; source: PropertySource }>

export type NodeIdentity = { nodeId: number; role: NodeRole; zoneId: string; place: NodePlace }

type Context = { specification: ClusterSpecification; kafkaClusterId: string; nodes: readonly NodeIdentity[] }
type Properties = Record<string, string | number | boolean>

/** Internal topics are replicated as far as there are brokers, so groups and transactions work with one or two too. */
function internalTopics({ specification }: Pick<Context, 'specification'>): Properties {
  const replicas = replicationFactor(specification.brokerCount)
  const minIsr = replicas >= 3 ? 2 : 1
  const share = {
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': minIsr,
  }
  return {
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': minIsr,
    ...(isAtLeast(specification.release, '4.0.0') ? share : {}),
  }
}

/** Between the rolls of an upgrade every broker speaks and writes what those of the release before can read. */
const protocol = ({ heldProtocol }: ClusterSpecification): Properties =>
  heldProtocol === undefined
    ? {}
    : { 'inter.broker.protocol.version': heldProtocol, 'log.message.format.version': heldProtocol }

/**
 * `lab`: few internal partitions, short sessions, little memory. A restarted broker is refused until its old session
 * ends, so the session time is what a restart costs (12.4 s with Kafka's 9 s, 4.3 s with 3 s).
 */
function overlay(context: Pick<Context, 'specification'>): Properties {
  const { specification } = context
  const always = { ...internalTopics(context), ...protocol(specification) }
  if (specification.profile === 'server') return always
  const kraft = {
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'metadata.max.idle.interval.ms': 5000,
  }
  const zookeeper = {
    'zookeeper.session.timeout.ms': 6000,
    // Three tries, five seconds apart, to hand over leaders: the last brokers of a cluster that stops have nobody.
    'controlled.shutdown.retry.backoff.ms': 500,
  }
  return {
    ...always,
    'offsets.topic.num.partitions': 5,
    'transaction.state.log.num.partitions': 3,
    ...(isAtLeast(specification.release, '4.0.0')
      ? { 'share.coordinator.state.topic.num.partitions': 3 }
      : {}),
    'group.initial.rebalance.delay.ms': 0,
    'log.cleaner.dedupe.buffer.size': 4194304,
    'log.cleaner.io.buffer.size': 65536,
    'log.index.size.max.bytes': 1048576,
    'background.threads': 2,
    'num.io.threads': 3,
    'num.network.threads': 2,
    'num.replica.fetchers': 1,
    // A follower that hears of a new leader before the leader does is refused, and tries again after this: with
    // Kafka's second, acks=all stands still for that second whenever a broker stops.
    'replica.fetch.backoff.ms': 100,
    'queued.max.requests': 100,
    ...(specification.mode === 'KRAFT' ? kraft : zookeeper),
  }
}

const at = (name: string, endpoint: Endpoint): string => `${name}://${formatEndpoint(endpoint)}`

function listeners(role: NodeRole, place: NodePlace, mode: ClusterSpecification['mode']): Properties {
  const bound: string[] = []
  const advertised: string[] = []
  if (servesClients(role)) {
    const inside = [
      at('CLIENT', endpointOf(place, 'client')),
      at('REPLICATION', endpointOf(place, 'replication')),
    ]
    bound.push(...inside)
    advertised.push(...inside)
    if (place.external) {
      bound.push(at('EXTERNAL', { host: '0.0.0.0', port: place.external.port }))
      advertised.push(at('EXTERNAL', place.external))
    }
  }
  if (mode === 'KRAFT' && votes(role)) bound.push(at('CONTROLLER', endpointOf(place, 'controller')))
  const names = [
    'CLIENT',
    'REPLICATION',
    ...(place.external ? ['EXTERNAL'] : []),
    ...(mode === 'KRAFT' ? ['CONTROLLER'] : []),
  ]
  return {
    listeners: bound.join(','),
    ...(advertised.length > 0
      ? { 'advertised.listeners': advertised.join(','), 'inter.broker.listener.name': 'REPLICATION' }
      : {}),
    'listener.security.protocol.map': names.map((name) => `${name}:PLAINTEXT`).join(','),
    ...(mode === 'KRAFT' ? { 'controller.listener.names': 'CONTROLLER' } : {}),
  }
}

function quorum({ specification, nodes }: Context): Properties {
  const voters = nodes.filter((node) => votes(node.role))
  if (specification.mode === 'ZOOKEEPER') {
    return {
      'zookeeper.connect': voters
        .map(({ place }) => formatEndpoint(endpointOf(place, 'zookeeper')))
        .join(','),
    }
  }
  const list = voters.map(
    ({ nodeId, place }) => `${nodeId}@${formatEndpoint(endpointOf(place, 'controller'))}`,
  )
  return { 'controller.quorum.voters': list.join(',') }
}

function identity(context: Context, node: NodeIdentity): Properties {
  const { mode, access } = context.specification
  const roles = { broker: 'broker', controller: 'controller', combined: 'broker,controller', zookeeper: '' }[
    node.role
  ]
  const id: Properties =
    mode === 'KRAFT'
      ? { 'node.id': node.nodeId, 'process.roles': roles }
      : { 'broker.id': node.nodeId, 'broker.id.generation.enable': false }
  const rack: Properties = servesClients(node.role) ? { 'broker.rack': node.zoneId } : {}
  return {
    ...id,
    ...rack,
    ...listeners(node.role, placeFor(access, node.place), mode),
    ...quorum(context),
  }
}

/** zoo.cfg of an ensemble member; `server.N` lines name the peers by their own addresses. */
function zookeeperProperties({ nodes }: Context, node: NodeIdentity): Properties {
  const members = nodes.filter((candidate) => candidate.role === 'zookeeper')
  const client = endpointOf(node.place, 'zookeeper')
  const peers = members.map((member) => {
    const [peer, election] = [
      endpointOf(member.place, 'zookeeperPeer'),
      endpointOf(member.place, 'zookeeperElection'),
    ]
    return [`server.${member.nodeId}`, `${peer.host}:${peer.port}:${election.port}`]
  })
  return {
    clientPortAddress: client.host,
    clientPort: client.port,
    tickTime: 2000,
    initLimit: 10,
    syncLimit: 5,
    'admin.enableServer': false,
    '4lw.commands.whitelist': 'srvr,ruok,mntr',
    // ZooKeeper's default of 1 GiB keeps snapshots forever; the ensemble of a lab must not fill the disk.
    'autopurge.purgeInterval': 1,
    'autopurge.snapRetainCount': 3,
    ...Object.fromEntries(peers),
  }
}

/**
 * What a controller of its own reads, of all that a configuration may say: it places topics, elects leaders and lets
 * people in. The rest concerns brokers alone, and a change of it leaves controllers as they are.
 */
const OF_CONTROLLERS: readonly string[] = [
  'allow.everyone.if.no.acl.found',
  'default.replication.factor',
  'delete.topic.enable',
  'leader.imbalance.per.broker.percentage',
  'min.insync.replicas',
  'num.partitions',
  'unclean.leader.election.enable',
]

/** Whether nodes of this role read a setting of a configuration. */
export const readsSetting = (role: NodeRole, name: string): boolean =>
  servesClients(role) || (role === 'controller' && OF_CONTROLLERS.includes(name))

/** What nodes are started with of the user's revision; later changes may have been taken while they ran. */
export const startConfigurationOf = ({
  startConfiguration,
  configuration,
}: Pick<ClusterSpecification, 'startConfiguration' | 'configuration'>): Readonly<Record<string, string>> =>
  startConfiguration ?? configuration

/** What a broker that starts would have with this revision, but for what is its own. Kafka's defaults are not in it. */
export const sharedSettings = (
  specification: ClusterSpecification,
  configuration: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({
      ...mskDefaults(specification),
      ...overlay({ specification }),
      ...configuration,
    }).map(([name, value]) => [name, String(value)]),
  )

/** Where each of `sharedSettings` comes from. */
export function sharedSources(
  specification: ClusterSpecification,
): Readonly<Record<string, 'MSK_DEFAULT' | 'OVERLAY' | 'REVISION'>> {
  const from = <Source extends string>(settings: object, source: Source) =>
    Object.fromEntries(Object.keys(settings).map((name) => [name, source]))
  return {
    ...from(mskDefaults(specification), 'MSK_DEFAULT' as const),
    ...from(overlay({ specification }), 'OVERLAY' as const),
    ...from(specification.configuration, 'REVISION' as const),
  }
}

function userSettings({ specification }: Context, role: NodeRole): Properties {
  const settings = Object.entries(startConfigurationOf(specification))
  return Object.fromEntries(settings.filter(([name]) => readsSetting(role, name)))
}

/** The properties of one node with the source of each. */
export function sourcedProperties(context: Context, node: NodeIdentity): SourcedProperties {
  const layers: [PropertySource, Properties][] =
    node.role === 'zookeeper'
      ? [['IDENTITY', zookeeperProperties(context, node)]]
      : [
          ['MSK_DEFAULT', mskDefaults(context.specification)],
          ['OVERLAY', overlay(context)],
          ['USER', userSettings(context, node.role)],
          ['IDENTITY', identity(context, node)],
        ]
  const result: SourcedProperties = {}
  for (const [source, properties] of layers) {
    for (const [key, value] of Object.entries(properties)) result[key] = { value: String(value), source }
  }
  return result
}

/** What the driver runs for this node. */
export function nodeSpecification(context: Context, node: NodeIdentity): NodeSpecification {
  const { specification, kafkaClusterId } = context
  const properties = Object.entries(sourcedProperties(context, node)).map(([key, { value }]) => [key, value])
  const heap = servesClients(node.role) ? specification.brokerHeap : specification.voterHeap
  return {
    nodeId: node.nodeId,
    role: node.role,
    release: releaseOf(specification, node.role),
    kafkaClusterId,
    place: placeFor(specification.access, node.place),
    properties: Object.fromEntries(properties),
    jvm: { ...heap, profile: specification.profile },
    ...(specification.openMonitoring?.jmxExporter === true ? { jmxExporter: true } : {}),
    restartToken: specification.restartTokens[String(node.nodeId)] ?? 0,
  }
}

const releaseOf = ({ release, zookeeperRelease = release }: ClusterSpecification, role: NodeRole): string =>
  role === 'zookeeper' ? zookeeperRelease : release
