import { useTranslations } from 'use-intl'
import { Meter } from '@/components/ui/meter'
import { Panel } from '@/components/ui/panel'
import type { SubnetView } from '@/lib/contract/console/network'

/** A column a subnet, in the order of the zones. */
export function SubnetsPanel({ subnets }: { subnets: readonly SubnetView[] }) {
  const t = useTranslations('network')
  return (
    <Panel title={t('subnets')} end={t('subnetsEnd')}>
      <ul className="grid gap-px overflow-hidden rounded-b-6 bg-line desk:grid-cols-3">
        {subnets.map((subnet) => (
          <li
            key={subnet.subnetId}
            className="grid content-start gap-1 bg-surface px-4 pt-3 pb-3.5 text-13 max-desk:px-3"
          >
            <div className="flex flex-wrap items-baseline gap-x-2">
              <h3 className="font-semibold">{subnet.zoneName}</h3>
              <span className="mono text-12 text-text-3">{subnet.zoneId}</span>
            </div>
            <p className="mono [overflow-wrap:anywhere]">{subnet.subnetId}</p>
            <p className="mono text-text-2">{subnet.cidr}</p>
            <div className="mt-1">
              <Meter share={subnet.held / (subnet.held + subnet.free)} />
            </div>
            <p className="text-12 text-text-2 tabular-nums">
              {t('heldFree', { held: subnet.held, free: subnet.free })}
            </p>
            {subnet.isStored ? null : <p className="text-12 text-text-3">{t('notStored')}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
