'use client'

import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { PageHead } from '@/components/shell/page-head'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { useRevisionWords } from '../use-revision-words'
import { ChoicePanel } from './choice-panel'
import { PlanPanel } from './plan-panel'
import { useApply } from './use-apply'

export function ApplyView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('configurationApply')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => t('documentTitle', { name })}
      failed={t('clusterFailed')}
    >
      {(cluster) => <ApplyPage cluster={cluster} />}
    </ClusterPage>
  )
}

/** What one chooses, and beside it what that does: the real plan, made anew with every choice. */
function ApplyPage({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('configurationApply')
  const revision = useRevisionWords()
  const applying = useApply(cluster)
  const { name, configuration } = cluster
  return (
    <>
      <PageHead
        title={t(applying.choice.is === 'default' ? 'titleDefault' : 'title', { name })}
        subtitle={t('lead', { name, revision: revision(configuration) })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-[minmax(0,4fr)_minmax(0,8fr)] max-desk:gap-3.5">
        <ChoicePanel applying={applying} />
        <PlanPanel applying={applying} />
      </div>
    </>
  )
}
