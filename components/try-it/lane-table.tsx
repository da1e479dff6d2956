import { useTranslations } from 'use-intl'
import { State, type StateLook } from '@/components/ui/state'
import { formatMs } from '@/lib/browser/try-it/receipt'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TryLane, TryRun } from '@/lib/contract/console/try-it'
import type { LatencySummary } from '@/lib/domain/latency'

const LOOKS: Record<TryLane['state'], StateLook> = {
  waiting: { shape: 'waiting', tone: 'idle' },
  writing: { shape: 'half', tone: 'run' },
  reading: { shape: 'half', tone: 'run' },
  done: { shape: 'settled', tone: 'ok' },
  failed: { shape: 'failed', tone: 'bad' },
}

/** The receipt, a row a broker. What is not known yet is a dash. */
export function LaneTable({ run, cluster }: { run: TryRun; cluster: ClusterDetail }) {
  const t = useTranslations('tryIt')
  const zones = new Map(cluster.zones.map(({ zoneId, zoneName }) => [zoneId, zoneName]))
  const right = 'px-3 py-1.5 text-right whitespace-nowrap tabular-nums max-desk:px-2'
  return (
    // A phone scrolls it sideways; without a pointer that takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} role="group" aria-label={t('receipt')} className="overflow-x-auto border-t border-line">
      <table aria-label={t('receipt')} className="w-full border-collapse text-13">
        <thead className="text-12 text-text-3">
          <tr>
            <th scope="col" className="h-8 px-4 text-left font-medium max-desk:px-3">
              {t('columns.broker')}
            </th>
            <th scope="col" className="px-3 text-left font-medium">
              {t('columns.state')}
            </th>
            <th scope="col" className="px-3 text-right font-medium">
              {t('columns.written')}
            </th>
            <th scope="col" className="px-3 text-right font-medium">
              {t('columns.readBack')}
            </th>
            <th scope="col" className="px-3 text-right font-medium">
              {t('columns.lost')}
            </th>
            <th scope="col" className="px-3 text-right font-medium whitespace-nowrap">
              {t('columns.write')}
            </th>
            <th scope="col" className="px-4 text-right font-medium whitespace-nowrap">
              {t('columns.roundTrip')}
            </th>
          </tr>
        </thead>
        <tbody>
          {run.lanes.map((lane) => (
            <tr key={lane.brokerId} className="border-t border-line align-top">
              <th scope="row" className="px-4 py-1.5 text-left font-normal max-desk:px-3">
                <span className="font-[550] whitespace-nowrap">{t('broker', { id: lane.brokerId })}</span>
                <span className="block text-12 whitespace-nowrap text-text-3">
                  {zones.get(lane.zoneId) ?? lane.zoneId}
                </span>
                <span className="mono block text-12 whitespace-nowrap text-text-3">{lane.endpoint}</span>
              </th>
              <td className="min-w-44 px-3 py-1.5">
                <State look={LOOKS[lane.state]}>{t(`state.${lane.state}`)}</State>
                {lane.problem === null ? null : (
                  <span className="block max-w-[48ch] text-12 text-text-2 [overflow-wrap:anywhere]">
                    {t(`problem.${lane.problem.is}`, { said: lane.problem.said })}
                  </span>
                )}
              </td>
              <td className={right}>
                {t('ofRecords', { count: lane.acknowledged, total: run.recordsPerBroker })}
              </td>
              <td className={right}>{lane.readBack}</td>
              <td className={right}>{lane.lost ?? t('unknown')}</td>
              <td className={right}>{figures(lane.write) ?? t('unknown')}</td>
              <td className={`${right} pr-4`}>{figures(lane.roundTrip) ?? t('unknown')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const figures = (summary: LatencySummary | null): string | null =>
  summary === null ? null : [summary.p50Ms, summary.p99Ms, summary.maxMs].map(formatMs).join(' / ')
