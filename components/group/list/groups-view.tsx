'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { QueryView } from '@/components/feedback/query-view'
import { Sentences } from '@/components/text/sentences'
import { ClosedView, closedReason } from '@/components/topic/closed-view'
import { Announcer } from '@/components/ui/announcer'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clockTime } from '@/lib/browser/format/time'
import { groupTotals, listedGroups, type ListedGroup } from '@/lib/browser/group/group-list'
import { groupsQuery, type GroupList } from '@/lib/browser/queries/groups'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { GroupTable } from './group-table'

/** Who reads from a cluster, and how far each is behind. */
export function GroupsView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('groups')
  const titles = useTranslations('titles')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => titles('namedGroups', { name })}
      failed={t('loadFailed')}
    >
      {(cluster) => {
        const reason = closedReason(cluster)
        return reason === null ? (
          <OpenGroups cluster={cluster} />
        ) : (
          <ClosedView cluster={cluster} reason={reason} of="groups" />
        )
      }}
    </ClusterPage>
  )
}

function OpenGroups({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('groups')
  const errors = useTranslations('errors')
  const query = useQuery(groupsQuery(useQueryClient(), cluster.id))
  return (
    <QueryView
      query={query}
      failed={t('loadFailed')}
      loading={
        <div className="rounded-6 border border-line bg-surface">
          <SkeletonBars lines={6} label={errors('loading')} />
        </div>
      }
    >
      {(list) => <Listed cluster={cluster} list={list} />}
    </QueryView>
  )
}

function Listed({ cluster, list }: { cluster: ClusterDetail; list: GroupList }) {
  const groups = useMemo(() => listedGroups(list.groups), [list.groups])
  return (
    <div className="grid gap-4">
      <GroupsSentence groups={groups} />
      <GroupTable clusterName={cluster.name} groups={groups} />
      <LagNote list={list} />
    </div>
  )
}

function GroupsSentence({ groups }: { groups: readonly ListedGroup[] }) {
  const t = useTranslations('groups')
  const totals = groupTotals(groups)
  const waiting = totals.waiting === 0 ? null : t('waiting', totals)
  return (
    <>
      <p className="text-16">
        <Sentences
          parts={totals.groups === 0 ? [t('countsNone')] : [t('counts', totals), waiting ?? t('noneWaits')]}
        />
      </p>
      <Announcer sentence={waiting ?? ''} />
    </>
  )
}

/** Where the figures come from and what is missing in them. */
function LagNote({ list: { lagAt, silentBrokers } }: { list: GroupList }) {
  const t = useTranslations('groups')
  return (
    <p className="text-12 text-text-2">
      <Sentences
        parts={[
          lagAt === null ? t('lagNotYet') : t('lagAt', { time: clockTime(Date.parse(lagAt)) }),
          silentBrokers.length === 0
            ? null
            : t('silent', { count: silentBrokers.length, list: silentBrokers.join(', ') }),
        ]}
      />
    </p>
  )
}
