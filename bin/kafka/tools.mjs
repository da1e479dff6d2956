// @ts-check

/**
 * Kafka's command line tools, by the name of their shell script without `kafka-`. Which class a tool is and how it
 * wants to be told where the cluster is has changed over the releases; everything about that is in this table. A
 * tool without a fitting variant did not exist in that release.
 *
 * How the cluster is named:
 * - `first`: `--bootstrap-server` before everything else, where argparse takes it no later.
 * - `last`: the same after the subcommand, to which it belongs.
 * - `broker-list`, `zookeeper`: as old releases call it.
 * - `authorizer`: ACLs were written to ZooKeeper directly.
 * - `producer-props`: a property among others.
 * - `none`: the tool reads files.
 *
 * @typedef {'first' | 'last' | 'broker-list' | 'zookeeper' | 'authorizer' | 'producer-props' | 'none'} Connection
 * @typedef {{ from: string, mainClass: string, connection: Connection }} Variant
 */

const TOOLS = 'org.apache.kafka.tools'
/** Any release we run; the newest variant that is not newer than the release counts. */
const ALWAYS = '1.0.0'

/** @param {string} from @param {string} mainClass @param {Connection} [connection] @returns {Variant} */
const since = (from, mainClass, connection = 'first') => ({ from, mainClass, connection })

/** @type {Readonly<Record<string, readonly Variant[]>>} */
export const KAFKA_TOOLS = {
  topics: [
    since(ALWAYS, 'kafka.admin.TopicCommand', 'zookeeper'),
    since('2.2.0', 'kafka.admin.TopicCommand'),
    since('3.8.0', `${TOOLS}.TopicCommand`),
  ],
  'console-producer': [
    since(ALWAYS, 'kafka.tools.ConsoleProducer', 'broker-list'),
    since('2.5.0', 'kafka.tools.ConsoleProducer'),
    since('4.0.0', `${TOOLS}.ConsoleProducer`),
  ],
  'console-consumer': [
    since(ALWAYS, 'kafka.tools.ConsoleConsumer'),
    since('3.8.0', `${TOOLS}.consumer.ConsoleConsumer`),
  ],
  'console-share-consumer': [since('4.0.0', `${TOOLS}.consumer.ConsoleShareConsumer`)],
  configs: [
    since(ALWAYS, 'kafka.admin.ConfigCommand', 'zookeeper'),
    since('2.6.0', 'kafka.admin.ConfigCommand'),
  ],
  'consumer-groups': [
    since(ALWAYS, 'kafka.admin.ConsumerGroupCommand'),
    since('3.8.0', `${TOOLS}.consumer.group.ConsumerGroupCommand`),
  ],
  groups: [since('4.0.0', `${TOOLS}.GroupsCommand`)],
  'share-groups': [since('4.0.0', `${TOOLS}.consumer.group.ShareGroupCommand`)],
  'streams-groups': [since('4.1.0', `${TOOLS}.streams.StreamsGroupCommand`)],
  'reassign-partitions': [
    since(ALWAYS, 'kafka.admin.ReassignPartitionsCommand', 'zookeeper'),
    since('2.6.0', 'kafka.admin.ReassignPartitionsCommand'),
    since('3.8.0', `${TOOLS}.reassign.ReassignPartitionsCommand`),
  ],
  'preferred-replica-election': [
    since(ALWAYS, 'kafka.admin.PreferredReplicaLeaderElectionCommand', 'zookeeper'),
  ],
  'leader-election': [
    since('2.4.0', 'kafka.admin.LeaderElectionCommand'),
    since('3.8.0', `${TOOLS}.LeaderElectionCommand`),
  ],
  'metadata-quorum': [since('3.8.0', `${TOOLS}.MetadataQuorumCommand`)],
  features: [since('3.8.0', `${TOOLS}.FeatureCommand`)],
  cluster: [
    since('2.8.0', 'kafka.tools.ClusterTool', 'last'),
    since('3.8.0', `${TOOLS}.ClusterTool`, 'last'),
  ],
  'log-dirs': [since(ALWAYS, 'kafka.admin.LogDirsCommand'), since('3.8.0', `${TOOLS}.LogDirsCommand`)],
  acls: [
    since(ALWAYS, 'kafka.admin.AclCommand', 'authorizer'),
    since('2.2.0', 'kafka.admin.AclCommand'),
    since('4.0.0', `${TOOLS}.AclCommand`),
  ],
  'delegation-tokens': [
    since(ALWAYS, 'kafka.admin.DelegationTokenCommand'),
    since('3.8.0', `${TOOLS}.DelegationTokenCommand`),
  ],
  'get-offsets': [
    since(ALWAYS, 'kafka.tools.GetOffsetShell', 'broker-list'),
    since('3.8.0', `${TOOLS}.GetOffsetShell`),
  ],
  'delete-records': [
    since(ALWAYS, 'kafka.admin.DeleteRecordsCommand'),
    since('3.8.0', `${TOOLS}.DeleteRecordsCommand`),
  ],
  transactions: [since('3.8.0', `${TOOLS}.TransactionsCommand`)],
  'client-metrics': [since('3.8.0', `${TOOLS}.ClientMetricsCommand`)],
  'broker-api-versions': [
    since(ALWAYS, 'kafka.admin.BrokerApiVersionsCommand'),
    since('4.0.0', `${TOOLS}.BrokerApiVersionsCommand`),
  ],
  'replica-verification': [
    since(ALWAYS, 'kafka.tools.ReplicaVerificationTool', 'broker-list'),
    since('3.8.0', `${TOOLS}.ReplicaVerificationTool`, 'broker-list'),
  ],
  'producer-perf-test': [since(ALWAYS, `${TOOLS}.ProducerPerformance`, 'producer-props')],
  'consumer-perf-test': [
    since(ALWAYS, 'kafka.tools.ConsumerPerformance', 'broker-list'),
    since('3.8.0', `${TOOLS}.ConsumerPerformance`),
  ],
  'share-consumer-perf-test': [since('4.1.0', `${TOOLS}.ShareConsumerPerformance`)],
  'verifiable-producer': [
    since(ALWAYS, `${TOOLS}.VerifiableProducer`, 'broker-list'),
    since('3.8.0', `${TOOLS}.VerifiableProducer`),
  ],
  'verifiable-consumer': [
    since(ALWAYS, `${TOOLS}.VerifiableConsumer`, 'broker-list'),
    since('3.8.0', `${TOOLS}.VerifiableConsumer`),
  ],
  'dump-log': [
    since(ALWAYS, 'kafka.tools.DumpLogSegments', 'none'),
    since('4.3.0', `${TOOLS}.DumpLogSegments`, 'none'),
  ],
}

/** The leader election of old releases is a tool of its own, which later ones dropped. */
const LAST_RELEASE = new Map([['preferred-replica-election', '3.0.0']])

/**
 * @param {string} name
 * @param {string} release
 * @returns {Variant | null}
 */
export function findTool(name, release) {
  const last = LAST_RELEASE.get(name)
  if (!Object.hasOwn(KAFKA_TOOLS, name) || (last && isAtLeast(release, last))) return null
  return KAFKA_TOOLS[name]?.findLast(({ from }) => isAtLeast(release, from)) ?? null
}

/** @param {string} release */
export const toolNames = (release) =>
  Object.keys(KAFKA_TOOLS).filter((name) => findTool(name, release) !== null)

/** @param {string} release @param {string} floor */
const isAtLeast = (release, floor) => release.localeCompare(floor, 'en', { numeric: true }) >= 0

/** Options by which a caller names the cluster himself; then nothing is added. */
const OWN_CONNECTION = new Set([
  '--bootstrap-server',
  '--bootstrap-servers',
  '--bootstrap-controller',
  '--broker-list',
  '--zookeeper',
  '--authorizer-properties',
])

/**
 * The arguments with the cluster's addresses in them.
 *
 * @param {Connection} connection
 * @param {readonly string[]} args
 * @param {{ bootstrap: string, zookeeper: string | null }} cluster
 * @returns {readonly string[]}
 */
export function connect(connection, args, { bootstrap, zookeeper }) {
  const isNamed = args.some((arg) => OWN_CONNECTION.has(arg.replace(/=.*$/s, '')))
  if (isNamed || args.includes('--help') || args.includes('--version')) return args
  switch (connection) {
    case 'first':
      return ['--bootstrap-server', bootstrap, ...args]
    case 'last':
      return [...args, '--bootstrap-server', bootstrap]
    case 'broker-list':
      return ['--broker-list', bootstrap, ...args]
    case 'zookeeper':
      return ['--zookeeper', zookeeper ?? '', ...args]
    case 'authorizer':
      return ['--authorizer-properties', `zookeeper.connect=${zookeeper}`, ...args]
    case 'producer-props':
      return withProducerProperty(args, `bootstrap.servers=${bootstrap}`)
    case 'none':
      return args
  }
}

/** The option takes any number of properties and counts only once. @param {readonly string[]} args @param {string} property */
function withProducerProperty(args, property) {
  if (args.some((arg) => arg.startsWith('bootstrap.servers='))) return args
  const at = args.indexOf('--producer-props')
  if (at < 0) return [...args, '--producer-props', property]
  return [...args.slice(0, at + 1), property, ...args.slice(at + 1)]
}
