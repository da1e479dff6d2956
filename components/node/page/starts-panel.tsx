import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { Time } from '@/components/text/time'
import { useDuration } from '@/components/text/use-duration'
import { Panel } from '@/components/ui/panel'
import { State, type StateLook } from '@/components/ui/state'
import { serverNow } from '@/lib/browser/clock'
import { bootMs } from '@/lib/browser/node/node-sentence'
import type { NodeBoot, NodeDetail } from '@/lib/contract/console/nodes'

/** Every start that was written down: when, how long until it served, how it ended. */
export function StartsPanel({ node: { boots, starts } }: { node: NodeDetail }) {
  const t = useTranslations('nodePage.starts')
  return (
    <Panel title={t('title')} end={t('count', { count: starts })}>
      {boots.length === 0 ? (
        <Empty title={t('empty')}>{t('emptyText')}</Empty>
      ) : (
        <ol
          aria-label={t('title')}
          // A scrolling box that cannot be focused cannot be scrolled by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="max-h-[420px] overflow-y-auto text-13"
        >
          {boots.map((boot) => (
            <Start key={boot.boot} boot={boot} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

const LOOKS: Record<NonNullable<NodeBoot['end']> | 'runs', StateLook> = {
  runs: { shape: 'check', tone: 'ok' },
  asked: { shape: 'off', tone: 'idle' },
  killed: { shape: 'failed', tone: 'warn' },
  byItself: { shape: 'failed', tone: 'bad' },
  unknown: { shape: 'unknown', tone: 'idle' },
}

function Start({ boot }: { boot: NodeBoot }) {
  const t = useTranslations('nodePage.starts')
  const duration = useDuration()
  const { startedAt, endedAt, end, reason, served } = boot
  const tookMs = bootMs(boot)
  const took =
    tookMs === null ? t(served ? 'servedUnseen' : 'notServed') : t('served', { duration: duration(tookMs) })
  const ranMs = (endedAt === null ? serverNow() : Date.parse(endedAt)) - Date.parse(startedAt)
  // One that starts is not judged before it had its time.
  const look = end === null && !served ? ({ shape: 'turning', tone: 'run' } as const) : LOOKS[end ?? 'runs']
  return (
    <li className="grid gap-0.5 border-t border-line px-4 py-2 first:border-t-0 max-desk:px-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Time iso={startedAt} look="day" className="sr-only" />
        <span className="font-[550]">
          <Time iso={startedAt} look="short" />{' '}
          <Time iso={startedAt} look="clockUtc" className="text-text-3 font-normal" />
        </span>
        <State look={look} className="text-12">
          {t(end === null ? (served ? 'end.runs' : 'end.starts') : `end.${end}`)}
        </State>
      </div>
      <p className="text-12 text-text-2">
        {[took, t(endedAt === null ? 'runsFor' : 'ranFor', { duration: duration(ranMs) })].join(' · ')}
      </p>
      {reason === null ? null : <p className="text-12 text-text [overflow-wrap:anywhere]">{reason}</p>}
    </li>
  )
}
