import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { RadioCards } from '@/components/ui/radio-cards'
import { hostQuery } from '@/lib/browser/queries/host'
import { CLUSTER_ACCESS } from '@/lib/domain/cluster'
import type { Applying } from './use-apply'

/** Who connects. Others can only where the server was told under which name they reach it. */
export function AccessChoice({ applying: { cluster, access, chooseAccess } }: { applying: Applying }) {
  const t = useTranslations('create.access')
  const host = useQuery(hostQuery(cluster.region)).data
  if (host === undefined) return null
  if (host.advertisedHost === null && cluster.access === 'THIS_MACHINE') {
    return (
      <div className="grid gap-1 text-13">
        <p className="font-[550]">{t('label')}</p>
        <p className="text-12 text-text-3">{t('unavailable')}</p>
      </div>
    )
  }
  const chosen = CLUSTER_ACCESS.find((each) => each === access) ?? cluster.access
  return (
    <RadioCards
      label={t('label')}
      value={chosen}
      onChange={(next) => chooseAccess(next === cluster.access ? '' : next)}
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
