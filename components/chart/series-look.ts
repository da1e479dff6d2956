import type { CSSProperties } from 'react'

/** Hue is the zone, dashes tell brokers of a zone apart; a state (`warn`) has the colour of its state. */
export type SeriesLook = { hue: 'a' | 'b' | 'c' | 'grey' | 'warn'; dash: 'solid' | 'dashed' | 'dotted' }

const HUES: Record<SeriesLook['hue'], string> = {
  a: 'var(--data-a)',
  b: 'var(--data-b)',
  c: 'var(--data-c)',
  grey: 'var(--line-control)',
  warn: 'var(--warn-solid)',
}
export const DASHES: Record<SeriesLook['dash'], string | undefined> = {
  solid: undefined,
  dashed: '3 2',
  dotted: '1 2.5',
}
const FILLS: Record<SeriesLook['dash'], number> = { solid: 0.42, dashed: 0.2, dotted: 0.1 }

const PLACES = ['a', 'b', 'c'] as const
const PLACE_DASHES = ['solid', 'dashed', 'dotted'] as const

/** Of lines that are of no zone: nine can be told apart, further ones are grey until pointed at. */
export const lookAt = (place: number): SeriesLook => ({
  hue: place >= PLACES.length * PLACE_DASHES.length ? 'grey' : (PLACES[place % PLACES.length] ?? 'a'),
  dash: PLACE_DASHES[Math.floor(place / PLACES.length)] ?? 'dotted',
})

export const strokeOf = (place: number): string => `var(--s${place})`
export const fillOpacityOf = ({ dash }: SeriesLook): number => FILLS[dash]

/**
 * The hues as variables of what is around the drawing: which series is in hue and which is grey changes without
 * drawing anything again.
 */
export function hueVariables(looks: readonly SeriesLook[], hot: number | null): CSSProperties {
  return Object.fromEntries(
    looks.map(({ hue }, place) => [
      `--s${place}`,
      hot === place && hue === 'grey'
        ? 'var(--text)'
        : hot === null || hot === place
          ? HUES[hue]
          : 'var(--line-strong)',
    ]),
  )
}
