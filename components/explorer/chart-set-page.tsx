'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DeleteQuestion } from '@/components/feedback/delete-question'
import { ChartGroup } from '@/components/chart/chart-group'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { RangeControls } from '@/components/monitoring/range-controls'
import { useUsualRange } from '@/components/monitoring/use-usual-range'
import { useView } from '@/components/monitoring/use-view'
import { PageHead } from '@/components/shell/page-head'
import { FilterBar } from '@/components/table/filter-bar'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'
import { serverNow } from '@/lib/browser/clock'
import { movedEarlier } from '@/lib/browser/metrics/chart-sets'
import { exploreAddress } from '@/lib/browser/metrics/explored-address'
import { stepOf } from '@/lib/browser/metrics/step'
import { endsOf, spanRange, widerRange } from '@/lib/browser/metrics/time-range'
import { deleteChartSet, putChartSet } from '@/lib/browser/mutations/chart-sets'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ChartSet } from '@/lib/contract/console/chart-sets'
import type { SavedChart } from '@/lib/domain/metrics/chart-set'
import { ExploredCharts } from './explored-charts'

/** The charts of a set over one stretch of time, with one moment shared. */
export function ChartSetPage({ cluster, set }: { cluster: ClusterDetail; set: ChartSet }) {
  const t = useTranslations('chartSet')
  const view = useView(serverNow(), useUsualRange(cluster))
  const { range, setRange } = view
  const [isAsking, setAsking] = useState(false)
  const change = useMutation(putChartSet(useQueryClient()))
  const put = (charts: SavedChart[]) => {
    if (!change.isPending)
      change.mutate({ clusterId: cluster.id, name: set.name, charts, expected: set.version })
  }
  const stepMs = (chart: SavedChart) => stepOf(endsOf(range, serverNow()), serverNow(), chart.periodS) * 1000
  return (
    <ChartGroup
      onZoom={(span) => setRange(spanRange(span))}
      onWiden={() => setRange(widerRange(range, serverNow()))}
    >
      <PageHead
        title={set.name}
        subtitle={t('subtitle', { count: set.charts.length, name: cluster.name })}
        actions={
          <>
            <Button onClick={() => setAsking(true)}>{t('delete')}</Button>
            <Button asChild kind="primary">
              <NextLink href={routes.explore(cluster.id, `?set=${encodeURIComponent(set.name)}`)}>
                {t('add')}
              </NextLink>
            </Button>
          </>
        }
      />
      <FilterBar label={t('bar')}>
        <RangeControls view={view} window={endsOf(range, serverNow())} />
      </FilterBar>
      {change.isError ? <ErrorInPlace title={t('changeFailed')} error={change.error} /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 [--legend:200px] min-[1000px]:grid-cols-2">
        {set.charts.map((chart, place) => (
          <div key={chart.title} className="grid min-w-0 content-start gap-1">
            <ExploredCharts
              cluster={cluster}
              title={chart.title}
              lines={chart.lines}
              range={range}
              stepMs={stepMs(chart)}
            />
            <ChartActions
              clusterId={cluster.id}
              set={set}
              place={place}
              onMove={() => put(movedEarlier(set.charts, place))}
              onRemove={() => put(set.charts.toSpliced(place, 1))}
            />
          </div>
        ))}
      </div>
      {isAsking ? <DeleteDialog clusterId={cluster.id} set={set} onClose={() => setAsking(false)} /> : null}
    </ChartGroup>
  )
}

type ChartActionsProps = {
  clusterId: string
  set: ChartSet
  place: number
  onMove: () => void
  onRemove: () => void
}

function ChartActions({ clusterId, set, place, onMove, onRemove }: ChartActionsProps) {
  const t = useTranslations('chartSet')
  const chart = set.charts[place]
  if (chart === undefined) return null
  const { title } = chart
  return (
    <p className="flex gap-3 px-4 text-12 max-desk:px-3">
      <TextLink asChild>
        <NextLink
          href={routes.explore(clusterId, exploreAddress(chart, set.name))}
          aria-label={t('editOf', { title })}
        >
          {t('edit')}
        </NextLink>
      </TextLink>
      {place === 0 ? null : (
        <button
          type="button"
          className="text-accent hover:underline"
          onClick={onMove}
          aria-label={t('earlierOf', { title })}
        >
          {t('earlier')}
        </button>
      )}
      {set.charts.length === 1 ? null : (
        <button
          type="button"
          className="text-accent hover:underline"
          onClick={onRemove}
          aria-label={t('removeOf', { title })}
        >
          {t('remove')}
        </button>
      )}
    </p>
  )
}

function DeleteDialog({
  clusterId,
  set,
  onClose,
}: {
  clusterId: string
  set: ChartSet
  onClose: () => void
}) {
  const t = useTranslations('chartSet')
  const router = useRouter()
  const removal = useMutation({
    ...deleteChartSet(useQueryClient()),
    onSuccess: () => router.push(routes.clusterMonitoring(clusterId)),
  })
  return (
    <DeleteQuestion
      words={{
        title: t('deleteTitle', { name: set.name }),
        text: t('deleteText', { count: set.charts.length }),
        keep: t('keep'),
        remove: t('delete'),
        failed: t('changeFailed'),
      }}
      removal={removal}
      onRemove={() => removal.mutate({ clusterId, name: set.name, expected: set.version })}
      onClose={onClose}
    />
  )
}
