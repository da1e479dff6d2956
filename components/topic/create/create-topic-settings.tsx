import { useFieldArray, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TOPIC_SETTINGS } from '@/lib/domain/topic-settings'
import { useSettingMeaning, useSettingWords } from '../use-setting-words'
import { SETTING_FIELDS } from './create-topic-form'
import type { TopicCreation } from './use-create-topic'

/** The settings one meets first, and any other. What is left empty follows the brokers. */
export function CreateTopicSettings({ creation }: { creation: TopicCreation }) {
  const t = useTranslations('createTopic')
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="float-left text-13 font-semibold">{t('settings')}</legend>
      <p className="clear-both -mt-3 text-12 text-text-3">{t('settingsHelp')}</p>
      {SETTING_FIELDS.map((row) => (
        <SettingField key={row.field} creation={creation} {...row} />
      ))}
      <OtherSettings creation={creation} />
    </fieldset>
  )
}

type SettingFieldProps = { creation: TopicCreation } & (typeof SETTING_FIELDS)[number]

function SettingField({ creation, field, setting }: SettingFieldProps) {
  const t = useTranslations('createTopic')
  const meaning = useSettingMeaning()
  const words = useSettingWords()
  const { control } = creation.form
  const typed = useWatch({ control, name: field }).trim()
  const value = creation.defaults.settings[setting]
  const empty = value === undefined ? t('follows') : t('followsValue', { value: words(setting, value) })
  const help = typed === '' ? empty : (meaning(setting, typed) ?? undefined)
  return (
    <TextField
      control={control}
      name={field}
      label={
        <>
          {t(`setting.${field}`)} <span className="mono font-normal text-text-3">{setting}</span>
        </>
      }
      help={help}
    />
  )
}

function OtherSettings({ creation }: { creation: TopicCreation }) {
  const t = useTranslations('createTopic')
  const { control } = creation.form
  const { fields, append, remove } = useFieldArray({ control, name: 'others' })
  const taken = new Set<string>(SETTING_FIELDS.map(({ setting }) => setting))
  const options = TOPIC_SETTINGS.filter((name) => !taken.has(name)).map((name) => ({
    value: name,
    label: name,
  }))
  return (
    <>
      {fields.map((row, place) => (
        <div key={row.id} className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto] items-start gap-2">
          <SelectField
            control={control}
            name={`others.${place}.name`}
            label={t('otherName')}
            groups={[{ label: t('otherGroup'), options }]}
          />
          <TextField control={control} name={`others.${place}.value`} label={t('otherValue')} />
          <Button
            kind="ghost"
            size="icon"
            className="mt-[22px]"
            aria-label={t('remove')}
            onClick={() => remove(place)}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <Button
        size="small"
        className="justify-self-start"
        onClick={() => append({ name: 'min.insync.replicas', value: '' })}
      >
        <Icon name="add" />
        {t('add')}
      </Button>
    </>
  )
}
