'use client'

import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { OwnWordsPanel } from './own-words-panel'
import { RunPanel } from './run-panel'

/** Proof that the cluster works: one message in one’s own words, and records through every broker. */
export function TryView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('tryIt')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => t('documentTitle', { name })}
      failed={t('clusterFailed')}
    >
      {(cluster) => {
        const off = offBecause(cluster)
        const reason = off === undefined ? undefined : t(`off.${off}`)
        return (
          <>
            <OwnWordsPanel cluster={cluster} offBecause={reason} />
            <RunPanel cluster={cluster} offBecause={reason} />
          </>
        )
      }}
    </ClusterPage>
  )
}

function offBecause({ power, state }: { power: 'on' | 'off'; state: string }) {
  if (power === 'off') return 'stopped'
  if (state === 'CREATING') return 'creating'
  return state === 'DELETING' || state === 'FAILED' ? 'gone' : undefined
}
