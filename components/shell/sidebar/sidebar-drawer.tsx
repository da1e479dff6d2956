'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { Icon } from '@/components/ui/icon'
import { useHelp } from '@/components/shell/help'
import { LanguageSwitch } from '@/components/shell/bar/language-switch'
import { RegionSwitch } from '@/components/shell/bar/region-switch'
import { Sidebar } from './sidebar'
import { ThemeSwitch } from '@/components/shell/bar/theme-switch'

type SidebarDrawerProps = { open: boolean; onOpenChange: (open: boolean) => void }

export function SidebarDrawer({ open, onOpenChange }: SidebarDrawerProps) {
  const t = useTranslations('shell')
  const { openHelp } = useHelp()
  return (
    <Drawer open={open} onOpenChange={onOpenChange} title={t('menu')}>
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
