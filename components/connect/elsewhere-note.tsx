import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { bold } from '@/components/text/bold'

/** Why other machines cannot connect to this cluster, and what would let them. */
export function ElsewhereNote({ advertisedHost }: { advertisedHost: string | null }) {
  const t = useTranslations('client')
  return (
    <Notice tone="idle" shape="unknown">
      {advertisedHost === null
        ? t.rich('elsewhereUnset', bold)
        : t.rich('elsewhereSet', { ...bold, host: advertisedHost })}
    </Notice>
  )
}
