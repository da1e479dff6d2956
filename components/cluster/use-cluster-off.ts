import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { serverNow } from '@/lib/browser/clock'
import { standingOf } from '@/lib/browser/standing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { clusterCan } from '@/lib/domain/cluster'

/** What is done to a cluster at once, or after a question. */
export type ClusterAct = 'stop' | 'start' | 'pauseHealing' | 'resumeHealing' | 'delete'
type Asked = ClusterAct | 'growStorage' | 'changeVersion' | 'changeBrokerCount' | 'rebalance' | 'reboot'

/** Why something can’t be done to a cluster now, in the reader’s language; undefined when it can. */
export function useClusterOff(cluster: ClusterSummary) {
  const words = useOffWords()
  return (act: Asked): string | undefined => words(cluster, act)
}

/** The same for whichever cluster is asked about. */
export function useOffWords() {
  const t = useTranslations('cluster.off')
  const standings = useTranslations('standing')
  return useCallback(
    (cluster: ClusterSummary, act: Asked): string | undefined => {
      if (clusterCan[act](cluster).may) return undefined
      if (act === 'delete') return t(cluster.isProtected ? 'protected' : 'deleting')
      if (act === 'resumeHealing') return t('notPaused')
      if (act === 'pauseHealing' && cluster.power === 'off') return t('nothingToHeal')
      if (act === 'stop' && cluster.power === 'off') return t('stopped')
      if (act === 'changeBrokerCount' && cluster.power === 'off') return t('stoppedChange')
      if (act === 'rebalance' && cluster.power === 'off') return t('stoppedRebalance')
      if (act === 'changeVersion' && cluster.power === 'off') return t('stoppedUpgrade')
      if (act === 'reboot' && cluster.power === 'off') return t('stoppedReboot')
      if (act === 'start' && cluster.power === 'on') return t('running')
      return t('state', { standing: standings(standingOf(cluster, serverNow())) })
    },
    [t, standings],
  )
}
