import { useTranslations } from 'use-intl'
import { useHotKeysOn } from '@/components/ui/hot-keys'
import { Kbd } from '@/components/ui/kbd'

/** The keys of this page, as long as they are on. */
export function TableKeys() {
  const t = useTranslations('keys')
  const [on] = useHotKeysOn()
  if (!on) return null
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-12 text-text-2 max-desk:hidden">
      <span className="flex items-center gap-1">
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> {t('move')}
      </span>
      <span className="flex items-center gap-1">
        <Kbd>↵</Kbd> {t('open')}
      </span>
      <span className="flex items-center gap-1">
        <Kbd>?</Kbd> {t('all')}
      </span>
    </p>
  )
}
