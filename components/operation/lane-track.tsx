import { clsx } from 'clsx'
import type { Lane } from '@/lib/browser/operation/lanes'
import { segmentsOf, type TimeAxis } from '@/lib/browser/operation/time-axis'
import { OVER, PHASE_FILLS, RUNNING } from './phase-looks'

type LaneTrackProps = { lane: Pick<Lane, 'phases'>; axis: TimeAxis; nowMs: number }

const percent = (share: number): string => `${share * 100}%`

/** The drawing of a lane; the same is said in words at its right end. */
export function LaneTrack({ lane, axis, nowMs }: LaneTrackProps) {
  return (
    <div aria-hidden="true" className="relative min-w-0 overflow-hidden border-x border-line">
      {axis.ticks.slice(1).map(({ seconds, at }) => (
        <i key={seconds} className="absolute inset-y-0 w-px bg-line" style={{ left: percent(at) }} />
      ))}
      {segmentsOf(lane, axis, nowMs).map(({ phase, from, width, isOpen }) => (
        <i
          key={`${phase} ${from}`}
          className={clsx(
            'absolute top-1/2 h-4 -translate-y-1/2 border-r border-surface',
            isOpen && axis.now !== null ? RUNNING : OVER,
            PHASE_FILLS[phase],
          )}
          style={{ left: percent(from), width: percent(width) }}
        />
      ))}
      {axis.now === null ? null : (
        <i className="absolute inset-y-0 w-px bg-text" style={{ left: percent(axis.now) }} />
      )}
    </div>
  )
}
