'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ChartGroup } from '@/components/chart/chart-group'
import { QueryView } from '@/components/feedback/query-view'
import { TextLink } from '@/components/ui/text-link'
import { serverNow } from '@/lib/browser/clock'
import { CHARTS, linesOf, type ChartId } from '@/lib/browser/metrics/charts'
import { stepOf } from '@/lib/browser/metrics/step'
import {
  DEFAULT_RANGE,
  endsOf,
  spanRange,
  widerRange,
  writeRange,
  type TimeRange,
} from '@/lib/browser/metrics/time-range'
import { uniqueWants } from '@/lib/browser/metrics/want'
import { metricsQuery } from '@/lib/browser/queries/metrics'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { servesClients } from '@/lib/domain/node'
import { ChartGrid } from './chart-grid'

type SmallChartsProps = {
  cluster: ClusterDetail
  charts: readonly ChartId[]
  /** Of this broker alone, or of this topic over all brokers. */
  of: { broker: number } | { topic: string }
}

const RANGE: TimeRange = { last: DEFAULT_RANGE }

/** The last hour of one broker or one topic; whoever wants to look closer is led to the page of all charts. */
export function SmallCharts({ cluster, charts: ids, of }: SmallChartsProps) {
  const t = useTranslations('monitoring')
  const router = useRouter()
  const [broker, topic] = 'broker' in of ? [of.broker, null] : [null, of.topic]
  const stepMs = stepOf(endsOf(RANGE, serverNow()), serverNow(), null) * 1000
  const { charts, wants } = useMemo(() => {
    const watched = {
      clusterName: cluster.name,
      brokers: cluster.nodes
        .filter(({ role, nodeId }) => servesClients(role) && (broker === null || nodeId === broker))
        .map(({ nodeId, zoneId }) => ({ nodeId, zone: zoneId })),
      topics: topic === null ? null : [topic],
      statistic: null,
      stepMs,
    }
    const chosen = CHARTS.filter(({ id }) => ids.includes(id))
    const all = chosen.map((spec) => ({ spec, lines: linesOf(spec, watched) }))
    return {
      charts: all,
      wants: uniqueWants(all.flatMap(({ lines }) => lines.flatMap((line) => line.wants))),
    }
  }, [cluster, ids, broker, topic, stepMs])
  const query = useQuery(
    metricsQuery({ clusterId: cluster.id, region: cluster.region, range: RANGE, stepMs, wants }),
  )
  const scope = broker === null ? 'by=topic' : `broker=${broker}`
  const look = (range: TimeRange) =>
    router.push(`${routes.clusterMonitoring(cluster.id)}?${scope}&range=${writeRange(range)}`)
  return (
    <section aria-label={t('lastHour')} className="grid gap-2">
      <div className="flex items-baseline justify-between text-13">
        <h2 className="font-semibold">{t('lastHour')}</h2>
        <TextLink asChild>
          <NextLink href={`${routes.clusterMonitoring(cluster.id)}?${scope}`}>{t('allCharts')}</NextLink>
        </TextLink>
      </div>
      <ChartGroup
        onZoom={(span) => look(spanRange(span))}
        onWiden={() => look(widerRange(RANGE, serverNow()))}
      >
        <QueryView query={query} failed={t('failed')}>
          {(held) => <ChartGrid cluster={cluster} charts={charts} held={held} flags={NO_FLAGS} isStacked />}
        </QueryView>
      </ChartGroup>
    </section>
  )
}

const NO_FLAGS = [] as const
