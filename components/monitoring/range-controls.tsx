'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { serverNow } from '@/lib/browser/clock'
import { earlierRange, laterRange, type LastRange, type Span } from '@/lib/browser/metrics/time-range'
import { RangeMenu } from './range-menu'
import type { View } from './use-view'

/** One press; the rarer ones are in the menu beside them. */
const PRESSED = ['15m', '1h', '3h', '12h', '1d', '7d'] as const satisfies readonly LastRange[]

type RangeControlsProps = { view: Pick<View, 'range' | 'setRange'>; window: Span | null }

/** What part of the past is looked at. */
export function RangeControls({ view, window }: RangeControlsProps) {
  const t = useTranslations('monitoring')
  const { range, setRange } = view
  return (
    <>
      <div
        role="group"
        aria-label={t('range.label')}
        className="inline-flex flex-none overflow-hidden rounded-4 border border-line-strong bg-surface text-13"
      >
        {PRESSED.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={'last' in range && range.last === name}
            onClick={() => setRange({ last: name })}
            className={clsx(
              'h-[30px] border-l border-line px-2.5 whitespace-nowrap text-text-2 transition-colors first:border-l-0 focus-visible:outline-offset-[-2px] max-desk:h-10',
              'last' in range && range.last === name
                ? 'bg-accent-tint font-[550] text-text shadow-[inset_0_-2px_0_var(--accent)]'
                : 'hover:bg-hover',
            )}
          >
            {t(`range.${name}`)}
          </button>
        ))}
      </div>
      <RangeMenu view={view} window={window} />
      <span className="flex flex-none">
        <Button
          kind="ghost"
          size="icon"
          aria-label={t('range.earlier')}
          title={t('range.earlier')}
          onClick={() => setRange(earlierRange(range, serverNow()))}
        >
          <Icon name="back" />
        </Button>
        <Button
          kind="ghost"
          size="icon"
          aria-label={t('range.later')}
          title={t('range.later')}
          onClick={() => setRange(laterRange(range, serverNow()))}
          offBecause={'last' in range ? t('range.laterOff') : undefined}
          reasonPlace="elsewhere"
        >
          <Icon name="forward" />
        </Button>
      </span>
    </>
  )
}
