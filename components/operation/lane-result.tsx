'use client'

import { useTranslations } from 'use-intl'
import { asSentence } from '@/components/text/sentences'
import { useDuration } from '@/components/text/use-duration'
import { State, type StateLook } from '@/components/ui/state'
import { PhaseTiles, type TileKind } from '@/components/ui/tiles'
import { isSettled, type Lane } from '@/lib/browser/operation/lanes'
import { phaseMarks, type PhaseMark } from '@/lib/browser/operation/phases'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { PHASE_LOOKS } from './phase-looks'
import { useReason } from './use-reason'

const TILE_OF_MARK: Record<PhaseMark, TileKind> = {
  passed: 'settled',
  current: 'run',
  reached: 'ok',
  failed: 'bad',
  ahead: 'empty',
}

const CUT_OFF: StateLook = { shape: 'waiting', tone: 'idle' }

type LaneResultProps = { operation: OperationDetail; lane: Lane; nowMs: number }

/** What the drawing says, in words: how far, doing what, since when, and what it waits for. */
export function LaneResult({ operation, lane, nowMs }: LaneResultProps) {
  const phases = useTranslations('phase')
  const done = useTranslations('phaseDone')
  const reason = useReason(
    operation.rows.flatMap(({ nodeId, role }) => (nodeId === null ? [] : [{ nodeId, role }])),
  )
  const whyWords = (why: NonNullable<Lane['why']>) =>
    why.is === undefined ? t('waitsFor', { reason: reason(why) }) : asSentence(reason(why))
  const duration = useDuration()
  // The operation ended first: what was under way is grey, as it is no longer this operation’s.
  const isCutOff = operation.state !== 'IN_PROGRESS' && !isSettled(lane.phase)
  const isNode = lane.nodeId !== null
  const word = lane.phase === 'done' && isNode ? done(operation.kind) : phases(lane.phase)
  const t = useTranslations('operation')
  const why = lane.why === null || lane.phase === 'done' || isCutOff ? null : whyWords(lane.why)
  return (
    <div className="min-w-0 content-center px-4 max-desk:px-2">
      <div className="flex items-center gap-2 whitespace-nowrap">
        {isNode ? (
          <span className="flex max-desk:hidden">
            <PhaseTiles
              phases={phaseMarks(operation.kind, lane).map((mark) =>
                isCutOff && mark === 'current' ? 'settled' : TILE_OF_MARK[mark],
              )}
            />
          </span>
        ) : null}
        <State
          look={isCutOff ? CUT_OFF : PHASE_LOOKS[lane.phase]}
          className="max-desk:text-12 max-desk:[&>svg]:hidden"
        >
          {word}
        </State>
        <span className="ml-auto text-12 text-text-3 tabular-nums">{time(lane, nowMs, duration)}</span>
      </div>
      {why === null ? null : (
        <p className="truncate text-12 text-text-2 max-desk:hidden" title={why}>
          {why}
        </p>
      )}
    </div>
  )
}

/** Under way: since this phase began. Settled: all it took. Nothing while it has not begun. */
function time(lane: Lane, nowMs: number, words: (ms: number) => string): string {
  const [first] = lane.phases
  if (first === undefined || lane.phase === 'waiting' || lane.phase === 'next') return ''
  return words(isSettled(lane.phase) ? lane.sinceMs - first.fromMs : nowMs - lane.sinceMs)
}
