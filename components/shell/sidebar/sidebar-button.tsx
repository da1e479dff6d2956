'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { Icon } from '@/components/ui/icon'
import { useHelp } from '@/components/shell/help'
import { LanguageSwitch } from '@/components/shell/bar/language-switch'
import { RegionSwitch } from '@/components/shell/bar/region-switch'
import { Sidebar } from './sidebar'
import { ThemeSwitch } from '@/components/shell/bar/theme-switch'

/** A phone keeps the sidebar, and what its bar has no room for, behind one button. */
export function SidebarButton() {
  const t = useTranslations('shell')
  const { openHelp } = useHelp()
  const [open, setOpen] = useState(false)
  return (
    <Drawer
      open={open}
      onOpenChange={setOpen}
      title={t('menu')}
      trigger={
        <Button kind="ghost" size="icon" aria-label={t('menu')} className="desk:hidden">
          <Icon name="menu" className="size-4" />
        </Button>
      }
    >
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
    </Drawer>
  )
}
