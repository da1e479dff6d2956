'use client'

import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { PageHead } from '@/components/shell/page-head'
import type { ChangePage } from '@/lib/browser/cluster-change/wishes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { useRevisionWords } from '../use-revision-words'
import { ChoicePanel } from './choice-panel'
import { PlanPanel } from './plan-panel'
import { useApply } from './use-apply'

type ApplyViewProps = { clusterId: string; page: ChangePage }

/** The words of a page: what is changed there, and of what. */
const WORDS = {
  revision: 'configurationApply',
  version: 'upgrade',
  cluster: 'clusterChange',
  rebalance: 'rebalance',
} as const

export function ApplyView({ clusterId, page }: ApplyViewProps) {
  const t = useTranslations()
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => t(`${WORDS[page]}.documentTitle`, { name })}
      failed={t('configurationApply.clusterFailed')}
    >
      {(cluster) => <ApplyPage cluster={cluster} page={page} />}
    </ClusterPage>
  )
}

/** What one chooses, and beside it what that does: the real plan, made anew with every choice. */
function ApplyPage({ cluster, page }: { cluster: ClusterDetail; page: ChangePage }) {
  const t = useTranslations()
  const revision = useRevisionWords()
  const applying = useApply(cluster, page)
  const { name, configuration, kafkaVersion } = cluster
  const lead = { name, revision: revision(configuration), version: kafkaVersion }
  const isTopic = page === 'rebalance' && applying.placement.topic !== ''
  const isDefault = page === 'revision' && applying.choice.is === 'default'
  return (
    <>
      <PageHead
        title={
          isTopic
            ? t('rebalance.titleTopic', applying.placement)
            : isDefault
              ? t('configurationApply.titleDefault', { name })
              : t(`${WORDS[page]}.title`, { name })
        }
        subtitle={isTopic ? t('rebalance.leadTopic', applying.placement) : t(`${WORDS[page]}.lead`, lead)}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-[minmax(0,4fr)_minmax(0,8fr)] max-desk:gap-3.5">
        <ChoicePanel applying={applying} />
        <PlanPanel applying={applying} />
      </div>
    </>
  )
}
