'use client'

import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { PageHead } from '@/components/shell/page-head'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { useRevisionWords } from '../use-revision-words'
import { ChoicePanel } from './choice-panel'
import { PlanPanel } from './plan-panel'
import { useApply } from './use-apply'

type ApplyViewProps = { clusterId: string; what: 'revision' | 'version' }

export function ApplyView({ clusterId, what }: ApplyViewProps) {
  const t = useTranslations('configurationApply')
  const upgrade = useTranslations('upgrade')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => (what === 'version' ? upgrade : t)('documentTitle', { name })}
      failed={t('clusterFailed')}
    >
      {(cluster) => <ApplyPage cluster={cluster} what={what} />}
    </ClusterPage>
  )
}

/** What one chooses, and beside it what that does: the real plan, made anew with every choice. */
function ApplyPage({ cluster, what }: { cluster: ClusterDetail } & Pick<ApplyViewProps, 'what'>) {
  const t = useTranslations('configurationApply')
  const upgrade = useTranslations('upgrade')
  const revision = useRevisionWords()
  const applying = useApply(cluster, what)
  const { name, configuration, kafkaVersion } = cluster
  const lead = { name, revision: revision(configuration), version: kafkaVersion }
  return (
    <>
      <PageHead
        title={
          what === 'version'
            ? upgrade('title', { name })
            : t(applying.choice.is === 'default' ? 'titleDefault' : 'title', { name })
        }
        subtitle={what === 'version' ? upgrade('lead', lead) : t('lead', lead)}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-[minmax(0,4fr)_minmax(0,8fr)] max-desk:gap-3.5">
        <ChoicePanel applying={applying} />
        <PlanPanel applying={applying} />
      </div>
    </>
  )
}
