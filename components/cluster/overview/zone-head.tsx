import { useTranslations } from 'use-intl'
import { StateIcon } from '@/components/ui/state-icon'
import type { ClusterSummary, NodeView } from '@/lib/contract/console/clusters'

type ZoneHeadProps = { zone: ClusterSummary['zones'][number]; brokers: readonly NodeView[]; isDark: boolean }

export function ZoneHead({ zone, brokers, isDark }: ZoneHeadProps) {
  const t = useTranslations('cluster')
  return (
    <header className="flex items-baseline gap-2 text-13">
      <h3 className="font-semibold" title={zone.zoneId}>
        {zone.zoneName}
      </h3>
      <span className="text-12 text-text-3">{t('zoneBrokers', { count: brokers.length })}</span>
      <span className="ml-auto text-12">{isDark ? null : <Copies brokers={brokers} />}</span>
    </header>
  )
}

/** Copies in sync, as far as every broker of the zone tells; else how many of them serve. */
function Copies({ brokers }: { brokers: readonly NodeView[] }) {
  const t = useTranslations('cluster')
  const known = brokers.flatMap(({ inSyncReplicas, replicas }) =>
    inSyncReplicas === null || replicas === null ? [] : [{ inSyncReplicas, replicas }],
  )
  const replicas = known.reduce((sum, broker) => sum + broker.replicas, 0)
  if (known.length < brokers.length || replicas === 0) {
    const serving = brokers.filter(({ health }) => health === 'serving').length
    return <span className="text-text-3">{t('zoneServing', { serving, total: brokers.length })}</span>
  }
  const inSync = known.reduce((sum, broker) => sum + broker.inSyncReplicas, 0)
  const words = t('zoneInSync', { inSync, replicas })
  if (inSync === replicas) return <span className="text-text-3">{words}</span>
  return (
    <span className="inline-flex h-4 items-center gap-1 align-bottom text-warn">
      <StateIcon shape="behind" />
      {words}
    </span>
  )
}
