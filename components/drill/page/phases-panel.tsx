import { useTranslations } from 'use-intl'
import { ChangeTable } from '@/components/cluster/configuration/apply/change-table'
import { useDuration } from '@/components/text/use-duration'
import { Panel } from '@/components/ui/panel'
import { State } from '@/components/ui/state'
import { serverNow } from '@/lib/browser/clock'
import { clockTimeTenths } from '@/lib/browser/format/time'
import type { DrillDetail } from '@/lib/contract/console/drills'

/** The phases so far, each with its time. */
export function PhasesPanel({ drill: { record, state } }: { drill: DrillDetail }) {
  const t = useTranslations('drills')
  const duration = useDuration()
  const { phases } = record
  return (
    <Panel title={t('one.phases')}>
      <ChangeTable
        label={t('one.phases')}
        place="panel"
        heads={[t('one.phase'), t('one.at'), t('one.for')]}
        rows={phases.map(({ phase, at }, place) => {
          const next = phases[place + 1]
          const isNow = next === undefined && state === 'RUNNING'
          const forMs = (next?.at ?? serverNow()) - at
          return {
            key: `${phase} ${at}`,
            cells: [
              <State
                key="phase"
                look={isNow ? { shape: 'half', tone: 'run' } : { shape: 'check', tone: 'idle' }}
              >
                {t(`phase.${phase}`)}
              </State>,
              <span key="at" className="mono text-text-3">
                {clockTimeTenths(at)}
              </span>,
              next === undefined && !isNow ? '–' : duration(Math.max(0, forMs), { exact: true }),
            ],
          }
        })}
      />
    </Panel>
  )
}
