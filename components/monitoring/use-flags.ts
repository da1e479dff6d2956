import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Flag } from '@/components/chart/flag'
import { useDuration } from '@/components/text/use-duration'
import { clusterNameOf } from '@/lib/browser/alarm/watched'
import { minuteTime } from '@/lib/browser/format/time'
import { happeningsOf, type Happening } from '@/lib/browser/metrics/happenings'
import type { Span } from '@/lib/browser/metrics/time-range'
import { alarmRingsQuery, alarmsQuery } from '@/lib/browser/queries/alarms'
import { electionsQuery, nodeQuery, nodesQuery } from '@/lib/browser/queries/nodes'
import { operationsQuery } from '@/lib/browser/queries/operations'
import { topicChangesQuery } from '@/lib/browser/queries/topics'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

/** What happened to the cluster in this time, each with the page it leads to. */
export function useFlags(cluster: ClusterDetail, window: Span): readonly Flag[] {
  const happenings = useHappenings(cluster, window)
  const words = useHappeningWords()
  return useMemo(
    () =>
      happenings.map((each): Flag => ({
        at: each.at,
        letter: each.letter,
        tone: isTrouble(each) ? 'bad' : 'idle',
        text: words(each),
        href: hrefOf(cluster.id, each),
      })),
    // The words change with the language only, and that draws the page anew.
    // oxlint-disable-next-line react/exhaustive-deps
    [happenings, cluster.id],
  )
}

/** Asked anew for another beginning only, not with every step of the window. */
const SINCE_MS = 600_000

function useHappenings(cluster: ClusterDetail, window: Span): readonly Happening[] {
  const { id, name, region } = cluster
  const since = Math.floor(window.from / SINCE_MS) * SINCE_MS
  const operations = useQuery(operationsQuery(region, id)).data?.operations
  const changes = useQuery(topicChangesQuery(id, since)).data
  const elections = useQuery(electionsQuery(id, since)).data
  const alarms = useQuery(alarmsQuery(region)).data
  const rung = useQuery(alarmRingsQuery(region, since)).data
  const listed = useQuery(nodesQuery(id)).data ?? []
  // Only those that started again within this time have anything to tell.
  const restarted = listed.filter(
    ({ starts, startedAt }) => starts > 1 && startedAt !== null && Date.parse(startedAt) >= window.from,
  )
  const nodes = useQueries({
    queries: restarted.map(({ nodeId }) => nodeQuery(id, nodeId)),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  })
  const rings = useMemo(() => {
    const own = new Set(
      (alarms ?? []).filter((alarm) => clusterNameOf(alarm) === name).map(({ AlarmName }) => AlarmName),
    )
    return (rung ?? []).filter((ring) => own.has(ring.name))
  }, [alarms, rung, name])
  return useMemo(
    () =>
      happeningsOf(
        {
          operations: operations ?? [],
          nodes,
          rings,
          changes: changes ?? [],
          elections: elections ?? [],
        },
        window,
      ),
    [operations, nodes, rings, changes, elections, window],
  )
}

const isTrouble = (each: Happening): boolean =>
  each.is === 'restart' ||
  each.is === 'alarms' ||
  (each.is === 'operation' && each.operation.state === 'FAILED')

function hrefOf(clusterId: string, each: Happening): string {
  switch (each.is) {
    case 'restart':
      return routes.node(clusterId, each.nodeId)
    case 'operation':
      return routes.operation(clusterId, each.operation.id)
    case 'alarms': {
      const [only] = each.names
      return only !== undefined && each.names.length === 1
        ? routes.alarm(only)
        : routes.clusterAlarms(clusterId)
    }
    case 'topic':
      return each.change.did === 'deleted'
        ? routes.clusterTopics(clusterId)
        : routes.topic(clusterId, each.change.topic)
    case 'election':
      return routes.node(clusterId, each.leader)
    case 'leaders':
      return routes.clusterBrokers(clusterId)
  }
}

function useHappeningWords() {
  const t = useTranslations('monitoring.happened')
  const kinds = useTranslations('operation.name')
  const duration = useDuration()
  const election = useElectionWords()
  const leaders = useLeadersWords()
  return (each: Happening): string => {
    const time = minuteTime(each.at)
    switch (each.is) {
      case 'operation': {
        const kind = kinds(each.operation.name)
        return each.tookMs === null
          ? t('operationGoes', { time, kind })
          : t('operation', { time, kind, duration: duration(each.tookMs) })
      }
      case 'restart':
        return each.servedAfterMs === null
          ? t('ended', { time, id: each.nodeId })
          : t('restarted', { time, id: each.nodeId, duration: duration(each.servedAfterMs) })
      case 'alarms': {
        const values = { time, name: each.names[0] ?? '', more: each.names.length - 1 }
        return each.overAt === null
          ? t('rings', values)
          : t('rang', { ...values, over: minuteTime(each.overAt) })
      }
      case 'topic':
        return each.change.did === 'changed'
          ? t('topic.changed', {
              time,
              topic: each.change.topic,
              settings: each.change.settings.join(', '),
            })
          : t(`topic.${each.change.did}`, { time, topic: each.change.topic })
      case 'election':
        return election(time, each)
      case 'leaders':
        return leaders(time, each)
    }
  }
}

type Of<Is extends Happening['is']> = Extract<Happening, { is: Is }>

function useElectionWords() {
  const t = useTranslations('monitoring.happened.election')
  return (time: string, { leader, before, epoch, wasAway }: Of<'election'>): string => {
    const about = { time, to: leader, epoch: String(epoch ?? 'none'), away: wasAway ? 'yes' : 'no' }
    return leader === before ? t('again', about) : t('quorum', { ...about, from: before })
  }
}

const BROKERS_NAMED = 3

function useLeadersWords() {
  const t = useTranslations('monitoring.happened.leaders')
  const brokers = (ids: readonly number[]): string => {
    const named = ids.slice(0, BROKERS_NAMED)
    return t('brokers', { ids: named.join(', '), more: ids.length - named.length })
  }
  return (time: string, { partitions: count, from, to }: Of<'leaders'>): string =>
    t('moved', { time, count, from: brokers(from), to: brokers(to) })
}
