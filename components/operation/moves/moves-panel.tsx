'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { useDuration } from '@/components/text/use-duration'
import { Sentences } from '@/components/text/sentences'
import { Meter } from '@/components/ui/meter'
import { formatBytes, formatShare } from '@/lib/browser/format/bytes'
import { MOVE_ORDER, moveRows, MOVES_CSV, type MoveRow } from '@/lib/browser/operation/move-rows'
import { moveProgressQuery, operationMovesQuery } from '@/lib/browser/queries/operation-moves'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import type { MoveProgress, OperationMove } from '@/lib/contract/console/operation-moves'
import { MOVE_COLUMNS } from './move-columns'

/** Every partition that the operation moves: how it stands, how much of it is copied, and what became of it. */
export function MovesPanel({ operation }: { operation: OperationDetail }) {
  if (operation.placement === null) return null
  return <Moves operation={operation} />
}

function Moves({ operation }: { operation: OperationDetail }) {
  const t = useTranslations('operation.moves')
  const plan = useQuery(operationMovesQuery(operation.id))
  const progress = useQuery(moveProgressQuery(operation))
  return (
    <section aria-label={t('title')} className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      <h2 className="text-13 font-semibold">{t('title')}</h2>
      <QueryView query={plan} failed={t('failed')}>
        {({ moves, total }) => (
          <QueryView query={progress} failed={t('failed')}>
            {(now) => (
              <>
                <Total operation={operation} progress={now} />
                <MovesTable operation={operation} moves={moves} progress={now} />
                {total > moves.length ? (
                  <p className="text-12 text-text-3">{t('more', { count: total - moves.length })}</p>
                ) : null}
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </section>
  )
}

type TotalProps = { operation: OperationDetail; progress: MoveProgress }

function Total({ operation, progress: { total, bytesPerSecond, leftMs, states, further } }: TotalProps) {
  const t = useTranslations('operation.moves')
  const duration = useDuration()
  const isOver = operation.state !== 'IN_PROGRESS'
  const all = states.length + further.length
  const moved = [...states, ...further.map(({ state }) => state)].filter((state) => state === 'moved').length
  return (
    <div className="grid gap-1.5 text-13">
      <p className="tabular-nums">
        <Sentences
          parts={[
            t('moved', { done: moved, total: all }),
            total.replicas === 0 ? null : t('copiedOf', formatShare(total.bytesDone, total.bytesTotal)),
            total.replicas === 0 ? null : t('caughtUpOf', { done: total.caughtUp, total: total.replicas }),
            isOver || total.replicas === 0
              ? null
              : bytesPerSecond === null
                ? t('rateUnknown')
                : t('rate', { rate: formatBytes(bytesPerSecond) }),
            isOver || leftMs === null
              ? null
              : t('left', { duration: duration(Math.max(1_000, leftMs), { rough: true }) }),
          ]}
        />
      </p>
      {total.bytesTotal === 0 ? null : (
        <Meter share={total.bytesDone / total.bytesTotal} tone={isOver ? 'idle' : 'run'} />
      )}
    </div>
  )
}

type MovesTableProps = TotalProps & { moves: readonly OperationMove[] }

function MovesTable({ operation, moves, progress }: MovesTableProps) {
  const t = useTranslations('operation.moves')
  const rows = useMemo(() => moveRows(moves, progress), [moves, progress])
  const states: Facet<MoveRow> = {
    name: 'state',
    label: t('columns.state'),
    valuesOf: ({ state }) => [state],
    word: (value) => t(`state.${MOVE_ORDER.find((state) => state === value) ?? 'waiting'}`),
    order: MOVE_ORDER,
    look: 'chips',
  }
  return (
    <FilteredTable
      label={t('title')}
      rows={rows}
      columns={MOVE_COLUMNS}
      rowId={({ id }) => id}
      firstSort="state"
      search={{ label: t('search'), textOf: ({ id }) => id }}
      facets={[states]}
      csv={{ name: `${operation.clusterName}-moves`, columns: MOVES_CSV }}
      empty={<p className="px-4 py-3 text-13 text-text-2">{t('none')}</p>}
    />
  )
}
