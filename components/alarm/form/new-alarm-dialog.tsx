'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { newAlarms } from '@/lib/browser/alarm/form'
import { Dialog } from '@/components/ui/dialog'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { AlarmFields } from './alarm-fields'
import { type AlarmBegin, useNewAlarm } from './use-new-alarm'
import { WatchedFields } from './watched-fields'

type NewAlarmProps = { cluster: ClusterSummary; begin?: AlarmBegin; onClose: () => void }
type NewAlarmDialogProps = Omit<NewAlarmProps, 'cluster'> & {
  /** Null: it is to be chosen first. */
  cluster: ClusterSummary | null
  /** Where one chooses the cluster; left out of a page that is about one. */
  clusterField?: ReactNode
}

/** What a person mostly wants to hear of first. */
const USUAL = { metric: 'CpuUser + CpuSystem', of: null }

/** Beside the chart or the list it was asked from. */
export function NewAlarmDialog({ cluster, clusterField, ...rest }: NewAlarmDialogProps) {
  const t = useTranslations('alarms.form')
  const { onClose } = rest
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={cluster === null ? t('titleAny') : t('title', { name: cluster.name })}
      closeLabel={t('close')}
      place="side"
    >
      {clusterField}
      {cluster === null ? null : <NewAlarm cluster={cluster} {...rest} />}
    </Dialog>
  )
}

function NewAlarm({ cluster, begin = USUAL, onClose }: NewAlarmProps) {
  const t = useTranslations('alarms.form')
  const { form, alarms, preview, targets, of, targetsFor, submit, error } = useNewAlarm(
    cluster,
    begin,
    onClose,
  )
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
          of={of}
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
