import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { State, type StateLook } from '@/components/ui/state'
import { latencyText, saidBy } from '@/lib/browser/try-it/receipt'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TryLane, TryProblem, TryRun } from '@/lib/contract/console/try-it'

const LOOKS: Record<TryLane['state'], StateLook> = {
  waiting: { shape: 'waiting', tone: 'idle' },
  writing: { shape: 'half', tone: 'run' },
  reading: { shape: 'half', tone: 'run' },
  done: { shape: 'settled', tone: 'ok' },
  failed: { shape: 'failed', tone: 'bad' },
}

const COLUMNS = ['broker', 'state', 'written', 'readBack', 'lost', 'write', 'roundTrip'] as const

/** The receipt, a row a broker. What is not known yet is a dash. */
export function LaneTable({ run, cluster }: { run: TryRun; cluster: ClusterDetail }) {
  const t = useTranslations('tryIt')
  const zones = new Map(cluster.zones.map(({ zoneId, zoneName }) => [zoneId, zoneName]))
  return (
    // A narrow window scrolls it sideways; without a pointer that takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} role="group" aria-label={t('receipt')} className="overflow-x-auto border-t border-line">
      <table aria-label={t('receipt')} className="w-full border-collapse text-13">
        <thead className="text-12 text-text-3 max-desk:sr-only">
          <tr>
            {COLUMNS.map((name) => (
              <th
                key={name}
                scope="col"
                className="h-8 px-3 text-right font-medium whitespace-nowrap first:px-4 first:text-left nth-2:text-left last:pr-4"
              >
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.lanes.map((lane) => (
            <tr
              key={lane.brokerId}
              className="border-t border-line align-top max-desk:grid max-desk:grid-cols-2 max-desk:gap-x-3 max-desk:px-3 max-desk:py-2 max-desk:first:border-t-0"
            >
              <th scope="row" className="px-4 py-1.5 text-left font-normal max-desk:px-0">
                <span className="font-[550] whitespace-nowrap">{t('broker', { id: lane.brokerId })}</span>
                <span className="block text-12 whitespace-nowrap text-text-3">
                  {zones.get(lane.zoneId) ?? lane.zoneId}
                </span>
                <span className="mono block text-12 whitespace-nowrap text-text-3">{lane.endpoint}</span>
              </th>
              <td className="px-3 py-1.5 max-desk:px-0 max-desk:text-right desk:min-w-44">
                <State look={LOOKS[lane.state]}>{t(`state.${lane.state}`)}</State>
                {lane.problem === null ? null : <Problem problem={lane.problem} />}
              </td>
              <Figure name="written">
                {t('ofRecords', { count: lane.acknowledged, total: run.recordsPerBroker })}
              </Figure>
              <Figure name="readBack">{lane.readBack}</Figure>
              <Figure name="lost">{lane.lost ?? t('unknown')}</Figure>
              <Figure name="write">{latencyText(lane.write) ?? t('unknown')}</Figure>
              <Figure name="roundTrip">{latencyText(lane.roundTrip) ?? t('unknown')}</Figure>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A column; on a phone a line of its own under the broker, with its name. */
function Figure({ name, children }: { name: (typeof COLUMNS)[number]; children: ReactNode }) {
  const t = useTranslations('tryIt.columns')
  return (
    <td className="px-3 py-1.5 text-right whitespace-nowrap last:pr-4 max-desk:col-span-2 max-desk:flex max-desk:items-baseline max-desk:justify-between max-desk:gap-3 max-desk:px-0! max-desk:py-0.5">
      <span aria-hidden="true" className="text-12 text-text-3 desk:hidden">
        {t(name)}
      </span>
      {children}
    </td>
  )
}

/** Our words first; then what Kafka or the network said, as it was said. */
function Problem({ problem }: { problem: TryProblem }) {
  const t = useTranslations('tryIt.problem')
  const said = saidBy(problem)
  return (
    <span className="block max-w-[48ch] text-12 text-text-2 [overflow-wrap:anywhere]">
      {t(problem.is, { said: problem.said })}
      {said === null ? null : (
        <span lang="en" className="block text-text-3">
          {said}
        </span>
      )}
    </span>
  )
}
