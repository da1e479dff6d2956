'use client'

import { useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { FieldMessage } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import type { ChoicesProps } from '../choices-props'
import { useRefusals } from '../use-refusals'

/** Tags as MSK has them; those by which Mosaik remembers how the cluster was made come by themselves. */
export function TagFields({ creation }: ChoicesProps) {
  const t = useTranslations('create.tags')
  const { control } = creation.form
  const { fields, append, remove } = useFieldArray({ control, name: 'tags' })
  const refusal = useRefusals(creation)
  return (
    <div className="grid gap-3">
      <p className="text-12 text-text-3">{t('help')}</p>
      {fields.map((row, place) => (
        <div
          key={row.id}
          role="group"
          aria-label={t('row', { number: place + 1 })}
          className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-2"
        >
          <TextField control={control} name={`tags.${place}.key`} label={t('key')} />
          <TextField control={control} name={`tags.${place}.value`} label={t('value')} />
          <Button
            kind="ghost"
            size="icon"
            className="mt-6 max-desk:mt-[22px]"
            aria-label={t('remove', { number: place + 1 })}
            onClick={() => remove(place)}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <FieldMessage id="tags-message" error={refusal('tags')} />
      <Button className="justify-self-start max-desk:h-11" onClick={() => append({ key: '', value: '' })}>
        <Icon name="add" />
        {t('add')}
      </Button>
    </div>
  )
}
