import type { Ref } from 'react'
import { useTranslations } from 'use-intl'
import type { CreatePlan } from '@/lib/contract/console/plan'
import type { SubnetView } from '@/lib/contract/console/network'

type SubnetRowsProps = {
  subnets: readonly SubnetView[]
  /** Where the plan would put ids that nobody has seen before. */
  zones: CreatePlan['zones']
  chosen: readonly string[]
  isOne: boolean
  onChoose: (subnetId: string) => void
  fieldRef: Ref<HTMLInputElement>
}

/** A row a subnet: its zone, its block of addresses, and how much of that is free. */
export function SubnetRows({ subnets, zones, chosen, isOne, onChoose, fieldRef }: SubnetRowsProps) {
  const t = useTranslations('create.subnets')
  const strangers = chosen.filter((id) => !subnets.some(({ subnetId }) => subnetId === id))
  const rows = [
    ...subnets.map(({ subnetId, zoneName, cidr, free }) => ({
      subnetId,
      zone: zoneName,
      about: t('block', { cidr, free }),
    })),
    ...strangers.map((subnetId) => ({
      subnetId,
      zone: zones.find((zone) => zone.subnetId === subnetId)?.zoneName ?? t('nextZone'),
      about: t('adopted'),
    })),
  ]
  return (
    <ul className="rounded-4 border border-line">
      {rows.map(({ subnetId, zone, about }, place) => (
        <li key={subnetId} className="border-t border-line first:border-t-0">
          <label className="grid min-h-9 cursor-pointer grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3 py-1.5 hover:bg-hover max-desk:min-h-11">
            <input
              ref={place === 0 ? fieldRef : undefined}
              type={isOne ? 'radio' : 'checkbox'}
              checked={chosen.includes(subnetId)}
              onChange={() => onChoose(subnetId)}
              className="size-4 accent-accent"
            />
            <span className="min-w-0">
              <span className="mono [overflow-wrap:anywhere]">{subnetId}</span>
              <span className="block text-12 text-text-3">{about}</span>
            </span>
            <span className="text-12 text-text-2">{zone}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
