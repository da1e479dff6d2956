import type { Dimensions } from '@/lib/domain/metrics/series'
import type { MetricUnit } from './units'
import type { Want } from './want'

/**
 * The charts of the monitoring page in the order they stand: which metrics, told how. A chart of brokers has a line
 * for each, the sum of its metrics there; a chart of the cluster has a line for each metric, added over the brokers.
 */
type BrokerChart = { lines: 'brokers'; metrics: readonly string[]; canStack?: true; canGroup?: true }
type ClusterChart = { lines: 'cluster'; metrics: readonly ClusterMetric[] }
type ClusterMetric = { metric: string; word: LineWord; of: 'brokers' | 'cluster' }

export type ChartSpec = (BrokerChart | ClusterChart) & {
  id: ChartId
  unit: MetricUnit
  statistic?: 'Maximum'
  /** Drawn as a dashed line, with the date at which it is reached. */
  limit?: number
  /** A share is seen against its whole. */
  reach?: number
  fromZero?: false
  /** Kept from this level of monitoring up. */
  level?: 'PER_BROKER'
}

export const CHART_IDS = [
  'bytesIn',
  'cpu',
  'disk',
  'produceP99',
  'bytesOut',
  'underReplicated',
  'messagesIn',
  'memory',
  'produceMean',
  'fetchP99',
  'connections',
  'heap',
  'logFlush',
  'isr',
  'replication',
  'handlerIdle',
] as const
export type ChartId = (typeof CHART_IDS)[number]

export type LineWord = 'underReplicated' | 'underMinIsr' | 'offline' | 'shrinks' | 'expands'

const spec = (
  id: ChartId,
  unit: MetricUnit,
  rest: Omit<ChartSpec, 'id' | 'unit'> & (BrokerChart | ClusterChart),
) => ({ id, unit, ...rest }) satisfies ChartSpec

const brokers = (...metrics: string[]): BrokerChart => ({ lines: 'brokers', metrics })
const ofBrokers = (metric: string, word: LineWord): ClusterMetric => ({ metric, word, of: 'brokers' })

export const DISK_LIMIT_PERCENT = 85

export const CHARTS: readonly ChartSpec[] = [
  spec('bytesIn', 'Bytes/Second', { ...brokers('BytesInPerSec'), canStack: true, canGroup: true }),
  spec('cpu', 'Percent', { ...brokers('CpuUser', 'CpuSystem'), reach: 100 }),
  spec('disk', 'Percent', {
    ...brokers('KafkaDataLogsDiskUsed'),
    limit: DISK_LIMIT_PERCENT,
    reach: 100,
    fromZero: false,
    statistic: 'Maximum',
  }),
  spec('produceP99', 'Milliseconds', brokers('ProduceTotalTimeMsP99')),
  spec('bytesOut', 'Bytes/Second', { ...brokers('BytesOutPerSec'), canStack: true, canGroup: true }),
  spec('underReplicated', 'Count', {
    lines: 'cluster',
    statistic: 'Maximum',
    metrics: [
      ofBrokers('UnderReplicatedPartitions', 'underReplicated'),
      ofBrokers('UnderMinIsrPartitionCount', 'underMinIsr'),
      { metric: 'OfflinePartitionsCount', word: 'offline', of: 'cluster' },
    ],
  }),
  spec('messagesIn', 'Count/Second', { ...brokers('MessagesInPerSec'), canStack: true, canGroup: true }),
  spec('memory', 'Bytes', { ...brokers('MemoryUsed'), canStack: true }),
  spec('produceMean', 'Milliseconds', brokers('ProduceTotalTimeMsMean')),
  spec('fetchP99', 'Milliseconds', brokers('FetchConsumerTotalTimeMsP99')),
  spec('connections', 'Count', { ...brokers('ConnectionCount'), canStack: true }),
  spec('heap', 'Percent', { ...brokers('HeapMemoryAfterGC'), reach: 100 }),
  spec('logFlush', 'Milliseconds', brokers('LogFlushTimeMsMean')),
  spec('isr', 'Count/Second', {
    lines: 'cluster',
    metrics: [ofBrokers('IsrShrinksPerSec', 'shrinks'), ofBrokers('IsrExpandsPerSec', 'expands')],
  }),
  spec('replication', 'Bytes/Second', {
    ...brokers('ReplicationBytesInPerSec'),
    canStack: true,
    level: 'PER_BROKER',
  }),
  spec('handlerIdle', 'None', { ...brokers('RequestHandlerAvgIdlePercent'), reach: 1, level: 'PER_BROKER' }),
]

export type LineName =
  { is: 'broker'; nodeId: number; zone: string } | { is: 'topic'; topic: string } | { is: LineWord }
/** One line of a chart: what is added up for it. */
export type ChartLine = { key: string; name: LineName; wants: readonly Want[] }

export type Watched = {
  clusterName: string
  brokers: readonly { nodeId: number; zone: string }[]
  /** Null: the brokers are told apart, else these topics, each over all brokers. */
  topics: readonly string[] | null
  /** What is asked of every chart; null: what says most about each. */
  statistic: string | null
  stepMs: number
}

/** Figures of topics are kept once a minute where there are many. */
const TOPIC_STEP_MS = 60_000

export function linesOf(chart: ChartSpec, watched: Watched): readonly ChartLine[] {
  const { brokers: nodes, topics } = watched
  const want = (metric: string, more: Dimensions, stepMs = watched.stepMs): Want => ({
    metric,
    dimensions: { 'Cluster Name': watched.clusterName, ...more },
    statistic: watched.statistic ?? chart.statistic ?? 'Average',
    stepMs,
  })
  if (chart.lines === 'cluster') {
    return chart.metrics.map(({ metric, word, of }) => ({
      key: word,
      name: { is: word },
      wants:
        of === 'cluster'
          ? [want(metric, {})]
          : nodes.map(({ nodeId }) => want(metric, { 'Broker ID': String(nodeId) })),
    }))
  }
  if (topics !== null && chart.canGroup) {
    const stepMs = Math.max(TOPIC_STEP_MS, watched.stepMs)
    return topics.map((topic) => ({
      key: topic,
      name: { is: 'topic', topic },
      wants: chart.metrics.flatMap((metric) =>
        nodes.map(({ nodeId }) => want(metric, { 'Broker ID': String(nodeId), Topic: topic }, stepMs)),
      ),
    }))
  }
  return nodes.map(({ nodeId, zone }) => ({
    key: String(nodeId),
    name: { is: 'broker', nodeId, zone },
    wants: chart.metrics.map((metric) => want(metric, { 'Broker ID': String(nodeId) })),
  }))
}

/** What an alarm made from a chart begins with: its metrics and statistic, and the broker if it shows only one. */
export function alarmBeginOf({ spec: chart, lines }: { spec: ChartSpec; lines: readonly ChartLine[] }) {
  const metric = chart.lines === 'brokers' ? chart.metrics.join(' + ') : (chart.metrics[0]?.metric ?? '')
  const [only] = lines
  const isOne = lines.length === 1 && only?.name.is === 'broker'
  return {
    metric,
    of: isOne ? `Broker ID ${only.key}` : null,
    statistic: only?.wants[0]?.statistic ?? 'Average',
  }
}
