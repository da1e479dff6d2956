'use client'

import { useLocale, useTranslations } from 'use-intl'
import type { Flag } from '@/components/chart/flag'
import { writeAddress } from '@/components/table/use-address'
import { dayOf } from '@/lib/browser/format/time'
import type { HeldMetrics } from '@/lib/browser/queries/metrics'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { forecastReach } from '@/lib/domain/metrics/forecast'
import { ChartFigure } from './chart-figure'
import { useContent } from './use-content'
import type { ChartLines } from './use-watched'

type ChartPanelProps = {
  cluster: ClusterDetail
  chart: ChartLines
  held: HeldMetrics
  flags: readonly Flag[]
  isStacked: boolean
}

/** One of the charts of the monitoring page. */
export function ChartPanel({ cluster, chart, held, flags, isStacked }: ChartPanelProps) {
  const t = useTranslations('monitoring')
  const content = useContent(cluster, chart, held, isStacked)
  const limitNote = useLimitNote(content)
  const { id, level } = chart.spec
  return (
    <ChartFigure
      title={t(`chart.${id}`)}
      legendHead={t(headOf(chart))}
      fileName={t('file', { cluster: cluster.name, chart: id })}
      content={content}
      flags={flags}
      emptyText={level === undefined ? t('empty') : t('emptyLevel', { level })}
      limitNote={limitNote}
      note={<BusiestNote chart={chart} />}
      onAlarm={() => writeAddress('alarm', id)}
    />
  )
}

/** Which topics are shown where there are more than lines. */
function BusiestNote({ chart: { busiest, lines } }: { chart: ChartLines }) {
  const t = useTranslations('monitoring')
  if (busiest === undefined || lines[0]?.name.is !== 'topic' || busiest.topics.length === busiest.of)
    return null
  const { of, ranked } = busiest
  return (
    <p className="pt-1 text-12 text-text-3">
      {t(ranked === of ? 'busiest' : 'busiestRanked', { shown: lines.length, of, ranked })}
    </p>
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
