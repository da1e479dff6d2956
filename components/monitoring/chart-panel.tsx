'use client'

import { useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Flag } from '@/components/chart/flag'
import { TimeChart } from '@/components/chart/time-chart'
import { Panel } from '@/components/ui/panel'
import { dayOf } from '@/lib/browser/format/time'
import type { HeldMetrics } from '@/lib/browser/queries/metrics'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { forecastReach } from '@/lib/domain/metrics/forecast'
import { ChartMenu } from './chart-menu'
import { ChartTable } from './chart-table'
import { useContent } from './use-content'
import type { ChartLines } from './use-watched'

type ChartPanelProps = {
  cluster: ClusterDetail
  chart: ChartLines
  held: HeldMetrics
  flags: readonly Flag[]
  isStacked: boolean
}

export function ChartPanel({ cluster, chart, held, flags, isStacked }: ChartPanelProps) {
  const t = useTranslations('monitoring')
  const content = useContent(cluster, chart, held, isStacked)
  const figure = useRef<HTMLElement>(null)
  const [isTable, setTable] = useState(false)
  const limitNote = useLimitNote(content)
  const { id, level } = chart.spec
  const title = t(`chart.${id}`)
  const isEmpty = content.series.every(({ points }) => points.at.length === 0)
  return (
    <Panel aria-label={title} className="@container px-4 pt-2.5 pb-3 max-desk:px-3">
      <figure ref={figure}>
        <TimeChart
          content={content}
          flags={flags}
          title={title}
          legendHead={t(headOf(chart))}
          limitNote={limitNote}
          actions={
            <ChartMenu
              title={title}
              fileName={t('file', { cluster: cluster.name, chart: id })}
              content={content}
              figure={figure}
              onTable={() => setTable(true)}
            />
          }
        />
      </figure>
      {isEmpty ? (
        <p className="pt-1 text-12 text-text-3">
          {level === undefined ? t('empty') : t('emptyLevel', { level })}
        </p>
      ) : null}
      {isTable ? <ChartTable title={title} content={content} onClose={() => setTable(false)} /> : null}
    </Panel>
  )
}

function headOf({ spec, lines }: ChartLines) {
  if (lines[0]?.name.is === 'topic') return 'byTopic'
  return spec.lines === 'brokers' ? 'byBroker' : 'ofCluster'
}

/** The first of the lines that will reach the limit, and when. */
function useLimitNote({ limit, series }: ReturnType<typeof useContent>): string | undefined {
  const t = useTranslations('monitoring')
  const locale = useLocale()
  if (limit === undefined) return undefined
  const reached = series
    .flatMap(({ key, points }) => {
      const at = forecastReach(points, limit)
      return at === null ? [] : [{ key, at }]
    })
    .toSorted((one, other) => one.at - other.at)[0]
  return reached === undefined
    ? t('limit', { limit })
    : t('limitReached', { limit, broker: reached.key, day: dayOf(reached.at, locale) })
}
