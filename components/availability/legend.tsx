import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { MINUTE_STATES, type MinuteState } from '@/lib/domain/availability/minutes'

export const STATE_FILL: Record<MinuteState, string> = {
  unmeasured: 'fill-track',
  up: 'fill-ok-line',
  disturbed: 'fill-warn-solid',
  down: 'fill-bad-solid',
}

/** What the colours mean; they never stand alone, but nobody reads sixty minutes one by one. */
export function Legend() {
  const t = useTranslations('availability')
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-12 text-text-2 max-desk:px-3">
      {MINUTE_STATES.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <svg aria-hidden="true" className={clsx('size-2.5', STATE_FILL[state])} viewBox="0 0 10 10">
            <rect width="10" height="10" rx="2" />
          </svg>
          {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  )
}
