import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { routes } from '@/lib/browser/routes'
import { clusterCan } from '@/lib/domain/cluster'

type ApplyMenuProps = { configuration: { arn: string }; region: string }

/** Leads to the plan of the latest revision for a cluster of the region; nothing is done before that was read. */
export function ApplyMenu({ configuration: { arn }, region }: ApplyMenuProps) {
  const t = useTranslations('configuration.apply')
  const router = useRouter()
  const clusters = useQuery(clustersQuery(region)).data
  const none = clusters?.length === 0 ? t('noCluster') : undefined
  const button = <Button offBecause={none}>{t('button')}</Button>
  if (clusters === undefined || none !== undefined) return button
  return (
    <Menu label={t('button')} trigger={button} align="end">
      {clusters.map((cluster) => {
        const may = clusterCan.changeConfiguration(cluster)
        return (
          <MenuItem
            key={cluster.id}
            onSelect={() => router.push(routes.applyConfiguration(cluster.id, { configuration: arn }))}
            offBecause={may.may ? undefined : t('notNow')}
          >
            {cluster.name}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
