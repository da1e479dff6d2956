'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { useTitle } from '@/components/shell/use-title'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { OwnWordsPanel } from './own-words-panel'
import { RunPanel } from './run-panel'

/** Proof that the cluster works: one message in one’s own words, and records through every broker. */
export function TryView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('tryIt')
  const errors = useTranslations('errors')
  const query = useQuery(clusterQuery(clusterId))
  useTitle(t('documentTitle', { name: query.data?.name ?? '' }))
  return (
    <QueryView
      query={query}
      failed={t('clusterFailed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
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
    </QueryView>
  )
}

function offBecause({ power, state }: { power: 'on' | 'off'; state: string }) {
  if (power === 'off') return 'stopped'
  if (state === 'CREATING') return 'creating'
  return state === 'DELETING' || state === 'FAILED' ? 'gone' : undefined
}
