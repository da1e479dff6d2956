import type { Points } from '@/lib/browser/metrics/points'
import type { Span } from '@/lib/browser/metrics/time-range'

const WIDTH = 160
const HEIGHT = 24

type SparklineProps = {
  points: Points
  window: Span
  stepMs: number
  reach?: number
  tone?: 'idle' | 'warn' | 'bad'
}

const STROKES = { idle: 'var(--text-2)', warn: 'var(--warn-solid)', bad: 'var(--bad-solid)' } as const

/** The course of a figure that stands beside it in words. From zero, and a gap stays a gap. */
export function Sparkline({ points, window, stepMs, reach = 0, tone = 'idle' }: SparklineProps) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-6 w-full"
      fill="none"
    >
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
      <path
        d={linePath(points, window, stepMs, reach)}
        stroke={STROKES[tone]}
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}

function linePath({ at, values }: Points, { from, to }: Span, stepMs: number, reach: number): string {
  const most = Math.max(reach, ...values) || 1
  let before = -Infinity
  return at
    .map((time, place) => {
      const x = ((time - from) / (to - from)) * WIDTH
      const y = HEIGHT - 1.5 - ((values[place] ?? 0) / most) * (HEIGHT - 3.5)
      const isBroken = time - before > 1.5 * stepMs
      before = time
      return `${isBroken ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}${isBroken ? 'h0' : ''}`
    })
    .join('')
}
