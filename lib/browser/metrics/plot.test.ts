import { describe, expect, test } from 'vitest'
import { chartRows } from './chart-table'
import { extentOf, gapsOf, plotRows, stacked, thinned, totalOf } from './plot'
import {
  joinPoints,
  latestOf,
  maxPoints,
  nearest,
  NO_POINTS,
  peakOf,
  placeAt,
  sumPoints,
  type Points,
} from './points'

const points = (...pairs: readonly [at: number, value: number][]): Points => ({
  at: pairs.map(([at]) => at),
  values: pairs.map(([, value]) => value),
})
const STEP = 10_000
const s = (seconds: number): number => seconds * 1000

describe('points', () => {
  test('what came since takes the place of what was held of that time, and what is too old goes', () => {
    const held = points([s(0), 1], [s(10), 2], [s(20), 3], [s(30), 4])
    expect(joinPoints(held, points([s(20), 33], [s(30), 44], [s(40), 5]), s(20), s(10))).toEqual(
      points([s(10), 2], [s(20), 33], [s(30), 44], [s(40), 5]),
    )
  })
  test('nothing new is the same object', () => {
    const held = points([s(10), 2], [s(20), 3])
    expect(joinPoints(held, NO_POINTS, s(30), s(0))).toBe(held)
  })
  test('a sum has what there is; a missing one is not zero', () => {
    const sum = sumPoints([points([s(0), 1], [s(10), 2]), points([s(10), 5], [s(20), 7])])
    expect(sum).toEqual(points([s(0), 1], [s(10), 7], [s(20), 7]))
  })
  test('the most of each time, the peak of all', () => {
    const most = maxPoints([points([s(0), 1], [s(10), 9]), points([s(0), 3])])
    expect(most).toEqual(points([s(0), 3], [s(10), 9]))
    expect(peakOf(most)).toEqual({ at: s(10), value: 9 })
  })
  test('the newest is called now only while it is new', () => {
    const window = { from: 0, to: s(100) }
    expect(latestOf(points([s(90), 4]), window, STEP)?.value).toBe(4)
    expect(latestOf(points([s(50), 4]), window, STEP)).toBeNull()
  })
  test('the nearest time', () => {
    const times = [s(0), s(10), s(20)]
    expect([-5, 4, 6, 14, 16, 99].map((at) => nearest(times, s(at)))).toEqual([0, 0, 1, 1, 2, 2])
    expect(nearest([], 5)).toBe(-1)
    expect(placeAt(times, s(40), STEP)).toBe(-1)
    expect(placeAt(times, s(12), STEP)).toBe(1)
  })
})

describe('rows', () => {
  const window = { from: 0, to: s(300) }
  test('a time nobody told anything of breaks the lines', () => {
    const rows = plotRows([points([s(0), 1], [s(10), 2], [s(40), 3])], window, STEP)
    expect(rows).toEqual([
      { at: s(0), values: [1] },
      { at: s(10), values: [2] },
      { at: s(20), values: [null] },
      { at: s(40), values: [3] },
    ])
  })
  test('the newest row waits for those who were there before, for a while', () => {
    const one = points([s(280), 1], [s(290), 1], [s(300), 1])
    const late = points([s(280), 2], [s(290), 2])
    expect(plotRows([one, late], window, STEP).at(-1)).toEqual({ at: s(290), values: [1, 2] })
    const gone = points([s(200), 2])
    expect(plotRows([one, gone], window, STEP).at(-1)).toEqual({ at: s(300), values: [1, null] })
  })
  test('gaps are told of all series together, not before a series began', () => {
    const first = points([s(0), 1], [s(10), 1], [s(60), 1], ...(end(70) ?? []))
    const second = points([s(30), 1], [s(40), 1], [s(80), 1], ...(end(90) ?? []))
    expect(gapsOf([first, second], window, STEP)).toEqual([{ from: s(15), to: s(75) }])
  })
  test('one that stopped is a gap to the end', () => {
    expect(gapsOf([points([s(0), 1], [s(10), 1])], window, STEP)).toEqual([{ from: s(15), to: s(300) }])
  })
  test('a stack lets the others down where one is missing', () => {
    const rows = plotRows(
      [points([s(0), 1], [s(10), 1]), points([s(0), 2]), points([s(0), 3], [s(10), 3])],
      window,
      STEP,
    )
    expect(stacked(rows).map(({ bands }) => bands)).toEqual([
      [
        [0, 1],
        [1, 3],
        [3, 6],
      ],
      [[0, 1], null, [1, 4]],
    ])
    expect(rows.map(totalOf)).toEqual([6, 4])
    expect(extentOf(rows, true)).toEqual({ least: 4, most: 6 })
    expect(extentOf(rows, false)).toEqual({ least: 1, most: 3 })
    expect(extentOf([], false)).toBeNull()
  })
  test('thinned rows keep every peak and every gap', () => {
    const rows = Array.from({ length: 5000 }, (_, place) => ({
      at: place * STEP,
      values: [place === 1234 ? 99 : 1, place > 2000 && place < 3000 ? null : place],
    }))
    const thin = thinned(rows, 500)
    expect(thin.length).toBeLessThanOrEqual(500)
    expect(extentOf(thin, false)).toEqual(extentOf(rows, false))
    expect(thin.some(({ values }) => values[1] === null)).toBe(true)
    expect(thinned(rows, 5000)).toBe(rows)
  })
  test('as a table: newest first, empty where nothing was told, rows of nothing left out', () => {
    const rows = plotRows([points([s(0), 1.5], [s(30), 2]), points([s(0), 7])], window, STEP)
    expect(chartRows(['1 a', '2 b'], rows)).toEqual([
      ['time', '1 a', '2 b'],
      ['1970-01-01T00:00:30.000Z', 2, null],
      ['1970-01-01T00:00:00.000Z', 1.5, 7],
    ])
  })
})

/** A point every step from there to the end. */
function end(fromS: number): [number, number][] {
  return Array.from({ length: (300 - fromS) / 10 + 1 }, (_, place): [number, number] => [
    s(fromS + place * 10),
    1,
  ])
}
