import type { GroupDetail } from '@/lib/contract/console/groups'
import type { MetricUnit } from '../metrics/units'
import type { Want } from '../metrics/want'
import { lagOfPartition } from './findings'

export type LagLine = {
  key: string
  of: { topic: string } | { partition: number }
  wants: readonly Want[]
}
export type LagChart = { key: string; unit: MetricUnit; lines: readonly LagLine[]; left: number } & (
  { is: 'sum' | 'age' } | { is: 'partitions'; topic: string }
)
export type Position = { topic: string; partition: number }

/** More lines than these nobody can tell apart, and more charts nobody looks through. */
const LINES_MAX = 8
const TOPICS_MAX = 4

type Ask = {
  clusterName: string
  group: string
  /** The worst first: what is left out is the rest. */
  positions: readonly Position[]
  /** Whether figures of single partitions are kept. */
  hasPartitions: boolean
  stepMs: number
}

export function lagChartsOf({
  clusterName,
  group,
  positions,
  hasPartitions,
  stepMs,
}: Ask): readonly LagChart[] {
  const topics = [...new Set(positions.map(({ topic }) => topic))]
  const want = (metric: string, topic: string, partition?: number): Want => ({
    metric,
    statistic: 'Maximum',
    stepMs,
    dimensions: {
      'Cluster Name': clusterName,
      'Consumer Group': group,
      Topic: topic,
      ...(partition === undefined ? {} : { Partition: String(partition) }),
    },
  })
  const byTopic = (is: 'sum' | 'age', unit: MetricUnit, metric: string): LagChart => ({
    is,
    key: is,
    unit,
    left: Math.max(0, topics.length - LINES_MAX),
    lines: topics
      .slice(0, LINES_MAX)
      .map((topic) => ({ key: topic, of: { topic }, wants: [want(metric, topic)] })),
  })
  const byPartition = (topic: string): LagChart => {
    const own = positions.filter((position) => position.topic === topic)
    return {
      is: 'partitions',
      topic,
      key: `lag-${topic}`,
      unit: 'Count',
      left: Math.max(0, own.length - LINES_MAX),
      lines: own.slice(0, LINES_MAX).map(({ partition }) => ({
        key: String(partition),
        of: { partition },
        wants: [want('OffsetLag', topic, partition)],
      })),
    }
  }
  return [
    byTopic('sum', 'Count', 'SumOffsetLag'),
    byTopic('age', 'Seconds', 'ConsumerLagAge'),
    ...(hasPartitions ? topics.slice(0, TOPICS_MAX).map(byPartition) : []),
  ]
}

/** Where the group has committed, the most lag first, and equal ones in their own order. */
export const worstFirst = ({ partitions }: GroupDetail): readonly Position[] =>
  partitions
    .filter(({ committed }) => committed !== null)
    .toSorted((a, b) => (lagOfPartition(b) ?? 0) - (lagOfPartition(a) ?? 0))
    .map(({ topic, partition }) => ({ topic, partition }))
