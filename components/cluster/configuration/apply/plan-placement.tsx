import { useTranslations } from 'use-intl'
import { PanelSection } from '@/components/ui/panel'
import { useDuration } from '@/components/text/use-duration'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { onlyLeads } from '@/lib/domain/rebalance/proposal'
import { ChangeTable } from './change-table'

type PlanPlacementProps = { plan: ChangePlan; cluster: ClusterDetail }
type Placement = NonNullable<ChangePlan['placement']>
type Share = Placement['zones'][number]['before']

/** Which partitions move, how much that copies, and what every zone and every broker holds before and after. */
export function PlanPlacement({ plan: { placement }, cluster }: PlanPlacementProps) {
  const t = useTranslations('rebalance.plan')
  const duration = useDuration()
  if (placement === null) return null
  const { partitions, leadersOnly, leaderChanges, bytes, rate, copyMs, brokers, zones } = placement
  const zoneName = (zoneId: string) =>
    cluster.zones.find((zone) => zone.zoneId === zoneId)?.zoneName ?? zoneId
  return (
    <PanelSection title={t('title')}>
      <p className="mb-2.5 text-13">
        {leadersOnly === partitions
          ? t('sentenceLeaders', { count: partitions })
          : t('sentence', { partitions, leadersOnly, bytes: formatBytes(bytes) })}{' '}
        {leadersOnly === partitions ? null : (
          <span className="text-text-2">
            {t('leaderChanges', { count: leaderChanges })}{' '}
            {bytes === 0
              ? null
              : t('rate', {
                  rate: formatBytes(rate),
                  duration: duration(Math.max(1_000, copyMs), { rough: true }),
                })}
          </span>
        )}
      </p>
      <div className="grid gap-2.5">
        <SharesTable
          label={t('zones')}
          head={t('zone')}
          rows={zones.map(({ zoneId, ...shares }) => ({ key: zoneId, name: zoneName(zoneId), ...shares }))}
        />
        <SharesTable
          label={t('brokers')}
          head={t('broker')}
          rows={brokers.map(({ nodeId, zoneId, ...shares }) => ({
            key: String(nodeId),
            name: t('brokerName', { node: nodeId }),
            note: zoneName(zoneId),
            ...shares,
          }))}
        />
      </div>
      <Moves placement={placement} />
    </PanelSection>
  )
}

type Row = { key: string; name: string; note?: string; before: Share; after: Share }

/** What each holds before and after, side by side. */
function SharesTable({ label, head, rows }: { label: string; head: string; rows: readonly Row[] }) {
  const t = useTranslations('rebalance.plan')
  return (
    <ChangeTable
      label={label}
      heads={[head, t('replicas'), t('bytes'), t('leaders')]}
      rows={rows.map(({ key, name, note, before, after }) => ({
        key,
        cells: [
          <span key="name">
            {name} {note === undefined ? null : <span className="text-12 text-text-3">{note}</span>}
          </span>,
          t('change', { before: before.replicas, after: after.replicas }),
          <span key="bytes" className="tabular-nums">
            {t('changeText', { before: formatBytes(before.bytes), after: formatBytes(after.bytes) })}
          </span>,
          t('change', { before: before.leaders, after: after.leaders }),
        ],
      }))}
    />
  )
}

function Moves({ placement: { partitions, moves } }: { placement: Placement }) {
  const t = useTranslations('rebalance.plan')
  return (
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
  )
}
