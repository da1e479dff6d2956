import { includesLevel, type MonitoringLevel } from './level'
import type { OffsetHistory } from './offset-history'
import type { Figure } from './sample'

/** Where a group stands in one partition. */
export type GroupPosition = {
  group: string
  topic: string
  partition: number
  committed: number
  end: number
  ends: OffsetHistory
  commits: OffsetHistory
}

/** MSK estimates by the pace of now, and in the newer metric by that of a longer time. */
const PACE_MS = { now: 60_000, rolling: 600_000 } as const

type Lag = {
  position: GroupPosition
  offsets: number
  drainS: number | null
  rollingDrainS: number | null
  ageS: number | null
}

export function lagFigures(
  positions: readonly GroupPosition[],
  now: number,
  level: MonitoringLevel,
): readonly Figure[] {
  const lags = positions.map((position) => lagOf(position, now))
  const ofPartitions = includesLevel(level, 'PER_TOPIC_PER_PARTITION') ? lags.flatMap(partitionFigures) : []
  return [...[...byTopic(lags).values()].flatMap(topicLagFigures), ...ofPartitions]
}

function lagOf(position: GroupPosition, now: number): Lag {
  const { committed, end, ends, commits } = position
  const offsets = Math.max(0, end - committed)
  return {
    position,
    offsets,
    drainS: drainSeconds(offsets, commits.pace(PACE_MS.now)),
    rollingDrainS: drainSeconds(offsets, commits.pace(PACE_MS.rolling)),
    ageS: offsets === 0 ? 0 : ageSeconds(ends.passed(committed)?.at, now),
  }
}

/** Time to read what is left. A group that stands still never will: no number says that. */
function drainSeconds(offsets: number, pace: number | null): number | null {
  if (offsets === 0) return 0
  return pace === null || pace <= 0 ? null : offsets / pace
}

export const ageSeconds = (at: number | undefined, now: number): number | null =>
  at === undefined ? null : Math.max(0, now - at) / 1000

function byTopic(lags: readonly Lag[]): Map<string, Lag[]> {
  const topics = new Map<string, Lag[]>()
  for (const lag of lags) {
    const key = JSON.stringify([lag.position.group, lag.position.topic])
    const own = topics.get(key)
    if (own === undefined) topics.set(key, [lag])
    else own.push(lag)
  }
  return topics
}

function topicLagFigures(lags: readonly Lag[]): readonly Figure[] {
  const [first] = lags
  if (first === undefined) return []
  const { group, topic } = first.position
  const dimensions = { 'Consumer Group': group, Topic: topic }
  const offsets = lags.map((lag) => lag.offsets)
  return [
    { metric: 'MaxOffsetLag', value: Math.max(...offsets), dimensions },
    { metric: 'SumOffsetLag', value: offsets.reduce((sum, each) => sum + each, 0), dimensions },
    ...worst(
      'EstimatedMaxTimeLag',
      dimensions,
      lags.map(({ drainS }) => drainS),
    ),
    ...worst(
      'RollingEstimatedTimeLagMax',
      dimensions,
      lags.map(({ rollingDrainS }) => rollingDrainS),
    ),
    ...worst(
      'ConsumerLagAge',
      dimensions,
      lags.map(({ ageS }) => ageS),
    ),
  ]
}

function partitionFigures({ position, offsets, drainS, rollingDrainS, ageS }: Lag): readonly Figure[] {
  const { group, topic, partition } = position
  const dimensions = { 'Consumer Group': group, Topic: topic, Partition: String(partition) }
  return [
    { metric: 'OffsetLag', value: offsets, dimensions },
    ...worst('EstimatedTimeLag', dimensions, [drainS]),
    ...worst('RollingEstimatedTimeLag', dimensions, [rollingDrainS]),
    ...worst('ConsumerLagAge', dimensions, [ageS]),
  ]
}

/** The worst of those that are known; a partition that is never read to its end has no time, and hides no other. */
function worst(
  metric: string,
  dimensions: Readonly<Record<string, string>>,
  values: readonly (number | null)[],
): readonly Figure[] {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? [] : [{ metric, value: Math.max(...known), dimensions }]
}
