import { useTranslations } from 'use-intl'
import { useClusterOff } from '@/components/cluster/use-cluster-off'
import { MenuItem } from '@/components/ui/menu'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { useChangeHealing } from './use-change-healing'

/** To pause the healing of a cluster, and to resume it. It lives while the menu is open: a list has one a row. */
export function HealingItems({ cluster, onPause }: { cluster: ClusterSummary; onPause: () => void }) {
  const t = useTranslations('cluster')
  const off = useClusterOff(cluster)
  const { change: resume } = useChangeHealing('on')
  return (
    <>
      <MenuItem onSelect={onPause} offBecause={off('pauseHealing')}>
        {t('pauseHealing')}
      </MenuItem>
      <MenuItem onSelect={() => resume(cluster)} offBecause={off('resumeHealing')}>
        {t('resumeHealing')}
      </MenuItem>
    </>
  )
}
