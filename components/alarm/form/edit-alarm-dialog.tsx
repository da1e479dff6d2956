'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { changedAlarm, valuesOf } from '@/lib/browser/alarm/form'
import { metricText, seriesOf, watchedOf } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { putAlarms } from '@/lib/browser/mutations/alarms'
import { useOfWords } from '../use-alarm-words'
import { AlarmFields } from './alarm-fields'
import { alarmFormSchema } from './alarm-schema'
import { usePreview } from './use-preview'

type EditAlarmDialogProps = { alarm: Alarm; region: string; onClose: () => void }

/** Everything but what it watches: an alarm on another metric is another alarm. */
export function EditAlarmDialog(props: EditAlarmDialogProps) {
  const t = useTranslations('alarms.form')
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={t('editTitle', { name: props.alarm.AlarmName })}
      closeLabel={t('close')}
      place="side"
    >
      <EditAlarm {...props} />
    </Dialog>
  )
}

function EditAlarm({ alarm: now, region, onClose }: EditAlarmDialogProps) {
  const t = useTranslations('alarms.form')
  const of = useOfWords()
  // What the form began with; what another one put meanwhile is shown, not written over unseen.
  const [began, setBegan] = useState(now)
  const form = useForm({
    resolver: zodResolver(alarmFormSchema(t)),
    defaultValues: valuesOf(began),
    mode: 'onTouched',
  })
  const { control, getValues } = form
  useWatch({ control })
  const changed = changedAlarm(began, getValues())
  const preview = usePreview(region, [changed])
  const put = useMutation({ ...putAlarms(useQueryClient()), onSuccess: onClose })
  const isElsewhere =
    now.AlarmConfigurationUpdatedTimestamp !== began.AlarmConfigurationUpdatedTimestamp && !put.isPending
  const takeNew = () => {
    setBegan(now)
    form.reset(valuesOf(now))
  }
  return (
    <AlarmFields
      control={control}
      onSubmit={form.handleSubmit(() => {
        if (!put.isPending)
          put.mutate({ region, alarms: [{ ...changed, ActionsEnabled: now.ActionsEnabled }] })
      })}
      onClose={onClose}
      submit={t('save')}
      watched={
        <>
          {isElsewhere ? (
            <Notice tone="warn" shape="behind" actions={<Button onClick={takeNew}>{t('takeNew')}</Button>}>
              {t('changedElsewhere')}
            </Notice>
          ) : null}
          <p className="text-text-2">
            {t('watches', { metric: metricText(began), of: of(seriesOf(began)) })}
          </p>
          <TextField control={control} name="description" label={t('description')} />
        </>
      }
      hasStatistic={watchedOf(began) !== null}
      alarms={[changed]}
      preview={preview}
      error={put.error}
      failed={t('editFailed')}
    />
  )
}
