import { includesLevel, type MonitoringLevel } from '../metrics/level'
import type { Dimensions, DimensionName } from '../metrics/series'
import type { Comparison } from './alarm'

/**
 * The alarms that MSK's best practices ask for, as CloudWatch would be told to put them
 * (https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html). Lag has no threshold that fits all: a
 * person gives one for a group and its topic.
 */
type MetricQuery = {
  Id: string
  ReturnData: boolean
  MetricStat?: {
    Metric: { Namespace: string; MetricName: string; Dimensions: { Name: DimensionName; Value: string }[] }
    Period: number
    Stat: string
  }
  Expression?: string
  Label?: string
}
type Condition = {
  ComparisonOperator: Comparison
  Threshold: number
  Period: number
  EvaluationPeriods: number
}
export type RecommendedDefinition = Omit<Condition, 'Period'> & {
  AlarmDescription: string
  AlarmActions: string[]
  OKActions: string[]
  InsufficientDataActions: string[]
  TreatMissingData: 'missing'
  Namespace?: string
  MetricName?: string
  Dimensions?: { Name: DimensionName; Value: string }[]
  Statistic?: 'Average' | 'Maximum' | 'Sum'
  Period?: number
  Metrics?: MetricQuery[]
}

type Row = {
  key: string
  /** CPU stands for CpuUser and CpuSystem together. */
  metric: string
  per: 'cluster' | 'broker'
  level: MonitoringLevel
  statistic: 'Average' | 'Maximum' | 'Sum'
  condition: Condition
  description: string
}

const when = (
  ComparisonOperator: Comparison,
  Threshold: number,
  Period: number,
  EvaluationPeriods = 1,
): Condition => ({ ComparisonOperator, Threshold, Period, EvaluationPeriods })

const over = 'GreaterThanThreshold'
const atLeast = 'GreaterThanOrEqualToThreshold'
const under = 'LessThanThreshold'

const ROWS = [
  {
    key: 'active-controller',
    metric: 'ActiveControllerCount',
    per: 'cluster',
    level: 'DEFAULT',
    statistic: 'Maximum',
    condition: when(under, 1, 60, 5),
    description: 'No controller was active for five minutes.',
  },
  {
    key: 'offline-partitions',
    metric: 'OfflinePartitionsCount',
    per: 'cluster',
    level: 'DEFAULT',
    statistic: 'Maximum',
    condition: when(over, 0, 60),
    description: 'Partitions have no leader: they can be neither read nor written.',
  },
  {
    key: 'disk',
    metric: 'KafkaDataLogsDiskUsed',
    per: 'broker',
    level: 'DEFAULT',
    statistic: 'Maximum',
    condition: when(atLeast, 85, 60),
    description: 'The data volume is 85 % full. Grow storage, shorten retention or delete unused topics.',
  },
  {
    key: 'cpu',
    metric: 'CPU',
    per: 'broker',
    level: 'DEFAULT',
    statistic: 'Average',
    condition: when(over, 60, 300),
    description:
      'CpuUser and CpuSystem together leave less than the 40 % that take over when another broker fails.',
  },
  {
    key: 'under-min-isr',
    metric: 'UnderMinIsrPartitionCount',
    per: 'broker',
    level: 'DEFAULT',
    statistic: 'Average',
    condition: when(atLeast, 1, 60),
    description: 'Partitions have fewer replicas in sync than they must: producers with acks=all fail.',
  },
  {
    key: 'under-replicated',
    metric: 'UnderReplicatedPartitions',
    per: 'broker',
    level: 'DEFAULT',
    statistic: 'Sum',
    condition: when(over, 0, 60, 15),
    description: 'Partitions have lacked replicas for a quarter of an hour, longer than a restart takes.',
  },
  {
    key: 'heap',
    metric: 'HeapMemoryAfterGC',
    per: 'broker',
    level: 'DEFAULT',
    statistic: 'Average',
    condition: when(over, 60, 300, 3),
    description: 'More than 60 % of the heap is in use after garbage collection.',
  },
  {
    key: 'request-handlers',
    metric: 'RequestHandlerAvgIdlePercent',
    per: 'broker',
    level: 'PER_BROKER',
    statistic: 'Average',
    condition: when(under, 0.3, 300),
    description: 'Request handlers are idle for less than 30 % of their time.',
  },
  {
    key: 'network-processors',
    metric: 'NetworkProcessorAvgIdlePercent',
    per: 'broker',
    level: 'PER_BROKER',
    statistic: 'Average',
    condition: when(under, 0.3, 300),
    description: 'Network processors are idle for less than 30 % of their time.',
  },
] as const satisfies readonly Row[]

/** What is recommended for a metric, or for several added up; null where MSK's best practices name no limit. */
export function recommendedFor(metrics: readonly string[]) {
  const name = metrics.toSorted().join() === 'CpuSystem,CpuUser' ? 'CPU' : metrics.join(' + ')
  const row = ROWS.find(({ metric }) => metric === name)
  return row === undefined ? null : { statistic: row.statistic, ...row.condition }
}

export type RecommendedKey = (typeof ROWS)[number]['key'] | 'lag'
export type RecommendedAlarm = {
  key: RecommendedKey
  name: string
  brokerId: number | null
  definition: RecommendedDefinition
}

export type AlarmedCluster = {
  clusterName: string
  brokerIds: readonly number[]
  level: MonitoringLevel
}

export const recommendedAlarms = (cluster: AlarmedCluster): readonly RecommendedAlarm[] =>
  ROWS.filter(({ level }) => includesLevel(cluster.level, level)).flatMap((row) => {
    const { clusterName, brokerIds } = cluster
    if (row.per === 'cluster')
      return [alarm(row, nameFor(row, clusterName), null, { 'Cluster Name': clusterName })]
    return brokerIds.map((id) =>
      alarm(row, nameFor(row, clusterName, String(id)), id, {
        'Cluster Name': clusterName,
        'Broker ID': String(id),
      }),
    )
  })

const nameFor = ({ key }: Pick<Row, 'key'>, clusterName: string, brokerId?: string): string =>
  brokerId === undefined ? `${clusterName}-${key}` : `${clusterName}-${key}-broker-${brokerId}`

const QUIET = { AlarmActions: [], OKActions: [], InsufficientDataActions: [] }

function alarm(
  { key, metric, statistic, condition, description }: (typeof ROWS)[number],
  name: string,
  brokerId: number | null,
  dimensions: Dimensions,
): RecommendedAlarm {
  const { Period, ...rest } = condition
  const watched =
    metric === 'CPU' ? { Metrics: cpu(dimensions, Period) } : single(metric, statistic, Period, dimensions)
  return {
    key,
    name,
    brokerId,
    definition: { AlarmDescription: description, ...QUIET, ...watched, ...rest, TreatMissingData: 'missing' },
  }
}

const NAMESPACE = 'AWS/Kafka'

const single = (
  MetricName: string,
  Statistic: 'Average' | 'Maximum' | 'Sum',
  Period: number,
  dimensions: Dimensions,
) => ({ Namespace: NAMESPACE, MetricName, Dimensions: wire(dimensions), Statistic, Period })

function cpu(dimensions: Dimensions, Period: number): MetricQuery[] {
  const query = (Id: string, MetricName: string): MetricQuery => ({
    Id,
    ReturnData: false,
    MetricStat: {
      Metric: { Namespace: NAMESPACE, MetricName, Dimensions: wire(dimensions) },
      Period,
      Stat: 'Average',
    },
  })
  const busy = { Id: 'busy', ReturnData: true, Expression: 'user + system', Label: 'CpuUser + CpuSystem' }
  return [query('user', 'CpuUser'), query('system', 'CpuSystem'), busy]
}

const wire = (dimensions: Dimensions): { Name: DimensionName; Value: string }[] => {
  const names = ['Cluster Name', 'Broker ID', 'Consumer Group', 'Topic'] as const
  return names.flatMap((Name) => {
    const Value = dimensions[Name]
    return Value === undefined ? [] : [{ Name, Value }]
  })
}

const ALARM_NAME_MAX = 255

/** One for each group and topic whose lag a person gave a bound. */
export function lagAlarm(
  clusterName: string,
  { group, topic, offsets }: { group: string; topic: string; offsets: number },
): RecommendedAlarm {
  const dimensions: Dimensions = { 'Cluster Name': clusterName, 'Consumer Group': group, Topic: topic }
  return {
    key: 'lag',
    name: `${clusterName}-lag-${group}-${topic}`.slice(0, ALARM_NAME_MAX),
    brokerId: null,
    definition: {
      AlarmDescription:
        `The group ${group} was more than ${offsets} records behind on a partition of ${topic} for a quarter of an hour.`.slice(
          0,
          1024,
        ),
      ...QUIET,
      ...single('MaxOffsetLag', 'Maximum', 60, dimensions),
      ComparisonOperator: over,
      Threshold: offsets,
      EvaluationPeriods: 15,
      TreatMissingData: 'missing',
    },
  }
}

type Described = {
  name: string
  description: string | undefined
  dimensions: Dimensions
  threshold: number
}
export type RecommendedDescription =
  { key: (typeof ROWS)[number]['key'] } | { key: 'lag'; group: string; topic: string; offsets: number }

/** What a recommended alarm says of itself, for whoever words it anew; null once somebody described it otherwise. */
export function recommendedDescription({
  name,
  description,
  dimensions,
  threshold,
}: Described): RecommendedDescription | null {
  const {
    'Cluster Name': clusterName,
    'Broker ID': brokerId,
    'Consumer Group': group,
    Topic: topic,
  } = dimensions
  if (clusterName === undefined) return null
  const row = ROWS.find(
    (each) => each.description === description && nameFor(each, clusterName, brokerId) === name,
  )
  if (row !== undefined) return { key: row.key }
  if (group === undefined || topic === undefined) return null
  const lag = lagAlarm(clusterName, { group, topic, offsets: threshold })
  const isUnchanged = lag.name === name && lag.definition.AlarmDescription === description
  return isUnchanged ? { key: 'lag', group, topic, offsets: threshold } : null
}
