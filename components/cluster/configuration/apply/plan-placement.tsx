import { useTranslations } from 'use-intl'
import { PanelSection } from '@/components/ui/panel'
import { useDuration } from '@/components/text/use-duration'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { onlyLeads } from '@/lib/domain/rebalance/proposal'
import { ChangeTable } from './change-table'

type PlanPlacementProps = { plan: ChangePlan; cluster: ClusterDetail }

/** Which partitions move, how much that copies, and what every broker holds before and after. */
export function PlanPlacement({ plan: { placement }, cluster }: PlanPlacementProps) {
  const t = useTranslations('rebalance.plan')
  const duration = useDuration()
  if (placement === null) return null
  const { partitions, leadersOnly, bytes, rate, brokers, moves } = placement
  const zoneName = (zoneId: string) =>
    cluster.zones.find((zone) => zone.zoneId === zoneId)?.zoneName ?? zoneId
  const most = Math.max(...brokers.map(({ before, after }) => after.bytes - before.bytes))
  return (
    <PanelSection title={t('title')}>
      <p className="mb-2.5 text-13">
        {t('sentence', { partitions, leadersOnly, bytes: formatBytes(bytes) })}{' '}
        <span className="text-text-2">
          {t('rate', {
            rate: formatBytes(rate),
            duration: duration(Math.max(1_000, (1_000 * Math.max(most, 0)) / rate), { rough: true }),
          })}
        </span>
      </p>
      <ChangeTable
        label={t('title')}
        heads={[t('broker'), t('replicas'), t('leaders'), t('bytes')]}
        rows={brokers.map(({ nodeId, zoneId, before, after }) => ({
          key: String(nodeId),
          cells: [
            <span key="broker">
              {t('brokerName', { node: nodeId })}{' '}
              <span className="text-12 text-text-3">{zoneName(zoneId)}</span>
            </span>,
            t('change', { before: before.replicas, after: after.replicas }),
            t('change', { before: before.leaders, after: after.leaders }),
            <span key="bytes" className="tabular-nums">
              {t('changeText', { before: formatBytes(before.bytes), after: formatBytes(after.bytes) })}
            </span>,
          ],
        }))}
      />
      <details className="mt-2.5 text-13">
        <summary className="cursor-pointer text-text-2">{t('moves', { count: partitions })}</summary>
        <ul className="mt-1.5 grid max-h-72 gap-0.5 overflow-y-auto [scrollbar-width:thin]">
          {moves.map(({ id, from, to, bytes: size }) => (
            <li key={id} className="flex flex-wrap gap-x-3 text-12">
              <span className="mono min-w-40 font-[550] [overflow-wrap:anywhere]">{id}</span>
              <span className="mono text-text-2">
                {t('fromTo', { from: from.join(' '), to: to.join(' ') })}
              </span>
              <span className="text-text-3 tabular-nums">
                {onlyLeads({ from, to }) ? t('leaderOnly') : formatBytes(size)}
              </span>
            </li>
          ))}
        </ul>
        {moves.length < partitions ? (
          <p className="mt-1 text-12 text-text-3">{t('more', { count: partitions - moves.length })}</p>
        ) : null}
      </details>
    </PanelSection>
  )
}
