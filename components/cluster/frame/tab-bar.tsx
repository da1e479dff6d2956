'use client'

import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { CLUSTER_TABS } from './cluster-tabs'

/** The pages of one cluster. Where they do not fit they scroll sideways within themselves, the current one in view. */
export function TabBar({ clusterId, name }: { clusterId: string; name: string }) {
  const t = useTranslations('cluster')
  const pathname = usePathname()
  const bar = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const list = bar.current
    const links = [...(list?.querySelectorAll('a') ?? [])]
    const current = links.find((link) => link.getAttribute('href') === pathname)
    if (!list || !current) return
    const [outer, inner] = [list.getBoundingClientRect(), current.getBoundingClientRect()]
    // Only the bar moves, never the page.
    list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
  }, [pathname])
  return (
    <nav aria-label={t('pagesOf', { name })} className="border-b border-line max-desk:-mx-4">
      <ul
        ref={bar}
        className="-mb-px flex gap-5 overflow-x-auto overflow-y-hidden max-desk:px-4 [scrollbar-width:none]"
      >
        {CLUSTER_TABS.map(({ key, href }) => (
          <li key={key} className="flex-none">
            <NextLink
              href={href(clusterId)}
              aria-current={pathname === href(clusterId) ? 'page' : undefined}
              className="flex h-9 items-center border-b-2 border-transparent text-13 whitespace-nowrap text-text-2 transition-colors hover:text-text focus-visible:outline-offset-[-2px] aria-[current]:border-accent aria-[current]:font-[550] aria-[current]:text-text max-desk:h-11"
            >
              {t(`tabs.${key}`)}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
