import { includesLevel, type MonitoringLevel } from './level'

/**
 * How each figure of a broker follows from its MBeans. One table: what is asked of a node is exactly what it names,
 * so a level costs only what it shows.
 */
export type BrokerRule = { metric: string; level: MonitoringLevel; only?: 'ZOOKEEPER' } & (
  | { is: 'gauge'; mbean: string; attribute: string }
  | { is: 'rate'; mbean: string }
  /** Nanoseconds a pool was idle, as a share of the time. */
  | { is: 'idle'; mbean: string }
  /** Mean of what came since the last reading, of one or several histograms together. */
  | { is: 'mean'; mbeans: readonly string[] }
  /** Mean time spent on one request: sums of several histograms over the number of requests in the first. */
  | { is: 'time'; counted: readonly string[]; added: readonly string[] }
  /** Of Kafka's decaying sample; it stands still without traffic, so it is shown only when something came. */
  | { is: 'percentile'; mbean: string; attribute: string }
)

const REQUESTS = ['Produce', 'FetchConsumer', 'FetchFollower'] as const
type Request = (typeof REQUESTS)[number]
const PHASES = [
  'TotalTime',
  'LocalTime',
  'RequestQueueTime',
  'ResponseQueueTime',
  'ResponseSendTime',
] as const

const ofTopics = (name: string): string => `kafka.server:type=BrokerTopicMetrics,name=${name}`
const ofReplicas = (name: string): string => `kafka.server:type=ReplicaManager,name=${name}`
const ofRequests = (name: string, request: Request): string =>
  `kafka.network:type=RequestMetrics,name=${name},request=${request}`
const ofEach = (name: string): string[] => REQUESTS.map((request) => ofRequests(name, request))

const rate = (metric: string, level: MonitoringLevel, mbean = ofTopics(metric)): BrokerRule => ({
  metric,
  level,
  is: 'rate',
  mbean,
})
const replicas = (metric: string): BrokerRule => ({
  metric,
  level: 'DEFAULT',
  is: 'gauge',
  mbean: ofReplicas(metric),
  attribute: 'Value',
})
const mean = (metric: string, level: MonitoringLevel, ...mbeans: string[]): BrokerRule => ({
  metric,
  level,
  is: 'mean',
  mbeans,
})

export const BROKER_RULES: readonly BrokerRule[] = [
  rate('BytesInPerSec', 'DEFAULT'),
  rate('BytesOutPerSec', 'DEFAULT'),
  rate('MessagesInPerSec', 'DEFAULT'),
  replicas('LeaderCount'),
  replicas('PartitionCount'),
  replicas('UnderReplicatedPartitions'),
  replicas('UnderMinIsrPartitionCount'),
  mean('RequestBytesMean', 'DEFAULT', ...ofEach('RequestBytes')),
  {
    metric: 'RequestTime',
    level: 'DEFAULT',
    is: 'time',
    counted: ofEach('LocalTimeMs'),
    added: ofEach('ResponseSendTimeMs'),
  },
  {
    ...mean(
      'ZooKeeperRequestLatencyMsMean',
      'DEFAULT',
      'kafka.server:type=ZooKeeperClientMetrics,name=ZooKeeperRequestLatencyMs',
    ),
    only: 'ZOOKEEPER',
  },
  {
    metric: 'ZooKeeperSessionState',
    level: 'DEFAULT',
    only: 'ZOOKEEPER',
    is: 'gauge',
    mbean: 'kafka.server:type=SessionExpireListener,name=SessionState',
    attribute: 'Value',
  },
  ...REQUESTS.flatMap((request) =>
    PHASES.map((phase) =>
      mean(
        `${request}${phase}MsMean`,
        request === 'Produce' && phase === 'TotalTime' ? 'DEFAULT' : 'PER_BROKER',
        ofRequests(`${phase}Ms`, request),
      ),
    ),
  ),
  ...REQUESTS.map((request): BrokerRule => ({
    metric: `${request}TotalTimeMsP99`,
    level: 'DEFAULT',
    is: 'percentile',
    mbean: ofRequests('TotalTimeMs', request),
    attribute: '99thPercentile',
  })),
  rate('IsrShrinksPerSec', 'DEFAULT', ofReplicas('IsrShrinksPerSec')),
  rate('IsrExpandsPerSec', 'DEFAULT', ofReplicas('IsrExpandsPerSec')),
  mean('LogFlushTimeMsMean', 'DEFAULT', 'kafka.log:type=LogFlushStats,name=LogFlushRateAndTimeMs'),
  rate('LogFlushesPerSec', 'DEFAULT', 'kafka.log:type=LogFlushStats,name=LogFlushRateAndTimeMs'),
  {
    metric: 'RequestHandlerAvgIdlePercent',
    level: 'PER_BROKER',
    is: 'idle',
    mbean: 'kafka.server:type=KafkaRequestHandlerPool,name=RequestHandlerAvgIdlePercent',
  },
  rate('ProduceMessageConversionsPerSec', 'PER_BROKER'),
  rate('FetchMessageConversionsPerSec', 'PER_BROKER'),
  mean(
    'ProduceMessageConversionsTimeMsMean',
    'PER_BROKER',
    ofRequests('MessageConversionsTimeMs', 'Produce'),
  ),
  rate('ReplicationBytesInPerSec', 'PER_BROKER'),
  rate('ReplicationBytesOutPerSec', 'PER_BROKER'),
]

export const rulesOf = (level: MonitoringLevel, mode: 'KRAFT' | 'ZOOKEEPER'): readonly BrokerRule[] =>
  BROKER_RULES.filter(
    (rule) => includesLevel(level, rule.level) && (rule.only === undefined || rule.only === mode),
  )

/** The MBeans and attributes a rule is made from. */
export function readingsOf(rule: BrokerRule): readonly { mbean: string; attributes: readonly string[] }[] {
  switch (rule.is) {
    case 'gauge':
      return [{ mbean: rule.mbean, attributes: [rule.attribute] }]
    case 'rate':
    case 'idle':
      return [{ mbean: rule.mbean, attributes: ['Count'] }]
    case 'percentile':
      return [{ mbean: rule.mbean, attributes: ['Count', rule.attribute] }]
    case 'mean':
      return rule.mbeans.map((mbean) => ({ mbean, attributes: ['Count', 'Mean'] }))
    case 'time':
      return [...rule.counted, ...rule.added].map((mbean) => ({ mbean, attributes: ['Count', 'Mean'] }))
  }
}
