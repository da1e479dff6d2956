'use client'

import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { nearest, placeAt } from '@/lib/browser/metrics/points'
import { useChartGroup, useCrosshair } from './chart-group'
import { MARGIN, plotHeight, timeAt, xOf, type Frame } from './geometry'

type OverlayProps = {
  frame: Frame
  times: readonly number[]
  stepMs: number
  isSeen: boolean
  /** Of the chart, for those who cannot see it. */
  label: string
  clock: (at: number) => string
}

/** A drag shorter than this was a press. */
const DRAG_MIN_PX = 6

/** Where the hand is felt: it moves the moment of all charts and draws the stretch to look at closer. */
export function Overlay({ frame, times, stepMs, isSeen, label, clock }: OverlayProps) {
  const { crosshair, onZoom, onWiden } = useChartGroup()
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)
  const xIn = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>): number =>
    Math.min(
      frame.width - MARGIN.right,
      Math.max(MARGIN.left, clientX - currentTarget.getBoundingClientRect().left),
    )
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const x = xIn(event)
    const at = timeAt(x, frame)
    // Where nothing was told, the moment itself.
    crosshair.set(times[placeAt(times, at, stepMs)] ?? Math.round(at / stepMs) * stepMs)
    if (drag !== null) setDrag({ ...drag, to: x })
  }
  const press = (event: PointerEvent<HTMLDivElement>) => {
    // A finger moves the moment, and must go on scrolling the page.
    if (event.button !== 0 || event.pointerType === 'touch') return move(event)
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ from: xIn(event), to: xIn(event) })
  }
  const release = () => {
    setDrag(null)
    if (drag === null || Math.abs(drag.to - drag.from) < DRAG_MIN_PX) return
    const [from, to] = [drag.from, drag.to].toSorted((one, other) => one - other)
    onZoom({ from: timeAt(from ?? 0, frame), to: timeAt(to ?? 0, frame) })
  }
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      setDrag(null)
      return crosshair.set(null)
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = crosshair.get()
    const place = at === null ? times.length - 1 : nearest(times, at) + step
    crosshair.set(times[Math.min(times.length - 1, Math.max(0, place))] ?? null)
  }
  const moment = useCrosshair(isSeen)
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={frame.window.from}
      aria-valuemax={frame.window.to}
      aria-valuenow={moment ?? frame.window.to}
      aria-valuetext={clock(moment ?? frame.window.to)}
      className="absolute inset-0 cursor-crosshair touch-pan-y rounded-2 select-none focus-visible:outline-offset-[-1px]"
      onPointerMove={move}
      onPointerDown={press}
      onPointerUp={release}
      onPointerCancel={() => setDrag(null)}
      onPointerLeave={() => crosshair.set(null)}
      onDoubleClick={onWiden}
      onBlur={() => crosshair.set(null)}
      onKeyDown={key}
    >
      {drag === null ? null : (
        <i
          className="absolute border-x border-accent bg-accent-tint opacity-60"
          style={{
            left: Math.min(drag.from, drag.to),
            width: Math.abs(drag.to - drag.from),
            top: MARGIN.top,
            height: plotHeight(frame),
          }}
        />
      )}
    </div>
  )
}

type MomentProps = {
  frame: Frame
  times: readonly number[]
  stepMs: number
  isSeen: boolean
  /** Where the lines are at that place, from the top of the plot, 0 to 1. */
  heightsAt: (place: number) => readonly (number | null)[]
  clock: (at: number) => string
}

/** The line over the chart at the moment pointed at, with a ring on each series. */
export function Moment({ frame, times, stepMs, isSeen, heightsAt, clock }: MomentProps) {
  const at = useCrosshair(isSeen)
  if (at === null || at < frame.window.from || at > frame.window.to) return null
  const place = placeAt(times, at, stepMs)
  const x = Math.round(xOf(times[place] ?? at, frame))
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden">
      <i
        className="absolute w-px bg-text"
        style={{ left: x, top: MARGIN.top - 4, height: plotHeight(frame) + 4 }}
      />
      {heightsAt(place).map((height, series) =>
        height === null ? null : (
          <i
            // The order of the series is theirs for good.
            // oxlint-disable-next-line react/no-array-index-key
            key={series}
            className="absolute size-[5px] -translate-1/2 rounded-full border border-text bg-surface"
            style={{ left: x + 0.5, top: MARGIN.top + height * plotHeight(frame) }}
          />
        ),
      )}
      <span
        className="absolute -translate-x-1/2 rounded-2 bg-text px-1 text-11 leading-4 font-medium whitespace-nowrap text-surface tabular-nums"
        style={{
          left: Math.min(frame.width - 28, Math.max(MARGIN.left, x)),
          top: frame.height - MARGIN.bottom + 3,
        }}
      >
        {clock(times[place] ?? at)}
      </span>
    </div>
  )
}
