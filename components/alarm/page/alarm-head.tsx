import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import NextLink from 'next/link'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { tellFailed } from '@/components/feedback/toast'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { PageHead } from '@/components/shell/page-head'
import { useAddress } from '@/components/table/use-address'
import { Sentences } from '@/components/text/sentences'
import { Button } from '@/components/ui/button'
import { StateBadge } from '@/components/ui/state'
import { TextLink } from '@/components/ui/text-link'
import { clusterNameOf, seriesOf } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { changeAlarm } from '@/lib/browser/mutations/alarms'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { routes } from '@/lib/browser/routes'
import { ALARM_LOOKS } from '../alarm-looks'
import { useDefinitionWords, useDescriptionWords, useOfWords, useReasonWords } from '../use-alarm-words'
import { DeleteAlarmDialog } from './delete-alarm-dialog'

const EditAlarmDialog = lazy(async () => ({
  default: (await import('../form/edit-alarm-dialog')).EditAlarmDialog,
}))

/** What an alarm is, how it stands and why, and what one can do with it. */
export function AlarmHead({ alarm, region }: { alarm: Alarm; region: string }) {
  const t = useTranslations('alarms')
  const states = useTranslations('alarms.state')
  const words = useErrorWords()
  const [isDeleting, setDeleting] = useState(false)
  const [editing, setEditing] = useAddress('edit', '')
  const { AlarmName: name, StateValue: state, ActionsEnabled: isOn } = alarm
  const change = useMutation({
    ...changeAlarm(useQueryClient()),
    onError: (error) => tellFailed(t('changeFailed', { name }), words(error).what),
  })
  const turn = () =>
    change.mutate({ region, name, operation: isOn ? 'DisableAlarmActions' : 'EnableAlarmActions' })
  return (
    <>
      <PageHead
        title={name}
        badge={
          <StateBadge look={ALARM_LOOKS[state]} source={state}>
            {states(state)}
          </StateBadge>
        }
        subtitle={<Subtitle alarm={alarm} region={region} />}
        actions={
          <>
            <Button onClick={() => setDeleting(true)}>{t('delete')}</Button>
            <Button
              onClick={turn}
              offBecause={change.isPending ? t('asked') : undefined}
              reasonPlace="elsewhere"
            >
              {t(isOn ? 'disableActions' : 'enableActions')}
            </Button>
            <Button onClick={() => setEditing('alarm')}>{t('edit')}</Button>
          </>
        }
      />
      {isDeleting ? (
        <DeleteAlarmDialog name={name} region={region} onClose={() => setDeleting(false)} />
      ) : null}
      {editing === 'alarm' ? (
        <Suspense>
          <EditAlarmDialog alarm={alarm} region={region} onClose={() => setEditing('')} />
        </Suspense>
      ) : null}
    </>
  )
}

function Subtitle({ alarm, region }: { alarm: Alarm; region: string }) {
  const t = useTranslations('alarms')
  const definition = useDefinitionWords()
  const reason = useReasonWords()
  return (
    <>
      <p>
        <OfCluster alarm={alarm} region={region} />
        <Sentences
          parts={[
            t('ringsWhen', { definition: definition(alarm) }),
            t('lastValue', { reason: reason(alarm) }),
          ]}
        />
      </p>
      <Description alarm={alarm} />
    </>
  )
}

/** As it is stored where a person wrote it. */
function Description({ alarm }: { alarm: Alarm }) {
  const own = useDescriptionWords()(alarm)
  if (own !== null) return <p className="text-text-3">{own}</p>
  return alarm.AlarmDescription === undefined ? null : (
    <p lang="en" className="text-text-3">
      {alarm.AlarmDescription}
    </p>
  )
}

function OfCluster({ alarm, region }: { alarm: Alarm; region: string }) {
  const of = useOfWords()
  const name = clusterNameOf(alarm)
  const id = useQuery({
    ...clustersQuery(region),
    select: (clusters) => clusters.find((each) => each.name === name)?.id ?? null,
  }).data
  if (name === null) return null
  return (
    <b className="font-[550] text-text">
      {id === undefined || id === null ? (
        name
      ) : (
        <TextLink asChild>
          <NextLink href={routes.clusterAlarms(id)}>{name}</NextLink>
        </TextLink>
      )}
      {`, ${of(seriesOf(alarm))}`}
      {': '}
    </b>
  )
}
