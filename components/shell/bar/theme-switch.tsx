'use client'

import { useTheme } from 'next-themes'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuChoice } from '@/components/ui/menu'

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

export function ThemeSwitch() {
  const t = useTranslations('shell')
  const { theme, setTheme } = useTheme()
  const present: Theme = THEMES.find((name) => name === theme) ?? 'system'
  return (
    <Menu
      label={t('theme')}
      trigger={
        <Button kind="ghost" size="icon" aria-label={t('theme')}>
          <Icon name="theme" />
        </Button>
      }
    >
      <MenuChoice
        value={present}
        onChange={setTheme}
        options={THEMES.map((name) => ({ value: name, label: t(`themes.${name}`) }))}
      />
    </Menu>
  )
}
