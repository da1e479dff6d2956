import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Flag } from '@/components/chart/flag'
import { useDuration } from '@/components/text/use-duration'
import { minuteTime } from '@/lib/browser/format/time'
import { happeningsOf, type Happening } from '@/lib/browser/metrics/happenings'
import type { Span } from '@/lib/browser/metrics/time-range'
import { nodeQuery, nodesQuery } from '@/lib/browser/queries/nodes'
import { operationsQuery } from '@/lib/browser/queries/operations'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

/** What happened to the cluster in this time, each with the page it leads to. */
export function useFlags(cluster: ClusterDetail, window: Span): readonly Flag[] {
  const t = useTranslations('monitoring.happened')
  const kinds = useTranslations('operation.kind')
  const duration = useDuration()
  const operations = useQuery(operationsQuery(cluster.region, cluster.id)).data?.operations
  const listed = useQuery(nodesQuery(cluster.id)).data ?? []
  // Only those that started again within this time have anything to tell.
  const restarted = listed.filter(
    ({ starts, startedAt }) => starts > 1 && startedAt !== null && Date.parse(startedAt) >= window.from,
  )
  const nodes = useQueries({
    queries: restarted.map(({ nodeId }) => nodeQuery(cluster.id, nodeId)),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  })
  const happenings = useMemo(() => happeningsOf(operations ?? [], nodes, window), [operations, nodes, window])
  return useMemo(() => {
    const text = (each: Happening): string => {
      const time = minuteTime(each.at)
      if (each.is === 'operation') {
        const kind = kinds(each.operation.kind)
        return each.tookMs === null
          ? t('operationGoes', { time, kind })
          : t('operation', { time, kind, duration: duration(each.tookMs) })
      }
      return each.servedAfterMs === null
        ? t('ended', { time, id: each.nodeId })
        : t('restarted', { time, id: each.nodeId, duration: duration(each.servedAfterMs) })
    }
    return happenings.map((each): Flag => ({
      at: each.at,
      letter: each.letter,
      tone: each.is === 'restart' || each.operation.state === 'FAILED' ? 'bad' : 'idle',
      text: text(each),
      href:
        each.is === 'restart'
          ? routes.node(cluster.id, each.nodeId)
          : routes.operation(cluster.id, each.operation.id),
    }))
    // The words change with the language only, and that draws the page anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [happenings, cluster.id])
}
