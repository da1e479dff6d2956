import type { Dimensions } from '@/lib/domain/metrics/series'
import { forecastReach } from '@/lib/domain/metrics/forecast'
import { DISK_LIMIT_PERCENT, type Watched } from './charts'
import { latestOf, maxPoints, NO_POINTS, peakOf, sumPoints, type Latest, type Points } from './points'
import type { Span } from './time-range'
import type { MetricUnit } from './units'
import { wantKey, type Want } from './want'

/** The figures one looks at first, in the order they stand. */
export const VITALS = [
  'bytesIn',
  'bytesOut',
  'messagesIn',
  'underReplicated',
  'offline',
  'controllers',
  'disk',
  'cpu',
  'lag',
] as const
export type VitalName = (typeof VITALS)[number]
export type VitalTone = 'idle' | 'warn' | 'bad'

export type Vital = {
  name: VitalName
  unit: MetricUnit
  points: Points
  latest: Latest | null
  peak: Latest | null
  tone: VitalTone
  /** The broker or the group that has this value. */
  owner: string | null
  /** When a disk will be full, if it goes on like this. */
  reachedAt: number | null
}

type VitalSpec = {
  unit: MetricUnit
  metrics: readonly string[]
  of: 'cluster' | 'brokers' | 'groups'
  join: 'sum' | 'max'
  statistic: 'Average' | 'Maximum'
  toneOf: (value: number) => VitalTone
}

const calm = (): VitalTone => 'idle'
const spec = (unit: MetricUnit, metrics: readonly string[], rest: Partial<VitalSpec> = {}): VitalSpec => ({
  unit,
  metrics,
  of: 'brokers',
  join: 'sum',
  statistic: 'Average',
  toneOf: calm,
  ...rest,
})

/** Limits are those of MSK's best practices: disk 85 %, CPU 60 %. */
const SPECS: Record<VitalName, VitalSpec> = {
  bytesIn: spec('Bytes/Second', ['BytesInPerSec']),
  bytesOut: spec('Bytes/Second', ['BytesOutPerSec']),
  messagesIn: spec('Count/Second', ['MessagesInPerSec']),
  underReplicated: spec('Count', ['UnderReplicatedPartitions'], {
    statistic: 'Maximum',
    toneOf: (value) => (value > 0 ? 'warn' : 'idle'),
  }),
  offline: spec('Count', ['OfflinePartitionsCount'], {
    of: 'cluster',
    statistic: 'Maximum',
    toneOf: (value) => (value > 0 ? 'bad' : 'idle'),
  }),
  controllers: spec('Count', ['ActiveControllerCount'], {
    of: 'cluster',
    statistic: 'Maximum',
    toneOf: (value) => (value === 1 ? 'idle' : 'bad'),
  }),
  disk: spec('Percent', ['KafkaDataLogsDiskUsed'], {
    join: 'max',
    statistic: 'Maximum',
    toneOf: (value) => (value >= DISK_LIMIT_PERCENT ? 'bad' : value >= 75 ? 'warn' : 'idle'),
  }),
  cpu: spec('Percent', ['CpuUser', 'CpuSystem'], {
    join: 'max',
    toneOf: (value) => (value > 60 ? 'warn' : 'idle'),
  }),
  lag: spec('Count', ['MaxOffsetLag'], { of: 'groups', join: 'max', statistic: 'Maximum' }),
}

export type GroupTopic = { group: string; topic: string }
export type VitalsAsk = Omit<Watched, 'statistic' | 'topics'> & { groups: readonly GroupTopic[] }
type Owned = { owner: string; wants: readonly Want[] }

function ownedWants(name: VitalName, { clusterName, brokers, groups, stepMs }: VitalsAsk): readonly Owned[] {
  const { metrics, of, statistic } = SPECS[name]
  const wants = (more: Dimensions): readonly Want[] =>
    metrics.map((metric) => ({
      metric,
      statistic,
      stepMs,
      dimensions: { 'Cluster Name': clusterName, ...more },
    }))
  if (of === 'cluster') return [{ owner: clusterName, wants: wants({}) }]
  if (of === 'groups')
    return groups.map(({ group, topic }) => ({
      owner: group,
      wants: wants({ 'Consumer Group': group, Topic: topic }),
    }))
  return brokers.map(({ nodeId }) => ({
    owner: String(nodeId),
    wants: wants({ 'Broker ID': String(nodeId) }),
  }))
}

export const vitalWants = (ask: VitalsAsk): readonly Want[] =>
  VITALS.flatMap((name) => ownedWants(name, ask).flatMap(({ wants }) => wants))

export function vitalsOf(ask: VitalsAsk, held: ReadonlyMap<string, Points>, window: Span): readonly Vital[] {
  return VITALS.map((name) => {
    const { unit, join, toneOf } = SPECS[name]
    const owned = ownedWants(name, ask).map(({ owner, wants }) => ({
      owner,
      points: sumPoints(wants.map((want) => held.get(wantKey(want)) ?? NO_POINTS)),
    }))
    const all = owned.map(({ points }) => points)
    const points = join === 'sum' ? sumPoints(all) : maxPoints(all)
    const latest = latestOf(points, window, ask.stepMs)
    const first = join === 'max' ? highest(owned, window, ask.stepMs) : null
    return {
      name,
      unit,
      points,
      latest: join === 'sum' ? settledLatest(all, window, ask.stepMs) : (first?.latest ?? latest),
      peak: peakOf(points),
      tone: latest === null ? 'idle' : toneOf(first?.latest.value ?? latest.value),
      owner: first?.owner ?? null,
      reachedAt: name === 'disk' && first !== null ? forecastReach(first.points, DISK_LIMIT_PERCENT) : null,
    }
  })
}

/** Who has the most now. */
function highest(owned: readonly { owner: string; points: Points }[], window: Span, stepMs: number) {
  const now = owned.flatMap(({ owner, points }) => {
    const latest = latestOf(points, window, stepMs)
    return latest === null ? [] : [{ owner, points, latest }]
  })
  return now.toSorted((one, other) => other.latest.value - one.latest.value)[0] ?? null
}

/** The newest sum of all that tell anything now: each with its own newest value, as they report one by one. */
function settledLatest(all: readonly Points[], window: Span, stepMs: number): Latest | null {
  const now = all.flatMap((points) => latestOf(points, window, stepMs) ?? [])
  if (now.length === 0) return null
  return { at: Math.max(...now.map(({ at }) => at)), value: now.reduce((sum, { value }) => sum + value, 0) }
}
