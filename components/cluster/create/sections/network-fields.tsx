'use client'

import { useQuery } from '@tanstack/react-query'
import { useController, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { useRegion } from '@/components/shell/region'
import { FieldMessage } from '@/components/ui/field'
import { networkQuery } from '@/lib/browser/queries/network'
import type { ChoicesProps } from '../choices-props'
import { useRefusals } from '../use-refusals'
import { AddSubnet } from './add-subnet'
import { FixedNote } from './fixed-note'
import { SubnetRows } from './subnet-rows'

const MESSAGE_ID = 'subnets-message'

/** The subnets of the region, and any other id: it is adopted with the cluster, as scripts written for AWS expect. */
export function NetworkFields({ creation }: ChoicesProps) {
  const t = useTranslations('create.subnets')
  const { region } = useRegion()
  const network = useQuery(networkQuery(region))
  const { control } = creation.form
  const isDevelopment = useWatch({ control, name: 'shape' }) === 'DEVELOPMENT'
  const many = useController({ control, name: 'subnets' })
  const one = useController({ control, name: 'developmentSubnet' })
  const refusal = useRefusals(creation)
  const chosen = isDevelopment ? [one.field.value] : many.field.value
  const error = isDevelopment
    ? refusal('developmentSubnet')
    : (many.fieldState.error?.message ?? refusal('subnets'))
  const choose = (subnetId: string) => {
    if (isDevelopment) one.field.onChange(subnetId)
    else many.field.onChange(chosen.includes(subnetId) ? without(chosen, subnetId) : [...chosen, subnetId])
  }
  return (
    <QueryView query={network} failed={t('failed')}>
      {({ subnets }) => (
        <fieldset aria-describedby={MESSAGE_ID} className="grid gap-3">
          <legend className="mb-1.5 flex w-full items-baseline gap-2 font-[550]">
            {t(isDevelopment ? 'one' : 'label')}
            <FixedNote creation={creation} name="subnets" />
          </legend>
          <SubnetRows
            subnets={subnets}
            zones={creation.plan.data?.zones ?? []}
            chosen={chosen}
            isOne={isDevelopment}
            onChoose={choose}
            fieldRef={isDevelopment ? one.field.ref : many.field.ref}
          />
          <FieldMessage id={MESSAGE_ID} help={t(isDevelopment ? 'oneHelp' : 'help')} error={error} />
          <AddSubnet taken={[...subnets.map(({ subnetId }) => subnetId), ...chosen]} onAdd={choose} />
        </fieldset>
      )}
    </QueryView>
  )
}

const without = (ids: readonly string[], id: string): string[] => ids.filter((other) => other !== id)
