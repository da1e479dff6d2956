import { useTranslations } from 'use-intl'
import { ChangeTable } from '@/components/cluster/configuration/apply/change-table'
import { Panel } from '@/components/ui/panel'
import { State } from '@/components/ui/state'
import type { AvailabilityView, FigureView } from '@/lib/contract/console/availability'
import { downwards, meetsGoal, WINDOW_NAMES } from '@/lib/domain/availability/figures'
import { DIRECTIONS } from '@/lib/domain/availability/minutes'

/** Writing and reading apart, over a day, a week and a month, against what MSK promises. */
export function FiguresPanel({ figures }: { figures: AvailabilityView['figures'] }) {
  const t = useTranslations('availability')
  const rows = WINDOW_NAMES.flatMap((window) =>
    DIRECTIONS.map((direction) => ({ window, direction, figure: figures[direction][window] })),
  )
  return (
    <Panel title={t('figures')} end={t('goal')}>
      <ChangeTable
        label={t('figures')}
        place="panel"
        heads={[t('columns.what'), t('columns.share'), t('columns.answered'), t('columns.goal')]}
        rows={rows.map(({ window, direction, figure }) => ({
          key: `${window} ${direction}`,
          cells: [
            t(`window.${window}.${direction}`),
            <Share key="share" figure={figure} />,
            figure.answered === null ? t('none') : t('percent', { percent: downwards(figure.answered) }),
            <Verdict key="goal" figure={figure} />,
          ],
        }))}
      />
    </Panel>
  )
}

function Share({ figure }: { figure: FigureView }) {
  const t = useTranslations('availability')
  if (figure.share === null) return t('none')
  return (
    <>
      <span className="font-[550] tabular-nums">{t('percent', { percent: downwards(figure.share) })}</span>
      <span className="block text-12 text-text-3 tabular-nums">
        {t('ofMinutes', { measured: figure.measured, down: figure.down })}
      </span>
    </>
  )
}

function Verdict({ figure }: { figure: FigureView }) {
  const t = useTranslations('availability')
  const meets = meetsGoal(figure)
  if (meets === null) return t('none')
  const left = Math.abs(figure.budgetLeft ?? 0)
  const minutes = left < 10 ? Math.floor(left * 10) / 10 : Math.floor(left)
  return (
    <>
      <State look={meets ? { shape: 'check', tone: 'ok' } : { shape: 'failed', tone: 'bad' }}>
        {t(meets ? 'met' : 'missed')}
      </State>
      <span className="block text-12 text-text-3 tabular-nums">
        {t(meets ? 'budgetLeft' : 'budgetGone', { minutes })}
      </span>
    </>
  )
}
