'use client'

import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/form/choice-field'
import type { ChoicesProps } from './choices-props'
import { FixedNote } from './fixed-note'
import { useRefusals } from './use-refusals'

/** Others can connect only through a name the server was told; without one there is nothing to choose. */
export function AccessField({ creation, host }: ChoicesProps) {
  const t = useTranslations('create.access')
  const refusal = useRefusals(creation)
  if (host.advertisedHost === null) {
    return (
      <div className="grid gap-1 text-13">
        <p className="font-[550]">{t('label')}</p>
        <p>{t('THIS_MACHINE')}</p>
        <p className="text-12 text-text-3">{t('unavailable')}</p>
      </div>
    )
  }
  return (
    <ChoiceField
      control={creation.form.control}
      name="access"
      label={t('label')}
      note={<FixedNote creation={creation} name="access" />}
      refusal={refusal('access')}
      cards={[
        { value: 'THIS_MACHINE', label: t('THIS_MACHINE'), help: t('THIS_MACHINEHelp') },
        {
          value: 'OTHER_MACHINES',
          label: t('OTHER_MACHINES'),
          help: t('OTHER_MACHINESHelp', { host: host.advertisedHost }),
        },
      ]}
    />
  )
}
