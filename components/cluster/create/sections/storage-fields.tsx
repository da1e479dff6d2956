'use client'

import { useTranslations } from 'use-intl'
import { NumberField } from '@/components/form/number-field'
import type { ChoicesProps } from '../choices-props'
import { useRefusals } from '../use-refusals'

export function StorageFields({ creation }: ChoicesProps) {
  const t = useTranslations('create')
  const refusal = useRefusals(creation)
  return (
    <NumberField
      control={creation.form.control}
      name="volumeSizeGiB"
      label={t('volume.label')}
      help={t('volume.help')}
      refusal={refusal('volumeSizeGiB')}
    />
  )
}
