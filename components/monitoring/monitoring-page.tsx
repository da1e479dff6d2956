'use client'

import { memo, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ChartGroup } from '@/components/chart/chart-group'
import { SavedCharts } from '@/components/explorer/saved-charts'
import { QueryView } from '@/components/feedback/query-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useHotKeys } from '@/components/ui/hot-keys'
import { serverNow } from '@/lib/browser/clock'
import { earlierRange, laterRange, spanRange, widerRange, type Span } from '@/lib/browser/metrics/time-range'
import { vitalsOf } from '@/lib/browser/metrics/vitals'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { ChartGrid } from './chart-grid'
import { HappeningsKey } from './happenings-key'
import { MonitoringBar } from './monitoring-bar'
import { useFlags } from './use-flags'
import { useUsualRange } from './use-usual-range'
import { useView } from './use-view'
import { type Shown, useWatched } from './use-watched'
import { VitalsRow } from './vitals-row'

/** Everything a cluster told about itself over a stretch of time: its figures, what happened, and the charts. */
export function MonitoringPage({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('monitoring')
  const usual = useUsualRange(cluster)
  const view = useView(serverNow(), usual)
  const { shown, query } = useWatched(cluster, view)
  const { range, setRange } = view
  useHotKeys({
    '[': () => setRange(earlierRange(range, serverNow())),
    ']': () => setRange(laterRange(range, serverNow())),
  })
  const zoom = (span: Span) => setRange(spanRange(span))
  const widen = () => setRange(widerRange(range, serverNow()))
  return (
    <ChartGroup onZoom={zoom} onWiden={widen}>
      <MonitoringBar cluster={cluster} view={view} window={query.data?.window ?? null} />
      <QueryView query={query} failed={t('failed')} loading={<Loading />}>
        {() =>
          shown === null ? (
            <Loading />
          ) : (
            <ShownMetrics cluster={cluster} shown={shown} isStacked={view.drawing === 'stacked'} />
          )
        }
      </QueryView>
    </ChartGroup>
  )
}

function Loading() {
  const t = useTranslations('errors')
  return (
    <div className="rounded-6 border border-line bg-surface">
      <SkeletonBars lines={8} label={t('loading')} />
    </div>
  )
}

type ShownMetricsProps = { cluster: ClusterDetail; shown: Shown; isStacked: boolean }

/** Drawn again for other figures only: choosing a range must not wait for sixteen charts that stay as they are. */
const ShownMetrics = memo(function ShownMetrics({ cluster, shown, isStacked }: ShownMetricsProps) {
  const { vitals, charts, held } = shown
  const figures = useMemo(() => vitalsOf(vitals, held.points, held.window), [vitals, held])
  const flags = useFlags(cluster, held.window)
  return (
    <>
      <VitalsRow clusterId={cluster.id} vitals={figures} held={held} />
      <HappeningsKey flags={flags} />
      <SavedCharts clusterId={cluster.id} />
      <ChartGrid cluster={cluster} charts={charts} held={held} flags={flags} isStacked={isStacked} />
    </>
  )
})
