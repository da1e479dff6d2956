'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { keepInCookie } from '@/lib/browser/cookie'
import { LOCALE_COOKIE, LOCALES, type Locale } from '@/lib/browser/locale'

/** Each language names itself, in itself: one who cannot read the present one still finds theirs. */
export function LanguageSwitch() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  const choose = (chosen: Locale) => {
    keepInCookie(LOCALE_COOKIE, chosen)
    router.refresh()
  }
  return (
    <Menu
      label={t('language')}
      trigger={
        <Button kind="ghost" size="icon" aria-label={t('language')}>
          <Icon name="language" />
        </Button>
      }
    >
      <MenuChoice
        value={locale}
        onChange={choose}
        options={LOCALES.map((name) => ({ value: name, label: t(`languages.${name}`), lang: name }))}
      />
    </Menu>
  )
}
