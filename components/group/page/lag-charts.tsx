'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ChartGroup } from '@/components/chart/chart-group'
import { QueryView } from '@/components/feedback/query-view'
import { ChartFigure } from '@/components/monitoring/chart-figure'
import { plainContent } from '@/components/monitoring/plain-content'
import { useUsualRange } from '@/components/monitoring/use-usual-range'
import { useRange } from '@/components/monitoring/use-range'
import { useAddress } from '@/components/table/use-address'
import { targetKey } from '@/lib/browser/alarm/target-key'
import { serverNow } from '@/lib/browser/clock'
import { lagChartsOf, worstFirst, type LagChart } from '@/lib/browser/group/lag-charts'
import { stepOf } from '@/lib/browser/metrics/step'
import { DEFAULT_RANGE, endsOf, spanRange, widerRange } from '@/lib/browser/metrics/time-range'
import { uniqueWants } from '@/lib/browser/metrics/want'
import { metricsQuery, type HeldMetrics } from '@/lib/browser/queries/metrics'
import { seriesOfQuery } from '@/lib/browser/queries/metric-series'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { GroupDetail } from '@/lib/contract/console/groups'

const NewAlarmDialog = lazy(async () => ({
  default: (await import('@/components/alarm/form/new-alarm-dialog')).NewAlarmDialog,
}))

/** Figures of groups are kept once a minute where there are many topics. */
const STEP_MS_MIN = 60_000
const NO_FLAGS = [] as const

/** How the lag came about: of each topic, and of each partition where those are kept. */
export function LagCharts({ cluster, group }: { cluster: ClusterDetail; group: GroupDetail }) {
  const t = useTranslations('group.charts')
  const { id: clusterId, name: clusterName, region } = cluster
  const usual = useUsualRange(cluster)
  const { range, setRange } = useRange(usual)
  const stepMs = Math.max(STEP_MS_MIN, stepOf(endsOf(range, serverNow()), serverNow(), null) * 1000)
  const kept = useQuery(seriesOfQuery({ clusterId, clusterName, region, metric: 'OffsetLag' })).data
  const hasPartitions = kept?.some((series) => series['Consumer Group'] === group.name) === true
  const committed = group.partitions.filter((each) => each.committed !== null)
  const places = committed.map(({ topic, partition }) => `${topic} ${partition}`).join('\n')
  const charts = useMemo(
    () =>
      lagChartsOf({ clusterName, group: group.name, positions: worstFirst(group), hasPartitions, stepMs }),
    // The worst of when the page was opened: lines that change places with every look cannot be followed.
    // oxlint-disable-next-line react/exhaustive-deps
    [clusterName, group.name, places, hasPartitions, stepMs],
  )
  const wants = uniqueWants(charts.flatMap(({ lines }) => lines.flatMap((line) => line.wants)))
  const query = useQuery(metricsQuery({ clusterId, region, range, stepMs, wants }))
  if (committed.length === 0) return null
  return (
    <section aria-labelledby="lag-charts" className="grid gap-2">
      <h2 id="lag-charts" className="text-13 font-semibold">
        {'last' in range && range.last === DEFAULT_RANGE ? t('lastHour') : t('head')}
      </h2>
      <ChartGroup
        onZoom={(span) => setRange(spanRange(span))}
        onWiden={() => setRange(widerRange(range, serverNow()))}
      >
        <QueryView query={query} failed={t('failed')}>
          {(held) => (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-3 [--legend:200px] min-[1000px]:grid-cols-2">
              {charts.map((chart) => (
                <LagFigure key={chart.key} cluster={cluster} group={group} chart={chart} held={held} />
              ))}
            </div>
          )}
        </QueryView>
      </ChartGroup>
    </section>
  )
}

type LagFigureProps = { cluster: ClusterDetail; group: GroupDetail; chart: LagChart; held: HeldMetrics }

function LagFigure({ cluster, group, chart, held }: LagFigureProps) {
  const t = useTranslations('group.charts')
  const content = useMemo(() => {
    const lines = chart.lines.map(({ of, ...line }) => ({
      ...line,
      name: 'partition' in of ? t('partition', { partition: of.partition }) : of.topic,
    }))
    return plainContent(chart.unit, lines, held)
  }, [chart, held, t])
  const [alarmed, setAlarmed] = useAddress('alarm', '')
  const watched = chart.lines[0]?.wants[0]
  const title = chart.is === 'partitions' ? t('partitions', { topic: chart.topic }) : t(chart.is)
  return (
    <>
      <ChartFigure
        title={title}
        legendHead={t(chart.is === 'partitions' ? 'byPartition' : 'byTopic')}
        fileName={`${cluster.name}-${group.name}-${chart.key}`}
        content={content}
        flags={NO_FLAGS}
        emptyText={t('empty')}
        note={
          chart.left === 0 ? null : (
            <p className="pt-1 text-12 text-text-3">
              {t('worst', { shown: chart.lines.length, left: chart.left })}
            </p>
          )
        }
        onAlarm={() => setAlarmed(chart.key)}
      />
      {alarmed === chart.key && watched !== undefined ? (
        <Suspense>
          <NewAlarmDialog
            cluster={cluster}
            begin={{
              metric: watched.metric,
              of: targetKey(watched.dimensions),
              statistic: watched.statistic,
            }}
            onClose={() => setAlarmed('')}
          />
        </Suspense>
      ) : null}
    </>
  )
}
