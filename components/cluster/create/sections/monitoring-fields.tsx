'use client'

import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/form/choice-field'
import type { ChoicesProps } from '../choices-props'
import { OpenMonitoringField } from './open-monitoring-field'
import { useRefusals } from '../use-refusals'

export function MonitoringFields({ creation }: ChoicesProps) {
  const t = useTranslations('create')
  const refusal = useRefusals(creation)
  return (
    <>
      <ChoiceField
        control={creation.form.control}
        name="alarms"
        label={t('alarms.label')}
        refusal={refusal('alarms')}
        cards={[
          { value: 'RECOMMENDED', label: t('alarms.RECOMMENDED'), help: t('alarms.RECOMMENDEDHelp') },
          { value: 'NONE', label: t('alarms.NONE'), help: t('alarms.NONEHelp') },
        ]}
      />
      <OpenMonitoringField creation={creation} />
    </>
  )
}
