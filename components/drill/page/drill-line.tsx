import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import type { DrillDetail } from '@/lib/contract/console/drills'
import { DRILL_LOOKS } from '../drill-looks'

/** The one sentence of the page: what goes on, or how it ended and why. */
export function DrillLine({ drill: { state, record } }: { drill: DrillDetail }) {
  const t = useTranslations('drills')
  const { phase, stop } = record
  const words = state === 'RUNNING' ? t(`doing.${phase}`) : t(`ended.${state}`)
  return (
    <Notice {...DRILL_LOOKS[state]}>
      <b className="font-[550]">{words}</b>
      {stop === null ? null : ` ${t(`stop.${stop.is}`, { detail: stop.detail ?? '' })}`}
    </Notice>
  )
}
