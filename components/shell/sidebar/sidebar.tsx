'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Mark } from '@/components/ui/mark'
import { routes } from '@/lib/browser/routes'
import { ClusterNav } from './cluster-nav'
import { HostPanel } from './host-panel'

export function Sidebar() {
  const t = useTranslations('shell')
  return (
    <div className="flex h-full flex-col bg-bg text-13">
      <NextLink
        href={routes.clusters()}
        className="mx-2 flex h-12 flex-none items-center gap-2 px-2 text-[15px] font-semibold tracking-[-0.01em] text-text"
      >
        <Mark />
        {t('name')}
      </NextLink>
      <ClusterNav />
      <HostPanel />
    </div>
  )
}
