'use client'

import { usePathname } from 'next/navigation'
import { Dialog as Primitive } from 'radix-ui'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useHelp } from './help'
import { LanguageSwitch } from './language-switch'
import { RegionSwitch } from './region-switch'
import { Sidebar } from './sidebar'
import { ThemeSwitch } from './theme-switch'

/** A phone keeps the sidebar, and what its bar has no room for, behind one button. */
export function SidebarButton() {
  const t = useTranslations('shell')
  const { openHelp } = useHelp()
  const pathname = usePathname()
  // Open belongs to the page it was opened on: following a link closes it.
  const [openOn, setOpenOn] = useState<string | null>(null)
  return (
    <Primitive.Root open={openOn === pathname} onOpenChange={(open) => setOpenOn(open ? pathname : null)}>
      <Primitive.Trigger asChild>
        <Button kind="ghost" size="icon" aria-label={t('menu')} className="desk:hidden">
          <Icon name="menu" className="size-4" />
        </Button>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Overlay className="open-160-ms fixed inset-0 z-40 bg-scrim desk:hidden" />
        <Primitive.Content
          aria-describedby={undefined}
          className="open-160-ms fixed inset-y-0 left-0 z-50 flex w-[min(300px,86vw)] flex-col border-r border-line-control bg-bg outline-none desk:hidden"
        >
          <Primitive.Title className="sr-only">{t('menu')}</Primitive.Title>
          <div className="min-h-0 flex-1">
            <Sidebar />
          </div>
          <div className="flex flex-none items-center gap-1 border-t border-line px-3 py-1 text-13">
            <RegionSwitch />
            <span className="flex-1" />
            <LanguageSwitch />
            <ThemeSwitch />
            <Button kind="ghost" size="icon" aria-label={t('help')} onClick={openHelp}>
              <Icon name="help" />
            </Button>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
