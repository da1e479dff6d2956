import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'

/** The copy button in the reader's language. */
export function Copy({ text, name, size }: { text: string; name: string; size?: 'small' | 'normal' }) {
  const t = useTranslations('copy')
  return (
    <CopyButton
      text={text}
      name={name}
      size={size}
      words={{ copy: t('copy'), copied: t('copied'), failed: t('failed'), byHand: t('byHand') }}
    />
  )
}
