'use client'

import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type NavLinkProps = {
  href: string
  icon: ReactNode
  end?: ReactNode
  /** Also marked on the pages below it. */
  isWhole?: boolean
  children: ReactNode
}

export function NavLink({ href, icon, end, isWhole = false, children }: NavLinkProps) {
  const pathname = usePathname()
  const isHere = pathname === href
  const isBelow = isWhole && pathname.startsWith(`${href}/`)
  return (
    <NextLink
      href={href}
      aria-current={isHere ? 'page' : isBelow ? 'true' : undefined}
      className="flex h-7 items-center gap-2 rounded-4 px-2 text-text-2 transition-colors hover:bg-hover aria-[current]:bg-accent-tint aria-[current]:font-[550] aria-[current]:text-text max-desk:h-11"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end === undefined ? null : <span className="text-12 font-normal text-text-3">{end}</span>}
    </NextLink>
  )
}
