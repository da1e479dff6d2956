'use client'

import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/form/choice-field'
import type { ChoicesProps } from '../choices-props'
import { useRefusals } from '../use-refusals'
import { FixedNote } from './fixed-note'

/** Who connects, and at which addresses. */
export function AccessFields({ creation, host }: ChoicesProps) {
  const t = useTranslations('create')
  const refusal = useRefusals(creation)
  return (
    <>
      <WhoConnects creation={creation} host={host} />
      <ChoiceField
        control={creation.form.control}
        name="ports"
        label={t('ports.label')}
        note={<FixedNote creation={creation} name="ports" />}
        refusal={refusal('ports')}
        cards={[
          { value: 'MSK', label: t('ports.MSK'), help: t('ports.MSKHelp') },
          { value: 'BLOCK', label: t('ports.BLOCK'), help: t('ports.BLOCKHelp') },
        ]}
      />
    </>
  )
}

/** Others can connect only through a name the server was told; without one there is nothing to choose. */
function WhoConnects({ creation, host }: ChoicesProps) {
  const t = useTranslations('create.access')
  const refusal = useRefusals(creation)
  if (host.advertisedHost === null && creation.form.getValues('access') === 'THIS_MACHINE') {
    return (
      <div className="grid gap-1">
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
          help: t('OTHER_MACHINESHelp', { host: host.advertisedHost ?? 'MOSAIK_ADVERTISED_HOST' }),
        },
      ]}
    />
  )
}
