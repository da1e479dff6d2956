'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { NumberField } from '@/components/form/number-field'
import { SelectField } from '@/components/form/select-field'
import { useBehaviourCards } from '@/components/cluster/use-behaviour-cards'
import type { ChoicesProps } from '../choices-props'
import { useRefusals } from '../use-refusals'
import { ConfigurationField } from './configuration-field'
import { FixedNote } from './fixed-note'
import { TypeMeaning } from './type-meaning'
import { useBrokerTypes } from './use-broker-types'

export function BrokerFields({ creation, host }: ChoicesProps) {
  const t = useTranslations('create')
  const { control } = creation.form
  const refusal = useRefusals(creation)
  const behaviours = useBehaviourCards()
  const types = useBrokerTypes(creation, host)
  const [shape, subnets, brokersPerZone] = useWatch({ control, name: ['shape', 'subnets', 'brokersPerZone'] })
  const brokers = Number(brokersPerZone) * subnets.length
  return (
    <>
      <div className="grid gap-2.5">
        <SelectField
          control={control}
          name="instanceType"
          label={t('instanceType.label')}
          help={t('instanceType.help')}
          groups={types.groups}
          refusal={refusal('instanceType')}
        />
        {types.chosen === null ? null : <TypeMeaning type={types.chosen} host={host} />}
      </div>
      {shape === 'MSK' ? (
        <NumberField
          control={control}
          name="brokersPerZone"
          label={t('brokersPerZone.label')}
          help={
            Number.isInteger(brokers)
              ? t('brokersPerZone.help', { count: brokers, zones: subnets.length })
              : undefined
          }
          refusal={refusal('brokersPerZone')}
        />
      ) : null}
      {shape === 'MSK' ? (
        <ChoiceField control={control} name="behaviour" {...behaviours} refusal={refusal('behaviour')} />
      ) : null}
      <ChoiceField
        control={control}
        name="profile"
        label={t('profile.label')}
        note={<FixedNote creation={creation} name="profile" />}
        refusal={refusal('profile')}
        cards={[
          { value: 'lab', label: t('profile.lab'), help: t('profile.labHelp') },
          { value: 'server', label: t('profile.server'), help: t('profile.serverHelp') },
        ]}
      />
      <ConfigurationField creation={creation} />
    </>
  )
}
