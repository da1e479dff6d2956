import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { Time } from '@/components/text/time'
import { Panel } from '@/components/ui/panel'
import { State } from '@/components/ui/state'
import { TextLink } from '@/components/ui/text-link'
import { type AlarmEvent, webhookName } from '@/lib/browser/alarm/history'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { routes } from '@/lib/browser/routes'

type ActionsPanelProps = { alarm: Alarm; events: readonly AlarmEvent[] }

/** Whom the alarm tells, at which of its states, and whether the last message was taken. */
export function ActionsPanel({ alarm, events }: ActionsPanelProps) {
  const t = useTranslations('alarms')
  const told = [
    ...new Set([...alarm.AlarmActions, ...alarm.OKActions, ...alarm.InsufficientDataActions]),
  ].map((arn) => ({ arn, name: webhookName(arn), states: statesOf(alarm, arn) }))
  return (
    <Panel
      title={t('actions')}
      end={
        <TextLink asChild>
          <NextLink href={routes.webhooks()}>{t('webhooks')}</NextLink>
        </TextLink>
      }
    >
      {told.length === 0 ? (
        <Empty title={t('tellsNobody')}>{t('tellsNobodyText')}</Empty>
      ) : (
        <ul>
          {told.map(({ arn, name, states }) => (
            <li
              key={arn}
              className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-1.5 text-13 first:border-t-0 max-desk:px-3"
            >
              <span className="min-w-32 font-[550]">{name}</span>
              <span className="min-w-0 flex-1 text-text-2">
                {t('toldAt', { states: states.map((state) => t(`state.${state}`)).join(', ') })}
              </span>
              <LastDelivery event={events.find((event) => event.is === 'told' && event.webhook === name)} />
            </li>
          ))}
        </ul>
      )}
      {alarm.ActionsEnabled || told.length === 0 ? null : (
        <p className="border-t border-line px-4 py-2 text-13 text-text-2 max-desk:px-3">
          {t('actionsOffText')}
        </p>
      )}
    </Panel>
  )
}

function statesOf({ AlarmActions, OKActions, InsufficientDataActions }: Alarm, arn: string) {
  const lists = { ALARM: AlarmActions, OK: OKActions, INSUFFICIENT_DATA: InsufficientDataActions }
  return (['ALARM', 'OK', 'INSUFFICIENT_DATA'] as const).filter((state) => lists[state].includes(arn))
}

function LastDelivery({ event }: { event: AlarmEvent | undefined }) {
  const t = useTranslations('alarms')
  if (event?.is !== 'told') return <span className="text-text-3">{t('neverTold')}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      {event.error === null ? (
        <State look={{ shape: 'check', tone: 'ok' }}>{t('taken')}</State>
      ) : (
        <State look={{ shape: 'failed', tone: 'bad' }}>{t('givenUp')}</State>
      )}
      <Time iso={new Date(event.at).toISOString()} look="short" className="text-text-2" />
      {event.error === null ? null : (
        <span lang="en" className="w-full text-text-2">
          {event.error}
        </span>
      )}
    </span>
  )
}
