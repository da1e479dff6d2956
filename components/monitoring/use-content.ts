import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { lookAt, type SeriesLook } from '@/components/chart/series-look'
import type { ChartContent } from '@/components/chart/time-chart'
import type { ChartLine, LineName } from '@/lib/browser/metrics/charts'
import { NO_POINTS, sumPoints } from '@/lib/browser/metrics/points'
import { wantKey } from '@/lib/browser/metrics/want'
import type { HeldMetrics } from '@/lib/browser/queries/metrics'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ChartLines } from './use-watched'

const HUES = ['a', 'b', 'c'] as const
const DASHES = ['solid', 'dashed', 'dotted'] as const
/** Beyond two of a zone, lines are grey until pointed at. */
const OF_ZONE_MAX = 2

/** A chart’s lines with their looks and points, ready to be drawn. */
export function useContent(
  cluster: ClusterDetail,
  { spec, lines }: ChartLines,
  held: HeldMetrics,
  stack: boolean,
) {
  const t = useTranslations('monitoring.line')
  const zones = cluster.zones.map(({ zoneId }) => zoneId).join(',')
  return useMemo((): ChartContent & { names: readonly string[] } => {
    const order = zones.split(',')
    const isTopics = lines.some(({ name }) => name.is === 'topic')
    const words = ({ name }: ChartLine): string => {
      if (name.is === 'broker') return t('broker', { id: name.nodeId, zone: zoneLetter(order, name.zone) })
      return name.is === 'topic' ? name.topic : t(name.is)
    }
    return {
      unit: spec.unit,
      window: held.window,
      stepMs: Math.max(held.stepMs, lines[0]?.wants[0]?.stepMs ?? 0),
      isStacked: stack && spec.lines === 'brokers' && spec.canStack === true,
      limit: spec.limit,
      reach: spec.reach,
      fromZero: spec.fromZero,
      names: lines.map(words),
      series: lines.map((line, place) => ({
        key: line.key,
        name: words(line),
        look: isTopics ? lookAt(place) : lookOf(line.name, order, lines),
        points: sumPoints(line.wants.map((want) => held.points.get(wantKey(want)) ?? NO_POINTS)),
      })),
    }
  }, [spec, lines, held, stack, zones, t])
}

const zoneLetter = (order: readonly string[], zone: string): string => HUES[order.indexOf(zone)] ?? zone

function lookOf(name: LineName, order: readonly string[], lines: readonly ChartLine[]): SeriesLook {
  switch (name.is) {
    case 'broker': {
      const siblings = lines.filter((line) => line.name.is === 'broker' && line.name.zone === name.zone)
      const nth = siblings.findIndex((line) => line.name.is === 'broker' && line.name.nodeId === name.nodeId)
      const hue = nth < OF_ZONE_MAX ? (HUES[order.indexOf(name.zone)] ?? 'a') : 'grey'
      return { hue, dash: DASHES[nth] ?? 'dotted' }
    }
    case 'topic':
      return lookAt(0)
    case 'underReplicated':
    case 'shrinks':
      return { hue: 'warn', dash: 'solid' }
    case 'underMinIsr':
    case 'expands':
      return { hue: 'grey', dash: 'solid' }
    case 'offline':
      return { hue: 'grey', dash: 'dashed' }
  }
}
