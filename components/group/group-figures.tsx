import { useLocale, useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { State } from '@/components/ui/state'
import type { GroupState } from '@/lib/domain/group'
import { GROUP_LOOKS } from './group-looks'

/** A number, or the dash of what is not known. */
export function Count({ count }: { count: number | null }) {
  const t = useTranslations('groups')
  const locale = useLocale()
  return count === null ? <span className="text-text-3">{t('unknown')}</span> : count.toLocaleString(locale)
}

/** How old the oldest unread record is. */
export function Age({ seconds }: { seconds: number | null }) {
  const t = useTranslations('groups')
  const duration = useDuration()
  if (seconds === null) return <span className="text-text-3">{t('unknown')}</span>
  return seconds === 0 ? t('nothingUnread') : duration(seconds * 1000, { rough: seconds >= 1 })
}

export function GroupStateWord({ state }: { state: GroupState }) {
  const t = useTranslations('groups.state')
  return (
    <State look={GROUP_LOOKS[state]} source={state}>
      {t(state)}
    </State>
  )
}
