import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { clockTimeTenths } from '@/lib/browser/format/time'
import type { LogEntryView } from '@/lib/contract/console/nodes'
import type { LogLevel } from '@/lib/domain/log'
import { Highlighted } from './highlighted'

const TONE: Record<LogLevel, string> = {
  ERROR: 'text-bad font-medium',
  WARN: 'text-warn font-medium',
  INFO: 'text-text-3',
  DEBUG: 'text-text-3',
}

type LogLineProps = {
  entry: LogEntryView
  sought: string
  current?: boolean
  /** Whose line it is, where several nodes speak. */
  source?: ReactNode
}

/** One line of a log, its stack trace with it. The level is a word, and coloured only where it wants the eye. */
export function LogLine({ entry, sought, current = false, source }: LogLineProps) {
  const t = useTranslations('log')
  const { at, level, text, isCut } = entry
  return (
    <div
      aria-current={current || undefined}
      className={clsx(
        'mono flex gap-x-3 px-3 py-[3px] text-12! leading-[18px] hover:bg-hover max-desk:flex-wrap',
        current && 'shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      <time dateTime={at ?? undefined} title={at ?? undefined} className="w-[10ch] flex-none text-text-3">
        {at === null ? '' : clockTimeTenths(Date.parse(at))}
      </time>
      {source === undefined ? null : <span className="w-[16ch] flex-none text-text-2">{source}</span>}
      <span className={clsx('w-[5ch] flex-none', level === null ? undefined : TONE[level])}>
        {level ?? ''}
      </span>
      <span className="min-w-0 flex-1 whitespace-pre-wrap text-text [overflow-wrap:anywhere] max-desk:basis-full">
        <Highlighted text={text} sought={sought} current={current} />
        {isCut ? <span className="ml-2 font-sans text-text-3">{t('cut')}</span> : null}
      </span>
    </div>
  )
}
