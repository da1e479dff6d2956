'use client'

import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** Only a phone ever opens it. */
const SidebarDrawer = lazy(async () => ({ default: (await import('./sidebar-drawer')).SidebarDrawer }))

/** A phone keeps the sidebar, and what its bar has no room for, behind one button. */
export function SidebarButton() {
  const t = useTranslations('shell')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="ghost"
        size="icon"
        aria-label={t('menu')}
        aria-haspopup="dialog"
        aria-expanded={open}
        className="desk:hidden"
        onClick={() => setOpen(true)}
      >
        <Icon name="menu" className="size-4" />
      </Button>
      {open ? (
        <Suspense>
          <SidebarDrawer open onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  )
}
