'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuChoice, MenuLabel } from '@/components/ui/menu'
import { hostQuery } from '@/lib/browser/queries/host'
import { routes } from '@/lib/browser/routes'
import { useRegion } from '@/components/shell/region'

/** A cluster belongs to its region, so leaving the region leaves the cluster’s page too. */
export function RegionSwitch() {
  const t = useTranslations('shell')
  const { region, chooseRegion } = useRegion()
  const regions = useQuery({ ...hostQuery(region), select: (host) => host.regions }).data ?? [region]
  const router = useRouter()
  const pathname = usePathname()
  const choose = (chosen: string) => {
    chooseRegion(chosen)
    if (pathname !== routes.clusters() && pathname !== routes.createCluster()) router.push(routes.clusters())
  }
  return (
    <Menu
      align="start"
      label={t('region')}
      trigger={
        <button
          type="button"
          aria-label={t('regionNow', { region })}
          className="-mx-1.5 inline-flex items-center gap-1 rounded-4 px-1.5 py-0.5 text-text-2 hover:bg-hover hover:text-text"
        >
          {region}
          <Icon name="chevron" className="size-3" />
        </button>
      }
    >
      <MenuLabel>{t('region')}</MenuLabel>
      <MenuChoice
        value={region}
        onChange={choose}
        options={regions.map((name) => ({ value: name, label: name }))}
      />
    </Menu>
  )
}
