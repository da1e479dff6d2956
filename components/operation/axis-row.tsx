import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import type { TimeAxis } from '@/lib/browser/operation/time-axis'
import { LANE_GRID } from './lane-row'

const percent = (share: number): string => `${share * 100}%`
/** A tick whose label would lie under the label of now is left out. */
const NEAR_NOW = 0.06

export function AxisRow({ axis, elapsedMs }: { axis: TimeAxis; elapsedMs: number }) {
  const t = useTranslations('operation')
  const duration = useDuration()
  const label = (seconds: number) =>
    seconds >= 60 && seconds % 60 === 0 ? t('axisMinutes', { minutes: seconds / 60 }) : t('axis', { seconds })
  return (
    <div aria-hidden="true" className={clsx(LANE_GRID, 'border-t border-line')}>
      <span />
      <div className="relative h-[22px] border-x border-transparent text-11 leading-[22px] text-text-3 tabular-nums">
        {axis.ticks
          .filter(({ at }) => at < 0.97 && (axis.now === null || Math.abs(axis.now - at) > NEAR_NOW))
          .map(({ seconds, at }) => (
            <span
              key={seconds}
              className={clsx(
                'absolute whitespace-nowrap max-desk:not-first:hidden',
                seconds === 0 ? 'pl-1' : '-translate-x-1/2',
              )}
              style={{ left: percent(at) }}
            >
              {label(seconds)}
            </span>
          ))}
        {axis.now === null ? null : (
          <span
            className="absolute top-[3px] -translate-x-1/2 rounded-2 bg-text px-1 leading-4 font-medium whitespace-nowrap text-surface"
            style={{ left: percent(axis.now) }}
          >
            {duration(elapsedMs, { exact: true })}
          </span>
        )}
      </div>
      <span />
    </div>
  )
}
