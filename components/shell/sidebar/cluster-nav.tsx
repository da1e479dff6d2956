'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { STANDING_LOOKS } from '@/components/cluster/standing-looks'
import { Icon } from '@/components/ui/icon'
import { StateIcon } from '@/components/ui/state-icon'
import { toneText } from '@/components/ui/tone'
import { useNow } from '@/components/ui/use-now'
import { serverNow } from '@/lib/browser/clock'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { routes } from '@/lib/browser/routes'
import { standingOf } from '@/lib/browser/standing'
import { NavLink } from './nav-link'
import { useRegion } from '@/components/shell/region'
import { RingingCount } from '@/components/alarm/ringing-count'

export function ClusterNav() {
  const t = useTranslations('shell')
  const standings = useTranslations('standing')
  const { region } = useRegion()
  const clusters = useQuery(clustersQuery(region)).data
  const path = usePathname()
  const isList = path === routes.clusters()
  useNow(5000)
  return (
    <nav aria-label={t('navigation')} className="min-h-0 flex-1 overflow-y-auto px-2 [scrollbar-width:thin]">
      <NavLink
        href={routes.clusters()}
        icon={<Icon name="clusters" className={clsx('size-3.5', isList && 'text-accent')} />}
        end={clusters?.length}
      >
        {t('clusters')}
      </NavLink>
      <NavLink
        href={routes.operations()}
        icon={
          <Icon
            name="operations"
            className={clsx('size-3.5', path === routes.operations() && 'text-accent')}
          />
        }
      >
        {t('operations')}
      </NavLink>
      <NavLink
        href={routes.alarms()}
        isWhole
        icon={
          <Icon
            name="alarms"
            className={clsx('size-3.5', path.startsWith(routes.alarms()) && 'text-accent')}
          />
        }
        end={<RingingCount region={region} />}
      >
        {t('alarms')}
      </NavLink>
      <NavLink
        href={routes.configurations()}
        isWhole
        icon={
          <Icon
            name="configurations"
            className={clsx('size-3.5', path.startsWith(routes.configurations()) && 'text-accent')}
          />
        }
      >
        {t('configurations')}
      </NavLink>
      <NavLink
        href={routes.network()}
        icon={
          <Icon name="network" className={clsx('size-3.5', path === routes.network() && 'text-accent')} />
        }
      >
        {t('network')}
      </NavLink>
      {clusters === undefined || clusters.length === 0 ? null : (
        <>
          <h2 className="px-2 pt-4 pb-1.5 text-12 text-text-3">{t('clusters')}</h2>
          <ul>
            {clusters.map((cluster) => {
              const standing = standingOf(cluster, serverNow())
              const look = STANDING_LOOKS[standing]
              return (
                <li key={cluster.id}>
                  <NavLink
                    href={routes.cluster(cluster.id)}
                    isWhole
                    icon={<StateIcon shape={look.shape} className={clsx('size-3.5', toneText[look.tone])} />}
                  >
                    {cluster.name}
                    <span className="sr-only">{`, ${standings(standing)}`}</span>
                  </NavLink>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </nav>
  )
}
