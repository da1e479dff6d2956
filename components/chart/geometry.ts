import type { Span } from '@/lib/browser/metrics/time-range'

/** Where the plot lies within its chart, pixels: known in advance, so that what lies over it needs no measuring. */
export const MARGIN = { top: 20, right: 10, bottom: 20, left: 44 } as const
export const CHART_HEIGHT = 156

export type Frame = { width: number; height: number; window: Span }

export const plotWidth = ({ width }: Pick<Frame, 'width'>): number =>
  Math.max(0, width - MARGIN.left - MARGIN.right)
export const plotHeight = ({ height }: Pick<Frame, 'height'>): number =>
  Math.max(0, height - MARGIN.top - MARGIN.bottom)

export const xOf = (at: number, frame: Frame): number =>
  MARGIN.left + ((at - frame.window.from) / (frame.window.to - frame.window.from)) * plotWidth(frame)

export const timeAt = (x: number, frame: Frame): number =>
  frame.window.from +
  Math.min(1, Math.max(0, (x - MARGIN.left) / plotWidth(frame))) * (frame.window.to - frame.window.from)
