import type { FormEvent, ReactNode } from 'react'
import type { Control } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { FormActions } from '@/components/form/form-actions'
import type { AlarmValues } from '@/lib/browser/alarm/form'
import type { AlarmDefinition } from '@/lib/browser/alarm/wire'
import { ConditionFields } from './condition-fields'
import { Preview } from './preview'
import { TellsFields } from './tells-fields'
import type { usePreview } from './use-preview'

type AlarmFieldsProps = {
  control: Control<AlarmValues>
  onSubmit: (event: FormEvent) => unknown
  onClose: () => void
  submit: string
  /** What it watches: to be chosen of a new alarm, told of one that exists. */
  watched: ReactNode
  hasStatistic: boolean
  alarms: readonly AlarmDefinition[]
  preview: ReturnType<typeof usePreview>
  error: unknown
  failed: string
}

/** The form of an alarm: what it watches, how that looks, when it rings and whom it tells. */
export function AlarmFields(props: AlarmFieldsProps) {
  const { control, onSubmit, onClose, submit, watched, hasStatistic, alarms, preview, error, failed } = props
  const t = useTranslations('alarms.form')
  return (
    <form className="flex min-h-0 flex-1 flex-col" noValidate onSubmit={(event) => void onSubmit(event)}>
      <div className="-mx-4 grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-y-auto px-4 pt-2 pb-4">
        {watched}
        <Preview alarms={alarms} preview={preview} />
        <ConditionFields control={control} hasStatistic={hasStatistic} />
        <TellsFields control={control} />
        {error === null ? null : <ErrorInPlace title={failed} error={error} />}
      </div>
      <FormActions cancel={t('cancel')} onCancel={onClose} submit={submit} />
    </form>
  )
}
