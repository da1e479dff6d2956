import { useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import { Meter } from '@/components/ui/meter'
import { State, type StateLook } from '@/components/ui/state'
import { formatBytes, formatShare } from '@/lib/browser/format/bytes'
import { MOVE_ORDER, type MoveRow } from '@/lib/browser/operation/move-rows'
import type { MoveState } from '@/lib/domain/rebalance/copy-progress'

const WIDE_ONLY = 'max-desk:hidden'

const LOOKS: Record<MoveState, StateLook> = {
  waiting: { shape: 'waiting', tone: 'idle' },
  moving: { shape: 'half', tone: 'run' },
  moved: { shape: 'check', tone: 'ok' },
  there: { shape: 'check', tone: 'ok' },
  deleted: { shape: 'cancelled', tone: 'idle' },
  calledBack: { shape: 'cancelled', tone: 'idle' },
  notBegun: { shape: 'cancelled', tone: 'idle' },
  notLed: { shape: 'behind', tone: 'warn' },
  unfinished: { shape: 'behind', tone: 'warn' },
}

/** One list for ever: see the clusters’ own columns. */
export const MOVE_COLUMNS: Column<MoveRow>[] = [
  {
    id: 'partition',
    header: () => <Head name="partition" />,
    accessorFn: ({ id }) => id,
    cell: ({ row: { original } }) => <Partition row={original} />,
  },
  {
    id: 'state',
    header: () => <Head name="state" />,
    accessorFn: ({ state }) => MOVE_ORDER.indexOf(state),
    cell: ({ row: { original } }) => <Standing row={original} />,
  },
  {
    id: 'replicas',
    header: () => <Head name="replicas" />,
    accessorFn: ({ to }) => to.join(' '),
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <Replicas row={original} />,
  },
  {
    id: 'bytes',
    header: () => <Head name="bytes" />,
    accessorFn: ({ bytes }) => bytes,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => <Bytes row={original} />,
  },
]

function Head({ name }: { name: 'partition' | 'state' | 'replicas' | 'bytes' }) {
  return useTranslations('operation.moves.columns')(name)
}

function Partition({ row }: { row: MoveRow }) {
  const t = useTranslations('operation.moves')
  return (
    <>
      <span className="mono [overflow-wrap:anywhere]">{row.id}</span>
      {row.isPlanned ? null : <span className="block text-12 text-text-3">{t('beside')}</span>}
      <span className="block desk:hidden">
        <Replicas row={row} />
      </span>
    </>
  )
}

function Standing({ row: { state, copy, onlyLeads: isLeaderOnly } }: { row: MoveRow }) {
  const t = useTranslations('operation.moves')
  const word = isLeaderOnly && (state === 'moved' || state === 'moving') ? (`${state}Leader` as const) : state
  return (
    <div className="grid gap-1">
      <State look={LOOKS[state]}>{t(`state.${word}`)}</State>
      {copy === null || state !== 'moving' ? null : (
        <>
          <span className="text-12 text-text-2 tabular-nums">
            {t('copied', formatShare(copy.bytesDone, copy.bytesTotal))}{' '}
            {t('caughtUp', { done: copy.caughtUp, total: copy.replicas })}
          </span>
          <Meter
            share={copy.bytesTotal === 0 ? 1 : copy.bytesDone / copy.bytesTotal}
            tone="run"
            size="thin"
            className="max-w-48"
          />
        </>
      )}
    </div>
  )
}

function Replicas({ row: { from, to } }: { row: MoveRow }) {
  const t = useTranslations('rebalance.plan')
  return (
    <span className="mono text-12 text-text-2">
      {t('fromTo', { from: from.join(' '), to: to.join(' ') })}
    </span>
  )
}

function Bytes({ row: { bytes, onlyLeads: isLeaderOnly } }: { row: MoveRow }) {
  const t = useTranslations('rebalance.plan')
  return isLeaderOnly ? <span className="text-text-3">{t('leaderOnly')}</span> : formatBytes(bytes)
}
