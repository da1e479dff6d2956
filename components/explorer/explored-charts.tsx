'use client'

import { useMemo, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { lookAt } from '@/components/chart/series-look'
import { QueryView } from '@/components/feedback/query-view'
import { ChartFigure, type NamedContent } from '@/components/monitoring/chart-figure'
import { Notice } from '@/components/feedback/notice'
import { evaluateLine, seriesNames, unitOfLine, type Explored } from '@/lib/browser/metrics/explored'
import { NO_POINTS, type Points } from '@/lib/browser/metrics/points'
import { titleOf } from '@/lib/browser/metrics/explored-address'
import type { TimeRange } from '@/lib/browser/metrics/time-range'
import { wantKey } from '@/lib/browser/metrics/want'
import type { HeldMetrics } from '@/lib/browser/queries/metrics'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { MetricUnit } from '@/lib/domain/metrics/catalogue'
import { lineId, LINES_MAX, type ChartLine } from '@/lib/domain/metrics/chart-set'
import type { Dimensions } from '@/lib/domain/metrics/series'
import { useExplored } from './use-explored'

type ExploredChartsProps = {
  cluster: ClusterDetail
  /** Null: what its lines are of. */
  title: string | null
  lines: readonly ChartLine[]
  range: TimeRange
  stepMs: number
  /** Below the last of the charts. */
  footer?: ReactNode
}

const NO_FLAGS = [] as const

/**
 * The lines of one chart. Lines of different units have a chart each, one below the other with one moment shared: two
 * axes in one drawing would let lines cross that have nothing to do with each other.
 */
export function ExploredCharts({ cluster, title, lines, range, stepMs, footer }: ExploredChartsProps) {
  const t = useTranslations('explorer')
  const { explored, query, isLooking } = useExplored(cluster, lines, range, stepMs)
  if (explored.series.length === 0) {
    return (
      <p className="rounded-6 border border-line bg-surface px-4 py-5 text-13 text-text-2">
        {t(isLooking ? 'looking' : 'nothing')}
      </p>
    )
  }
  return (
    <QueryView query={query} failed={t('failed')}>
      {(held) => (
        <>
          <Drawn cluster={cluster} title={title} lines={lines} explored={explored} held={held} />
          {footer}
        </>
      )}
    </QueryView>
  )
}

type DrawnProps = {
  cluster: ClusterDetail
  title: string | null
  lines: readonly ChartLine[]
  explored: Explored
  held: HeldMetrics
}

function Drawn({ cluster, title, lines, explored, held }: DrawnProps) {
  const t = useTranslations('explorer')
  const words = useDimensionWords()
  const drawn = useMemo(() => drawnOf(lines, explored, held, words), [lines, explored, held, words])
  return (
    <>
      {drawn.charts.map(({ content, about }) => (
        <ChartFigure
          key={content.unit}
          title={title ?? about}
          legendHead={t('lines')}
          fileName={`${cluster.name}-${title ?? about}`}
          content={content}
          flags={NO_FLAGS}
          emptyText={t('empty')}
          note={
            explored.left === 0 ? null : (
              <p className="pt-1 text-12 text-text-3">
                {t('left', { shown: LINES_MAX, left: explored.left })}
              </p>
            )
          }
        />
      ))}
      {drawn.problems.map(({ id, problem }) => (
        <Notice key={id} tone="warn" shape="behind">
          {t('problem', { id, problem })}
        </Notice>
      ))}
    </>
  )
}

type Drawable = { key: string; place: number; name: string | null; unit: MetricUnit; points: Points }

function drawnOf(
  lines: readonly ChartLine[],
  { series }: Explored,
  held: HeldMetrics,
  words: (dimensions: Dimensions) => Dimensions,
) {
  const problems: { id: string; problem: string }[] = []
  const drawable = lines.flatMap((line, place): Drawable[] => {
    if (line.is === 'metric') {
      const unit = unitOfLine(place, lines) ?? 'None'
      return series
        .filter((each) => each.line === place)
        .map(({ key, want }) => {
          const points = held.points.get(wantKey(want)) ?? NO_POINTS
          return { key, place, name: null, unit, points }
        })
    }
    if (line.expression.trim() === '') return []
    const result = evaluateLine(place, lines, series, held.points)
    if ('problem' in result) {
      problems.push({ id: lineId(place), problem: result.problem })
      return []
    }
    const name = line.label || line.expression
    return result.points.map((points, index) => ({
      key: `${lineId(place)} ${index}`,
      place,
      name: result.points.length === 1 ? name : `${name} ${index + 1}`,
      unit: result.unit,
      points,
    }))
  })
  const units = [...new Set(drawable.map(({ unit }) => unit))]
  const charts = units.map((unit) => {
    const own = drawable.filter((line) => line.unit === unit).slice(0, LINES_MAX)
    const keys = new Set(own.map(({ key }) => key))
    const names = seriesNames(
      series.filter(({ key }) => keys.has(key)),
      words,
    )
    const places = new Set(own.map(({ place }) => place))
    return {
      content: contentOf(unit, own, names, held),
      about: titleOf(lines.filter((_, place) => places.has(place))),
    }
  })
  return { problems, charts }
}

function contentOf(
  unit: MetricUnit,
  lines: readonly Drawable[],
  names: ReadonlyMap<string, string>,
  held: HeldMetrics,
): NamedContent {
  const named = lines.map(({ key, name, points }) => ({ key, name: name ?? names.get(key) ?? key, points }))
  return {
    unit,
    window: held.window,
    stepMs: held.stepMs,
    isStacked: false,
    names: named.map(({ name }) => name),
    series: named.map((line, place) => ({ ...line, look: lookAt(place) })),
  }
}

/** Numbers alone say nothing: broker 1, partition 7. */
function useDimensionWords() {
  const t = useTranslations('explorer.name')
  return useMemo(
    () =>
      ({ 'Broker ID': broker, Partition: partition, ...rest }: Dimensions): Dimensions => ({
        ...rest,
        ...(broker === undefined ? {} : { 'Broker ID': t('broker', { id: broker }) }),
        ...(partition === undefined ? {} : { Partition: t('partition', { id: partition }) }),
      }),
    [t],
  )
}
