import { useTranslations } from 'use-intl'
import { Sentences } from '@/components/text/sentences'
import { Announcer } from '@/components/ui/announcer'
import type { Alarm } from '@/lib/browser/alarm/wire'

/** The list in one sentence, spoken when it changes. */
export function AlarmsSentence({ alarms }: { alarms: readonly Alarm[] }) {
  const t = useTranslations('alarms')
  const count = (state: Alarm['StateValue']) => alarms.filter(({ StateValue }) => StateValue === state).length
  const [ringing, unknown] = [count('ALARM'), count('INSUFFICIENT_DATA')]
  const states = [
    ringing > 0 ? t('ringing', { count: ringing }) : null,
    unknown > 0 ? t('unknown', { count: unknown }) : null,
    ringing === 0 && unknown === 0 && alarms.length > 0 ? t('allOk') : null,
  ].filter((part) => part !== null)
  return (
    <p className="min-w-0 flex-1 text-16 max-desk:basis-full">
      <Sentences parts={[t('counts', { count: alarms.length }), ...states]} />
      <Announcer sentence={states.join(' ')} />
    </p>
  )
}
