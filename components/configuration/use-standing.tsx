import { useTranslations } from 'use-intl'
import { State } from '@/components/ui/state'
import type { StandingUse } from '@/lib/browser/configuration/configuration-list'

/** Which revision a cluster has, and how many were made since. */
export function UseStanding({ use: { revision, behind } }: { use: StandingUse }) {
  const t = useTranslations('configurations')
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-12 text-text-3">
      {t('atRevision', { revision })}
      {behind > 0 ? <State look={BEHIND}>{t('behind', { count: behind })}</State> : null}
    </span>
  )
}

const BEHIND = { shape: 'behind', tone: 'warn' } as const
