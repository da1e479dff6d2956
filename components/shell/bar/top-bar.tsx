'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { PaletteKey } from './palette-key'
import { Breadcrumb } from './breadcrumb'
import { useHelp } from '@/components/shell/help'
import { LanguageSwitch } from './language-switch'
import { LiveIndicator } from './live-indicator'
import { SidebarButton } from '@/components/shell/sidebar/sidebar-button'
import { usePalette } from '@/components/shell/palette/palette'
import { ThemeSwitch } from './theme-switch'

export function TopBar() {
  const t = useTranslations('shell')
  const { openHelp } = useHelp()
  const { openPalette } = usePalette()
  return (
    <header className="flex h-12 items-center gap-3 border-b border-line px-6 text-13 max-desk:h-[52px] max-desk:gap-1 max-desk:pr-2 max-desk:pl-4">
      <Breadcrumb />
      <span className="flex-1" />
      <LiveIndicator />
      <Button kind="ghost" className="gap-2 px-2! max-desk:hidden" onClick={openPalette}>
        <Icon name="search" />
        {t('find')}
        <PaletteKey />
      </Button>
      <Button kind="ghost" size="icon" aria-label={t('find')} className="desk:hidden" onClick={openPalette}>
        <Icon name="search" className="size-4" />
      </Button>
      <span className="flex items-center max-desk:hidden">
        <LanguageSwitch />
        <ThemeSwitch />
        <Button kind="ghost" size="icon" aria-label={t('help')} title={t('help')} onClick={openHelp}>
          <Icon name="help" />
        </Button>
      </span>
      <SidebarButton />
    </header>
  )
}
