'use client'

import { useTranslations } from 'use-intl'
import { newAlarms } from '@/lib/browser/alarm/form'
import { Dialog } from '@/components/ui/dialog'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { AlarmFields } from './alarm-fields'
import { type AlarmBegin, useNewAlarm } from './use-new-alarm'
import { WatchedFields } from './watched-fields'

type NewAlarmDialogProps = { cluster: ClusterSummary; begin: AlarmBegin; onClose: () => void }

/** Beside the chart or the list it was asked from. */
export function NewAlarmDialog(props: NewAlarmDialogProps) {
  const t = useTranslations('alarms.form')
  const { cluster, onClose } = props
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { name: cluster.name })}
      closeLabel={t('close')}
      place="side"
    >
      <NewAlarm {...props} />
    </Dialog>
  )
}

function NewAlarm({ cluster, begin, onClose }: NewAlarmDialogProps) {
  const t = useTranslations('alarms.form')
  const { form, alarms, preview, targets, targetsFor, submit, error } = useNewAlarm(cluster, begin, onClose)
  const values = { ...form.getValues(), name: '' }
  const [automatic] = newAlarms(values, cluster.name, [{}])
  return (
    <AlarmFields
      control={form.control}
      onSubmit={submit}
      onClose={onClose}
      submit={t('create', { count: alarms.length })}
      watched={
        <WatchedFields
          form={form}
          targets={targets}
          targetsFor={targetsFor}
          automaticName={
            (alarms.length === 1 && form.getValues('name') === '' ? alarms[0] : automatic)?.AlarmName ?? ''
          }
        />
      }
      hasStatistic
      alarms={alarms}
      preview={preview}
      error={error}
      failed={t('failed')}
    />
  )
}
