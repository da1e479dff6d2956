'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { ClosedView, closedReason } from '@/components/topic/closed-view'
import { CallError } from '@/lib/browser/call-error'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { groupQuery } from '@/lib/browser/queries/groups'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { FindingNotices } from './finding-notices'
import { GroupFacts } from './group-facts'
import { GroupHead } from './group-head'
import { LazyLagCharts } from './lazy-lag-charts'
import { MemberTable } from './member-table'
import { PartitionTable } from './partition-table'

export function GroupView({ clusterId, groupName }: { clusterId: string; groupName: string }) {
  const titles = useTranslations('titles')
  useTitle(titles('named', { name: groupName }))
  const t = useTranslations('group')
  const cluster = useQuery(clusterQuery(clusterId))
  return (
    <QueryView query={cluster} failed={t('loadFailed')}>
      {(data) => {
        const reason = closedReason(data)
        return reason === null ? (
          <OpenGroup cluster={data} groupName={groupName} />
        ) : (
          <>
            <PageHead title={<span className="mono text-20!">{groupName}</span>} />
            <ClosedView cluster={data} reason={reason} of="groups" />
          </>
        )
      }}
    </QueryView>
  )
}

function OpenGroup({ cluster, groupName }: { cluster: ClusterDetail; groupName: string }) {
  const t = useTranslations('group')
  const query = useQuery(groupQuery(cluster.id, groupName))
  if (query.error instanceof CallError && query.error.isNotFound) {
    return (
      <NotFoundView
        title={t('gone', { name: groupName })}
        text={t('goneText')}
        to={{ href: routes.clusterGroups(cluster.id), words: t('toGroups') }}
      />
    )
  }
  return (
    <QueryView query={query} failed={t('loadFailed')}>
      {(group) => (
        <>
          <GroupHead cluster={cluster} group={group} />
          <FindingNotices group={group} />
          <GroupFacts clusterId={cluster.id} group={group} />
          <PartitionTable cluster={cluster} group={group} />
          {group.silentBrokers.map(({ brokerId, why }) => (
            <p key={brokerId} className="text-12 text-text-2">
              {t('silent', { broker: brokerId, why })}
            </p>
          ))}
          <MemberTable cluster={cluster} group={group} />
          <LazyLagCharts cluster={cluster} group={group} />
        </>
      )}
    </QueryView>
  )
}
