import { useTranslations } from 'use-intl'
import { ChangeTable } from '@/components/cluster/configuration/apply/change-table'
import { useDuration } from '@/components/text/use-duration'
import { Panel } from '@/components/ui/panel'
import { State } from '@/components/ui/state'
import type { DrillDetail } from '@/lib/contract/console/drills'
import type { Finding, Invariant } from '@/lib/domain/drill/verdict'
import { FINDING_LOOKS } from '../drill-looks'

/** These are told in records; all others in time. */
const COUNTED: readonly Invariant[] = ['acknowledged', 'once', 'order']

/** What had to hold, by the numbers. While the drill goes on: that it will be told. */
export function VerdictPanel({ drill: { verdict, state } }: { drill: DrillDetail }) {
  const t = useTranslations('drills.one')
  const cells = useFindingCells()
  if (state === 'REFUSED') return null
  return (
    <Panel title={t('verdict')}>
      {verdict === null ? (
        <p className="px-4 py-3 text-13 text-text-2 max-desk:px-3">{t('notJudged')}</p>
      ) : (
        <ChangeTable
          label={t('verdict')}
          place="panel"
          heads={[t('invariant'), t('measured'), t('bound'), t('holds')]}
          rows={verdict.map((finding) => ({ key: finding.invariant, cells: cells(finding) }))}
        />
      )}
    </Panel>
  )
}

function useFindingCells() {
  const t = useTranslations('drills')
  const count = useTranslations('receipt')
  const duration = useDuration()
  return ({ invariant, is, measured, bound, why }: Finding) => {
    const number = (of: number | null) => {
      if (of === null) return <span className="text-text-3">{'–'}</span>
      const words = COUNTED.includes(invariant)
        ? count('count', { count: of })
        : duration(of, { exact: true })
      return <span className="tabular-nums">{words}</span>
    }
    return [
      t(`invariant.${invariant}`),
      number(measured),
      number(bound),
      <div key="is">
        <State look={FINDING_LOOKS[is]}>{t(`is.${is}`)}</State>
        {why === null ? null : <span className="block text-12 text-text-2">{t(`why.${why}`)}</span>}
      </div>,
    ]
  }
}
