import { useTranslations } from 'use-intl'
import { Sentences } from '@/components/text/sentences'
import { Announcer } from '@/components/ui/announcer'
import type { ConfigurationRow } from '@/lib/browser/configuration/configuration-list'

/** The list in one sentence, spoken when it changes. */
export function ConfigurationsSentence({ rows }: { rows: readonly ConfigurationRow[] }) {
  const t = useTranslations('configurations')
  const uses = rows.flatMap((row) => row.uses)
  const behind = uses.filter((use) => use.behind > 0).length
  const standing = behind > 0 ? t('countBehind', { count: behind }) : uses.length > 0 ? t('noneBehind') : ''
  return (
    <p className="min-w-0 text-16">
      <Sentences parts={[t('counts', { count: rows.length }), standing]} />
      <Announcer sentence={standing} />
    </p>
  )
}
