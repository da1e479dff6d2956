'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { routes } from '@/lib/browser/routes'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { ClusterQuestion, type Question } from './cluster-question'
import { HealingItems } from './healing/healing-items'
import { ProtectionItem } from './protection-item'
import { useClusterOff } from './use-cluster-off'
import { useStartCluster } from './use-start-cluster'

/** What has a page of its own, to choose and to read the plan first. */
const PAGES = [
  { word: 'change', act: 'changeBrokerCount', href: routes.clusterChange },
  { word: 'rebalance', act: 'rebalance', href: (id: string) => routes.clusterRebalance(id) },
  { word: 'upgrade', act: 'changeVersion', href: routes.clusterUpgrade },
] as const

/** What one can do to a cluster; what can’t be done now stays in the list with its reason. */
export function ClusterMenu({ cluster, place }: { cluster: ClusterSummary; place: 'row' | 'head' }) {
  const t = useTranslations('cluster')
  const off = useClusterOff(cluster)
  const { start } = useStartCluster(cluster)
  const router = useRouter()
  const [asking, setAsking] = useState<Question | null>(null)
  const button = useFocusAfter(asking !== null)
  const label = t('actionsFor', { name: cluster.name })
  return (
    <>
      <Menu
        label={label}
        trigger={
          place === 'row' ? (
            <Button ref={button} kind="ghost" size="icon" aria-label={label} className="text-text-3">
              <Icon name="dots" />
            </Button>
          ) : (
            <Button ref={button}>
              {t('actions')}
              <Icon name="chevron" />
            </Button>
          )
        }
      >
        <MenuItem onSelect={start} offBecause={off('start')}>
          {t('start')}
        </MenuItem>
        <MenuItem onSelect={() => setAsking('stop')} offBecause={off('stop')}>
          {t('stop')}
        </MenuItem>
        {PAGES.map(({ word, act, href }) => (
          <MenuItem key={word} onSelect={() => router.push(href(cluster.id))} offBecause={off(act)}>
            {t(word)}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setAsking('growStorage')} offBecause={off('growStorage')}>
          {t('growStorage')}
        </MenuItem>
        <MenuItem onSelect={() => setAsking('growthRule')}>{t('growthRule')}</MenuItem>
        <MenuLine />
        <MenuItem onSelect={() => router.push(routes.clusterDrills(cluster.id))}>{t('drills')}</MenuItem>
        <HealingItems cluster={cluster} onPause={() => setAsking('pauseHealing')} />
        <MenuLine />
        <ProtectionItem cluster={cluster} />
        <MenuItem onSelect={() => setAsking('delete')} offBecause={off('delete')} danger>
          {t('delete')}
        </MenuItem>
      </Menu>
      <ClusterQuestion question={asking} cluster={cluster} onClose={() => setAsking(null)} />
    </>
  )
}

/** A question came from a menu that has closed since: when it is put away, the menu's button has the focus again. */
function useFocusAfter(isAsking: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (wasAsking.current && !isAsking) button.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  return button
}
