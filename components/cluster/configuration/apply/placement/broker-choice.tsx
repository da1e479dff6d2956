import { useTranslations } from 'use-intl'
import { brokersOn, writeOn } from '@/lib/browser/cluster-change/placement-choice'
import { servesClients } from '@/lib/domain/node'
import type { Applying } from '../use-apply'

/** Which brokers may hold, or lead, what it is about: all, unless somebody leaves some out. */
export function BrokerChoice({ applying }: { applying: Applying }) {
  const t = useTranslations('rebalance.about')
  const { cluster, placement, chooseOn } = applying
  const brokers = cluster.nodes.filter(({ role }) => servesClients(role))
  const all = brokers.map(({ nodeId }) => nodeId)
  const chosen = brokersOn(placement.on, all)
  const toggle = (id: number) =>
    chooseOn(
      writeOn(
        all.filter((each) => (each === id ? !chosen.includes(each) : chosen.includes(each))),
        all,
      ),
    )
  const zoneName = (zoneId: string) =>
    cluster.zones.find((zone) => zone.zoneId === zoneId)?.zoneName ?? zoneId
  return (
    <fieldset className="grid gap-1.5 text-13">
      <legend className="mb-1 font-[550]">{t('brokers')}</legend>
      <ul className="grid max-h-64 grid-cols-[repeat(auto-fill,minmax(170px,1fr))] gap-x-2 overflow-y-auto rounded-4 border border-line [scrollbar-width:thin]">
        {brokers.map(({ nodeId, zoneId }) => (
          <li key={nodeId}>
            <label className="flex min-h-9 cursor-pointer items-center gap-2.5 px-3 hover:bg-hover max-desk:min-h-11">
              <input
                type="checkbox"
                checked={chosen.includes(nodeId)}
                onChange={() => toggle(nodeId)}
                className="size-4 flex-none accent-accent"
              />
              <span className="whitespace-nowrap">{t('broker', { node: nodeId })}</span>
              <span className="truncate text-12 text-text-3">{zoneName(zoneId)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="text-12 text-text-2">{t('brokersHelp')}</p>
    </fieldset>
  )
}
