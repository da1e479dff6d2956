'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { useRegion } from '@/components/shell/region'
import { useTitle } from '@/components/shell/use-title'
import { SkeletonBars } from '@/components/ui/skeleton'
import { metricText } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { alarmHistoryQuery, alarmsQuery } from '@/lib/browser/queries/alarms'
import { routes } from '@/lib/browser/routes'
import { ActionsPanel } from './actions-panel'
import { AlarmFacts } from './alarm-facts'
import { AlarmHead } from './alarm-head'
import { ChartPanel } from './chart-panel'
import { DiskRemedies } from './disk-remedies'
import { HistoryTable } from './history-table'

export function AlarmView({ name }: { name: string }) {
  const t = useTranslations('alarms')
  const errors = useTranslations('errors')
  const titles = useTranslations('titles')
  const { region } = useRegion()
  useTitle(titles('named', { name }))
  const query = useQuery(alarmsQuery(region))
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(alarms) => {
        const alarm = alarms.find(({ AlarmName }) => AlarmName === name)
        return alarm === undefined ? (
          <GoneAlarm name={name} region={region} />
        ) : (
          <OneAlarm alarm={alarm} region={region} />
        )
      }}
    </QueryView>
  )
}

function OneAlarm({ alarm, region }: { alarm: Alarm; region: string }) {
  const t = useTranslations('alarms')
  const history = useQuery(alarmHistoryQuery(region, alarm.AlarmName))
  return (
    <>
      <AlarmHead alarm={alarm} region={region} />
      <ChartPanel alarm={alarm} region={region} events={history.data?.events ?? NO_EVENTS} />
      {metricText(alarm) === 'KafkaDataLogsDiskUsed' ? <DiskRemedies alarm={alarm} region={region} /> : null}
      <AlarmFacts alarm={alarm} />
      <ActionsPanel alarm={alarm} events={history.data?.events ?? NO_EVENTS} />
      <QueryView query={history} failed={t('historyFailed')}>
        {({ events, isCut }) => <HistoryTable name={alarm.AlarmName} events={events} isCut={isCut} />}
      </QueryView>
    </>
  )
}

/** Its history outlives an alarm: what was rung can be read after it is gone. */
function GoneAlarm({ name, region }: { name: string; region: string }) {
  const t = useTranslations('alarms')
  const events = useQuery(alarmHistoryQuery(region, name)).data?.events ?? NO_EVENTS
  return (
    <>
      <NotFoundView
        title={t(events.length === 0 ? 'notFound' : 'gone', { name })}
        text={t(events.length === 0 ? 'notFoundText' : 'goneText', { region })}
        to={{ href: routes.alarms(), words: t('toAlarms') }}
      />
      {events.length === 0 ? null : <HistoryTable name={name} events={events} isCut={false} />}
    </>
  )
}

const NO_EVENTS = [] as const
