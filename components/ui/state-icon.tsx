import { clsx } from 'clsx'
import type { ReactNode } from 'react'

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const cut = { ...line, stroke: 'var(--surface)' } as const

const ring = <circle cx="8" cy="8" r="6.25" {...line} />
const dashedRing = <circle cx="8" cy="8" r="6.25" {...line} strokeLinecap="butt" strokeDasharray="2.6 2.3" />
const octagon = <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
const question = <path d="M6.3 6.4a1.7 1.7 0 1 1 2.4 1.6c-.5.3-.7.6-.7 1.1M8 11.2v.1" {...line} />

/**
 * Filled = it wants your eye or it is settled; outlined = on its way; dashed = not known yet. The shapes differ
 * without colour, so every state can be told apart in print and by those who do not see the hue.
 */
const SHAPES = {
  settled: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8.2 7 10.4l4.2-4.6" {...cut} strokeWidth={1.6} />
    </>
  ),
  appearing: (
    <>
      {dashedRing}
      <circle cx="8" cy="8" r="2" fill="currentColor" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M8 4.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor" />
    </>
  ),
  healing: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor" />
      <path d="M8 4.4v7.2M4.4 8h7.2" {...cut} strokeWidth={1.8} />
    </>
  ),
  paused: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor" />
      <path d="M6 4.8v6.4M10 4.8v6.4" {...cut} strokeWidth={1.8} />
    </>
  ),
  maintenance: (
    <>
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2.5" {...line} />
      <path d="M5 11l6-6M9 5h2v2" {...line} />
    </>
  ),
  turning: <path d="M13.5 8A5.5 5.5 0 1 1 11.6 3.9M13.6 1.8v3h-3" {...line} />,
  leaving: (
    <>
      {ring}
      <path d="M5 8h6" {...line} />
    </>
  ),
  failed: (
    <>
      {octagon}
      <path d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6" {...cut} strokeWidth={1.6} />
    </>
  ),
  unknown: (
    <>
      {dashedRing}
      {question}
    </>
  ),
  waiting: ring,
  check: <path d="M3 8.4 6.4 11.8 13 4.6" {...line} strokeWidth={1.8} />,
  cancelled: (
    <>
      {ring}
      <path d="M3.8 12.2l8.4-8.4" {...line} />
    </>
  ),
  off: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <rect x="5.4" y="5.4" width="5.2" height="5.2" rx="1" fill="var(--surface)" />
    </>
  ),
  next: (
    <path d="M4 1.75h8M4 14.25h8M4.8 1.75v2.4L8 8l3.2-3.85v-2.4M4.8 14.25v-2.4L8 8l3.2 3.85v2.4" {...line} />
  ),
  behind: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" {...line} />
      <path d="M8 5.4v3M8 10.7v.1" {...line} />
    </>
  ),
  alarm: (
    <>
      <path d="M8 1.2 15.2 14H.8z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      <path d="M8 6v3.6M8 11.7v.1" {...cut} strokeWidth={1.7} />
    </>
  ),
} as const satisfies Record<string, ReactNode>

export type StateShape = keyof typeof SHAPES

export function StateIcon({ shape, className }: { shape: StateShape; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={clsx('inline-block flex-none', className ?? 'size-3.5')}
    >
      {SHAPES[shape]}
    </svg>
  )
}
