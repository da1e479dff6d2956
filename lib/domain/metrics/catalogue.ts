import type { MonitoringLevel } from './level'
import type { DimensionName } from './series'

/**
 * Every metric of MSK's standard brokers and a few of Mosaik's own: what it is, at which level it is kept, and where
 * its numbers come from, or why there are none. `docs/metrics.md` says the same for people.
 */

/** Units as CloudWatch spells them. */
export const METRIC_UNITS = [
  'Count',
  'Count/Second',
  'Bytes',
  'Bytes/Second',
  'Milliseconds',
  'Seconds',
  'Percent',
  'None',
] as const
export type MetricUnit = (typeof METRIC_UNITS)[number]

/** The statistic that says most about it, for whoever did not choose one. */
export type DefaultStatistic = 'Average' | 'Sum' | 'Maximum'

export type Metric = {
  name: string
  unit: MetricUnit
  level: MonitoringLevel
  dimensions: readonly (readonly DimensionName[])[]
  statistic: DefaultStatistic
  /** MSK has no such metric. */
  isOwn?: true
} & ({ source: string } | { unavailable: string })

const CLUSTER = ['Cluster Name'] as const
const BROKER = ['Cluster Name', 'Broker ID'] as const
const BROKER_TOPIC = [...BROKER, 'Topic'] as const
const GROUP_TOPIC = ['Cluster Name', 'Consumer Group', 'Topic'] as const
const GROUP_PARTITION = [...GROUP_TOPIC, 'Partition'] as const

type Row = readonly [name: string, unit: MetricUnit, source: string, statistic?: DefaultStatistic]

const rows = (
  level: MonitoringLevel,
  dimensions: readonly (readonly DimensionName[])[],
  list: readonly Row[],
): readonly Metric[] =>
  list.map(([name, unit, source, statistic = 'Average']) => ({
    name,
    unit,
    level,
    dimensions,
    statistic,
    source,
  }))

const own = (metrics: readonly Metric[]): readonly Metric[] =>
  metrics.map((metric) => ({ ...metric, isOwn: true }))

const without = (
  level: MonitoringLevel,
  unavailable: string,
  list: readonly (readonly [name: string, unit: MetricUnit])[],
  dimensions: readonly (readonly DimensionName[])[] = [BROKER],
): readonly Metric[] =>
  list.map(([name, unit]) => ({ name, unit, level, dimensions, statistic: 'Average', unavailable }))

const CONTROLLER = 'the active controller’s KafkaController'
const TOPICS = 'counter of BrokerTopicMetrics'
const REPLICAS = 'ReplicaManager'
const LAG = 'OffsetFetch at the group’s coordinator, ListOffsets at the leaders'
const SOCKETS = 'socket-server-metrics'

const ofCluster = rows(
  'DEFAULT',
  [CLUSTER],
  [
    ['ActiveControllerCount', 'Count', `${CONTROLLER}; 1 is well`, 'Maximum'],
    ['GlobalTopicCount', 'Count', CONTROLLER, 'Maximum'],
    ['GlobalPartitionCount', 'Count', `${CONTROLLER}; without replicas`, 'Maximum'],
    ['OfflinePartitionsCount', 'Count', CONTROLLER, 'Maximum'],
    ['PreferredReplicaImbalanceCount', 'Count', CONTROLLER, 'Maximum'],
  ],
)

const ofBroker = rows(
  'DEFAULT',
  [BROKER],
  [
    ['MessagesInPerSec', 'Count/Second', TOPICS],
    ['ConnectionCount', 'Count', `${SOCKETS}: connection-count of all listeners`],
    ['CpuUser', 'Percent', '/proc/PID/stat, of the CPU share of the broker type'],
    ['CpuSystem', 'Percent', '/proc/PID/stat, of the CPU share of the broker type'],
    [
      'CpuIdle',
      'Percent',
      'what CpuUser and CpuSystem leave of the share; waiting for the disk counts as idle',
    ],
    ['HeapMemoryAfterGC', 'Percent', 'CollectionUsage of the heap’s memory pools'],
    ['KafkaAppLogsDiskUsed', 'Percent', 'blocks of the log folder, of all that the rotated log may take'],
    ['RootDiskUsed', 'Percent', 'the disk that MOSAIK_HOME is on, shared by all brokers here'],
    ['LeaderCount', 'Count', REPLICAS],
    ['PartitionCount', 'Count', `${REPLICAS}; replicas included`],
    ['UnderReplicatedPartitions', 'Count', REPLICAS, 'Sum'],
    ['UnderMinIsrPartitionCount', 'Count', REPLICAS],
    ['UserPartitionExists', 'None', 'replicas in the cluster’s metadata', 'Maximum'],
    ['MemoryUsed', 'Bytes', 'Pss in /proc/PID/smaps_rollup: shared pages are divided among their users'],
    [
      'MemoryFree',
      'Bytes',
      'memory of the broker type that is not used, at most what the host has available',
    ],
    ['SwapUsed', 'Bytes', 'SwapPss in /proc/PID/smaps_rollup'],
    ['SwapFree', 'Bytes', 'SwapFree of the host'],
    [
      'ProduceTotalTimeMsMean',
      'Milliseconds',
      'RequestMetrics TotalTimeMs: mean of what came since the last reading',
    ],
    ['RequestBytesMean', 'Bytes', 'RequestMetrics RequestBytes of produce and fetch requests'],
    [
      'RequestTime',
      'Milliseconds',
      'RequestMetrics LocalTimeMs + ResponseSendTimeMs of produce and fetch requests',
    ],
    ['ZooKeeperRequestLatencyMsMean', 'Milliseconds', 'ZooKeeperClientMetrics; ZooKeeper mode only'],
    ['ZooKeeperSessionState', 'None', 'SessionExpireListener as MSK’s code; ZooKeeper mode only', 'Maximum'],
  ],
)

const ofBrokerFurther: readonly Metric[] = [
  ...rows(
    'DEFAULT',
    [BROKER, BROKER_TOPIC],
    [
      [
        'BytesInPerSec',
        'Bytes/Second',
        `${TOPICS}: compressed bytes from clients, without replication`,
        'Sum',
      ],
      ['BytesOutPerSec', 'Bytes/Second', `${TOPICS}: to clients, without followers`, 'Sum'],
    ],
  ),
  ...rows(
    'DEFAULT',
    [CLUSTER, BROKER],
    [['KafkaDataLogsDiskUsed', 'Percent', 'blocks of the data folder, of the provisioned volume', 'Maximum']],
  ),
  ...rows(
    'DEFAULT',
    [[...BROKER, 'Client Authentication']],
    [['ClientConnectionCount', 'Count', `${SOCKETS}: connection-count of each client listener`]],
  ),
]

const ofGroups = rows(
  'DEFAULT',
  [GROUP_TOPIC],
  [
    ['MaxOffsetLag', 'Count', `${LAG}: the worst partition`, 'Maximum'],
    ['SumOffsetLag', 'Count', `${LAG}: all partitions`, 'Maximum'],
    [
      'EstimatedMaxTimeLag',
      'Seconds',
      'MaxOffsetLag at the pace the group had in the last minute',
      'Maximum',
    ],
    ['RollingEstimatedTimeLagMax', 'Seconds', 'the same at its pace over the last ten minutes', 'Maximum'],
  ],
)

const REQUEST_PHASES = ['Produce', 'FetchConsumer', 'FetchFollower'].flatMap((request) =>
  ['TotalTime', 'LocalTime', 'RequestQueueTime', 'ResponseQueueTime', 'ResponseSendTime'].map(
    (phase): Row => [
      `${request}${phase}MsMean`,
      'Milliseconds',
      phase === 'TotalTime' && request !== 'Produce'
        ? `RequestMetrics ${phase}Ms; includes waiting for something to fetch`
        : `RequestMetrics ${phase}Ms`,
    ],
  ),
)

const perBroker = rows(
  'PER_BROKER',
  [BROKER],
  [
    ...REQUEST_PHASES.filter(([name]) => name !== 'ProduceTotalTimeMsMean'),
    ['ConnectionCreationRate', 'Count/Second', `${SOCKETS}: counter of client listeners`, 'Sum'],
    ['ConnectionCloseRate', 'Count/Second', `${SOCKETS}: counter of client listeners`, 'Sum'],
    ['TcpConnections', 'Count', `${SOCKETS}: connections accepted in the period, all listeners`, 'Sum'],
    ['TrafficBytes', 'Bytes', `${SOCKETS}: bytes in and out of client listeners in the period`, 'Sum'],
    ['NetworkProcessorAvgIdlePercent', 'None', `${SOCKETS}: counter of idle nanoseconds, 0 to 1`],
    ['RequestHandlerAvgIdlePercent', 'None', 'KafkaRequestHandlerPool: counter of idle nanoseconds, 0 to 1'],
    ['ReplicationBytesInPerSec', 'Bytes/Second', TOPICS, 'Sum'],
    ['ReplicationBytesOutPerSec', 'Bytes/Second', TOPICS, 'Sum'],
    ['ProduceMessageConversionsTimeMsMean', 'Milliseconds', 'RequestMetrics MessageConversionsTimeMs'],
    ['ProduceThrottleByteRate', 'Bytes/Second', 'quota sensors of those held up'],
    ['FetchThrottleByteRate', 'Bytes/Second', 'quota sensors of those held up'],
    ['ProduceThrottleTime', 'Milliseconds', 'quota sensors of those held up'],
    ['FetchThrottleTime', 'Milliseconds', 'quota sensors of those held up'],
    ['RequestThrottleTime', 'Milliseconds', 'quota sensors of those held up'],
    ['ProduceThrottleQueueSize', 'Count', 'quota manager queue-size'],
    ['FetchThrottleQueueSize', 'Count', 'quota manager queue-size'],
    ['RequestThrottleQueueSize', 'Count', 'quota manager queue-size'],
    ['RequestExemptFromThrottleTime', 'Milliseconds', 'exempt-request-time: milliseconds in each second'],
    ['VolumeReadBytes', 'Bytes', '/proc/PID/io read_bytes in the period', 'Sum'],
    [
      'VolumeWriteBytes',
      'Bytes',
      '/proc/PID/io write_bytes in the period, counted when written to the cache',
      'Sum',
    ],
  ],
)

const perTopic: readonly Metric[] = [
  ...rows(
    'PER_TOPIC_PER_BROKER',
    [BROKER_TOPIC],
    [['MessagesInPerSec', 'Count/Second', `${TOPICS} of the topic`]],
  ),
  ...rows(
    'PER_BROKER',
    [BROKER],
    [
      ['ProduceMessageConversionsPerSec', 'Count/Second', TOPICS],
      ['FetchMessageConversionsPerSec', 'Count/Second', TOPICS],
    ],
  ),
  ...rows(
    'PER_TOPIC_PER_BROKER',
    [BROKER_TOPIC],
    [
      [
        'ProduceMessageConversionsPerSec',
        'Count/Second',
        `${TOPICS} of the topic, from the first conversion on`,
      ],
      [
        'FetchMessageConversionsPerSec',
        'Count/Second',
        `${TOPICS} of the topic, from the first conversion on`,
      ],
    ],
  ),
]

const perPartition = rows(
  'PER_TOPIC_PER_PARTITION',
  [GROUP_PARTITION],
  [
    ['OffsetLag', 'Count', LAG, 'Maximum'],
    ['EstimatedTimeLag', 'Seconds', 'OffsetLag at the pace the group had in the last minute', 'Maximum'],
    ['RollingEstimatedTimeLag', 'Seconds', 'the same at its pace over the last ten minutes', 'Maximum'],
  ],
)

const mosaiks: readonly Metric[] = own([
  ...rows(
    'DEFAULT',
    [BROKER],
    [
      ['ProduceTotalTimeMsP99', 'Milliseconds', 'RequestMetrics 99thPercentile, while requests come'],
      ['FetchConsumerTotalTimeMsP99', 'Milliseconds', 'RequestMetrics 99thPercentile, while requests come'],
      ['FetchFollowerTotalTimeMsP99', 'Milliseconds', 'RequestMetrics 99thPercentile, while requests come'],
      ['IsrShrinksPerSec', 'Count/Second', `counter of ${REPLICAS}`],
      ['IsrExpandsPerSec', 'Count/Second', `counter of ${REPLICAS}`],
      ['LogFlushTimeMsMean', 'Milliseconds', 'LogFlushStats: mean of what came since the last reading'],
      ['LogFlushesPerSec', 'Count/Second', 'LogFlushStats'],
    ],
  ),
  ...rows(
    'DEFAULT',
    [GROUP_TOPIC],
    [
      [
        'ConsumerLagAge',
        'Seconds',
        'age of the oldest unread record, from when its offset was the end',
        'Maximum',
      ],
    ],
  ),
  ...rows(
    'PER_TOPIC_PER_PARTITION',
    [GROUP_PARTITION],
    [
      [
        'ConsumerLagAge',
        'Seconds',
        'age of the oldest unread record, from when its offset was the end',
        'Maximum',
      ],
    ],
  ),
])

const OWN_INTERFACE =
  'Brokers share the network interface of this machine; counted there it would be everyone’s.'
const OWN_DEVICE = 'Brokers share the disk of this machine; what the device does cannot be told apart.'
const NO_CREDITS = 'Nothing here takes CPU time away when credits run out, so there are none.'
const NO_IAM = 'Brokers have no IAM listener yet.'
const NO_TIERS = 'Tiered storage is not built yet.'

const unavailable: readonly Metric[] = [
  ...without('DEFAULT', 'The kernel does not account for it per process.', [
    ['CpuIoWait', 'Percent'],
    ['MemoryBuffered', 'Bytes'],
  ]),
  ...without('DEFAULT', 'Counting the cached pages of every file costs more than it tells.', [
    ['MemoryCached', 'Bytes'],
  ]),
  ...without('DEFAULT', NO_CREDITS, [['CPUCreditBalance', 'Count']]),
  ...without('PER_BROKER', NO_CREDITS, [['CpuCreditUsage', 'Count']]),
  ...without('DEFAULT', 'A volume is a folder on a disk of this machine: it has no burst credits.', [
    ['BurstBalance', 'Percent'],
  ]),
  ...without('DEFAULT', OWN_INTERFACE, [
    ['NetworkRxDropped', 'Count'],
    ['NetworkRxErrors', 'Count'],
    ['NetworkRxPackets', 'Count'],
    ['NetworkTxDropped', 'Count'],
    ['NetworkTxErrors', 'Count'],
    ['NetworkTxPackets', 'Count'],
    ['TrafficShaping', 'Count'],
  ]),
  ...without('PER_BROKER', OWN_INTERFACE, [
    ['BwInAllowanceExceeded', 'Count'],
    ['BwOutAllowanceExceeded', 'Count'],
    ['PpsAllowanceExceeded', 'Count'],
    ['ConnTrackAllowanceExceeded', 'Count'],
  ]),
  ...without('PER_BROKER', OWN_DEVICE, [
    ['VolumeQueueLength', 'Count'],
    ['VolumeReadOps', 'Count'],
    ['VolumeWriteOps', 'Count'],
    ['VolumeTotalReadTime', 'Seconds'],
    ['VolumeTotalWriteTime', 'Seconds'],
  ]),
  ...without('PER_BROKER', NO_IAM, [
    ['IAMNumberOfConnectionRequests', 'Count/Second'],
    ['IAMTooManyConnections', 'Count'],
  ]),
  ...without('DEFAULT', 'Of Express brokers only.', [['StorageUsed', 'Bytes']], [CLUSTER]),
  ...without('PER_BROKER', NO_TIERS, [
    ['RemoteCopyBytesPerSec', 'Bytes/Second'],
    ['RemoteCopyErrorsPerSec', 'Count/Second'],
    ['RemoteCopyLagBytes', 'Bytes'],
    ['RemoteFetchBytesPerSec', 'Bytes/Second'],
    ['RemoteFetchErrorsPerSec', 'Count/Second'],
    ['RemoteFetchRequestsPerSec', 'Count/Second'],
    ['RemoteLogManagerTasksAvgIdlePercent', 'None'],
    ['RemoteLogReaderAvgIdlePercent', 'None'],
    ['RemoteLogReaderTaskQueueSize', 'Count'],
    ['RemoteLogSizeBytes', 'Bytes'],
  ]),
]

export const METRICS: readonly Metric[] = [
  ...ofCluster,
  ...ofBroker,
  ...ofBrokerFurther,
  ...ofGroups,
  ...perBroker,
  ...perTopic,
  ...perPartition,
  ...mosaiks,
  ...unavailable,
]
