'use client'

import { clsx } from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { clockTimeTenths } from '@/lib/browser/format/time'
import type { NodeLog } from '@/lib/contract/console/host'

const NEAR_END_PX = 24

/** Follows the newest line until one scrolls up to read, and again on request. */
export function LogLines({ log: { lines, truncated } }: { log: NodeLog }) {
  const t = useTranslations('log')
  const box = useRef<HTMLOListElement>(null)
  const [follows, setFollows] = useState(true)
  // After every render: new lines may have come with any of them.
  useEffect(() => {
    if (follows) box.current?.scrollTo({ top: box.current.scrollHeight })
  })
  if (lines.length === 0) return <p className="text-text-2">{t('empty')}</p>
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {truncated ? <p className="pb-2 text-12 text-text-3">{t('truncated')}</p> : null}
      <ol
        ref={box}
        aria-label={t('lines')}
        // A scrolling box that cannot be focused cannot be scrolled by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setFollows(scrollHeight - scrollTop - clientHeight < NEAR_END_PX)
        }
        className="mono min-h-0 flex-1 overflow-auto rounded-4 bg-sunken py-2 text-12! leading-[18px]"
      >
        {lines.map((line, place) => (
          // Lines have no identity but their place in the tail.
          <li key={place} className="flex gap-3 px-3 hover:bg-hover">
            <span className="flex-none text-text-3">{timeOf(line.at)}</span>
            <span
              className={clsx(
                'min-w-0 flex-1 whitespace-pre-wrap [overflow-wrap:anywhere]',
                toneOf(line.level),
              )}
            >
              {line.text}
            </span>
          </li>
        ))}
      </ol>
      {follows ? null : (
        <Button size="small" className="absolute right-3 bottom-3" onClick={() => setFollows(true)}>
          {t('follow')}
        </Button>
      )}
    </div>
  )
}

function timeOf(at: string | null): string {
  const ms = at === null ? Number.NaN : Date.parse(at)
  return Number.isNaN(ms) ? '          ' : clockTimeTenths(ms)
}

function toneOf(level: string | null): string {
  if (level === 'ERROR' || level === 'FATAL') return 'text-bad'
  return level === 'WARN' ? 'text-warn' : 'text-text'
}
