import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { Notice } from '@/components/feedback/notice'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { TextField } from '@/components/form/text-field'
import { FormActions } from '@/components/form/form-actions'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { changeTopicSetting } from '@/lib/browser/mutations/change-topic-setting'
import type { TopicSetting } from '@/lib/contract/console/topics'
import { useSettingMeaning, useSettingWords } from '../use-setting-words'

type SettingDialogProps = { clusterId: string; topicName: string; setting: TopicSetting; onClose: () => void }

const ownValue = ({ source, value }: TopicSetting): string | null => (source === 'topic' ? value : null)

/** One setting. It is changed from the value it was opened with: what another one wrote meanwhile is shown first. */
export function SettingDialog({ clusterId, topicName, setting, onClose }: SettingDialogProps) {
  const t = useTranslations('topicSetting')
  const words = useErrorWords()
  const meaning = useSettingMeaning()
  const { name, value, documentation } = setting
  const now = ownValue(setting)
  const [from, setFrom] = useState(now)
  const schema = z.object({
    value: z
      .string()
      .trim()
      .min(1, { error: t('empty') }),
  })
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { value: value ?? '' } })
  const change = useMutation({
    ...changeTopicSetting(useQueryClient()),
    onSuccess: onClose,
    onError: (error) => form.setError('value', { message: words(error).what }, { shouldFocus: true }),
  })
  const save = (to: string | null) => {
    if (!change.isPending) change.mutate({ clusterId, topicName, settingName: name, from, to })
  }
  const submit = form.handleSubmit((typed) => save(typed.value))
  const typed = useWatch({ control: form.control, name: 'value' })
  const takeNew = () => {
    setFrom(now)
    form.reset({ value: value ?? '' })
  }
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { name })}
      description={<Inherited setting={setting} />}
      closeLabel={t('close')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        {now === from || change.isPending ? null : (
          <Notice tone="warn" shape="behind" actions={<Button onClick={takeNew}>{t('takeNew')}</Button>}>
            {now === null ? t('changedNone') : t('changed', { value: now })}
          </Notice>
        )}
        <TextField
          control={form.control}
          name="value"
          label={t('label')}
          help={meaning(name, typed.trim()) ?? undefined}
        />
        {documentation === null ? null : (
          <details className="text-12 text-text-2">
            <summary>{t('kafkaSays')}</summary>
            <p lang="en" className="mt-1">
              {documentation}
            </p>
          </details>
        )}
        <FormActions cancel={t('cancel')} onCancel={onClose} submit={t('save')}>
          {now === null ? null : <Button onClick={() => save(null)}>{t('reset')}</Button>}
        </FormActions>
      </form>
    </Dialog>
  )
}

function Inherited({ setting: { name, inherited } }: { setting: TopicSetting }) {
  const t = useTranslations('topicSetting')
  const sources = useTranslations('topic.source')
  const words = useSettingWords()
  if (inherited === null) return null
  return t('inherited', { value: words(name, inherited.value), source: sources(inherited.source) })
}
