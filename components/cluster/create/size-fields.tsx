'use client'

import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { NumberField } from '@/components/form/number-field'
import { SelectField } from '@/components/form/select-field'
import { Icon } from '@/components/ui/icon'
import type { ChoicesProps } from './choices-props'
import { offersPorts } from './create-form'
import { FixedNote } from './fixed-note'
import { useRefusals } from './use-refusals'

const ZONES = 3
const FIELDS = ['brokersPerZone', 'instanceType', 'volumeSizeGiB', 'ports', 'alarms'] as const

/** What has a good default: folded until wanted, or until one of it is refused. */
export function SizeFields({ creation, host }: ChoicesProps) {
  const t = useTranslations('create')
  const { control, formState } = creation.form
  const refusal = useRefusals(creation)
  const [wanted, setWanted] = useState(false)
  const isPortHeld =
    creation.isAsked && creation.plan.data?.refusals.some(({ message }) => offersPorts(message))
  const isBroken = FIELDS.some((name) => refusal(name) !== undefined || formState.errors[name] !== undefined)
  const [shape, brokersPerZone] = useWatch({ control, name: ['shape', 'brokersPerZone'] })
  const brokers = Number(brokersPerZone) * ZONES
  return (
    <details
      open={wanted || isBroken || isPortHeld}
      onToggle={({ currentTarget }) => setWanted(currentTarget.open)}
      className="group -mx-4 -mb-4 border-t border-line max-desk:-mx-3"
    >
      <summary className="flex h-10 cursor-pointer list-none items-center gap-2 px-4 text-13 font-[550] hover:bg-hover max-desk:h-11 max-desk:px-3">
        <Icon name="forward" className="size-3 text-text-3 transition-transform group-open:rotate-90" />
        {t('more')}
      </summary>
      <div className="grid gap-5 px-4 pt-2 pb-4 max-desk:px-3">
        {shape === 'MSK' ? (
          <NumberField
            control={control}
            name="brokersPerZone"
            label={t('brokersPerZone.label')}
            help={Number.isInteger(brokers) ? t('brokersPerZone.help', { count: brokers }) : undefined}
            note={<FixedNote creation={creation} name="brokersPerZone" />}
            refusal={refusal('brokersPerZone')}
          />
        ) : null}
        <SelectField
          control={control}
          name="instanceType"
          label={t('instanceType.label')}
          help={t('instanceType.help')}
          note={<FixedNote creation={creation} name="instanceType" />}
          groups={[
            {
              label: t('instanceType.group'),
              options: host.brokerTypes.map((name) => ({ value: name, label: name })),
            },
          ]}
          refusal={refusal('instanceType')}
        />
        <NumberField
          control={control}
          name="volumeSizeGiB"
          label={t('volume.label')}
          help={t('volume.help')}
          note={<FixedNote creation={creation} name="volumeSizeGiB" />}
          refusal={refusal('volumeSizeGiB')}
        />
        <ChoiceField
          control={control}
          name="ports"
          label={t('ports.label')}
          note={<FixedNote creation={creation} name="ports" />}
          refusal={refusal('ports')}
          cards={[
            { value: 'MSK', label: t('ports.MSK'), help: t('ports.MSKHelp') },
            { value: 'BLOCK', label: t('ports.BLOCK'), help: t('ports.BLOCKHelp') },
          ]}
        />
        <ChoiceField
          control={control}
          name="alarms"
          label={t('alarms.label')}
          note={<FixedNote creation={creation} name="alarms" />}
          refusal={refusal('alarms')}
          cards={[
            { value: 'RECOMMENDED', label: t('alarms.RECOMMENDED'), help: t('alarms.RECOMMENDEDHelp') },
            { value: 'NONE', label: t('alarms.NONE'), help: t('alarms.NONEHelp') },
          ]}
        />
      </div>
    </details>
  )
}
