import { describe, expect, it, test } from 'vitest'
import { dayState, daysOf, downwards, figureOf, meetsGoal, within, type KeptMinute } from './figures'
import { countAttempt, DAY_MS, emptyHour, EMPTY_MINUTE, minuteOf, minuteState } from './minutes'
import { causesOf, outagesOf } from './outages'

const START = Date.parse('2026-12-01T00:00:00Z')
const MINUTE = 60_000
const up = { attempts: 30, failed: 0 }
const some = { attempts: 30, failed: 2 }
const down = { attempts: 15, failed: 15 }
const none = { attempts: 0, failed: 0 }
type Kept = Pick<KeptMinute, 'write' | 'read'>
const of = (write: Kept['write'], read: Kept['read'] = up): Kept => ({ write, read })
const minutes = (...kept: readonly Kept[]): KeptMinute[] =>
  kept.map((minute, index) => ({ ...minute, at: START + index * MINUTE }))
const many = (count: number, ...last: readonly Kept[]): KeptMinute[] =>
  minutes(...Array.from({ length: count }, () => of(up)), ...last)

test.each([
  [none, 'unmeasured'],
  [{ attempts: 4, failed: 4 }, 'unmeasured'],
  [up, 'up'],
  [some, 'disturbed'],
  [down, 'down'],
  [{ attempts: 5, failed: 5 }, 'down'],
])('a minute of %j is %s', (tally, state) => {
  expect(minuteState(tally)).toBe(state)
})

describe('an hour in bytes', () => {
  it('keeps writing and reading apart, minute by minute', () => {
    const hour = emptyHour()
    countAttempt(hour, 0, { write: true, read: true })
    countAttempt(hour, 59, { write: false, read: true })
    countAttempt(hour, 59, { write: true, read: false })
    expect(hour).toHaveLength(240)
    expect(minuteOf(hour, 0)).toEqual(of({ attempts: 1, failed: 0 }, { attempts: 1, failed: 0 }))
    expect(minuteOf(hour, 59)).toEqual(of({ attempts: 2, failed: 1 }, { attempts: 2, failed: 1 }))
    expect(minuteOf(hour, 30)).toEqual(EMPTY_MINUTE)
  })
  it('never counts further than a byte, nor reads further than there is', () => {
    const hour = emptyHour()
    for (let attempt = 0; attempt < 300; attempt++) countAttempt(hour, 7, { write: false, read: true })
    expect(minuteOf(hour, 7)).toEqual(of({ attempts: 255, failed: 255 }, { attempts: 255, failed: 0 }))
    expect(minuteOf(new Uint8Array(3), 40)).toEqual(EMPTY_MINUTE)
  })
})

describe('a figure', () => {
  it('is of what was measured, and of nothing else', () => {
    const kept = minutes(of(up), of(none, none), of(some), of(down))
    expect(figureOf(kept, 'write')).toMatchObject({ measured: 3, down: 1, disturbed: 1, share: 2 / 3 })
    expect(figureOf(kept, 'read')).toMatchObject({
      measured: 3,
      down: 0,
      disturbed: 0,
      share: 1,
      answered: 1,
    })
    expect(figureOf([], 'read')).toMatchObject({ share: null, answered: null, budgetLeft: null })
  })
  it('never shows all where a minute was lost', () => {
    const month = many(43_199, of(down))
    const { share } = figureOf(month, 'write')
    expect(share).toBeLessThan(1)
    expect(downwards(share ?? 1)).toBe(99.997)
    expect(downwards(1)).toBe(100)
    expect(downwards(0.999_999_9)).toBe(99.999)
    expect(downwards(0.999)).toBe(99.9)
  })
  it.each([
    [999, 1, true],
    [998, 2, false],
    [0, 0, null],
    [100, 0, true],
  ])('of %i minutes up and %i down meets the goal: %s', (good, bad, meets) => {
    expect(meetsGoal({ measured: good + bad, down: bad })).toBe(meets)
  })
  it('tells what may still be lost', () => {
    expect(figureOf(many(9_999, of(down)), 'write').budgetLeft).toBeCloseTo(9)
    expect(figureOf(many(99, of(down)), 'write').budgetLeft).toBeCloseTo(-0.9)
  })
  it('of a window leaves out what is older', () => {
    const kept = [
      { ...of(up), at: START - DAY_MS - 5 * MINUTE },
      { ...of(up), at: START - DAY_MS + MINUTE },
    ]
    expect(within(kept, 'day', START)).toHaveLength(1)
    expect(within(kept, 'week', START)).toHaveLength(2)
  })
})

test('days are of UTC, in order, with those of which nothing is known', () => {
  const days = daysOf(minutes(of(up), of(down)), START + 12 * 60 * MINUTE, 3)
  expect(days.map(({ day }) => day)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
  expect(days.map(dayState)).toEqual(['unmeasured', 'unmeasured', 'down'])
  expect(days[2]).toEqual({
    day: '2026-12-01',
    measured: 2,
    write: { down: 1, disturbed: 0 },
    read: { down: 0, disturbed: 0 },
  })
})

describe('outages', () => {
  it('join what belongs together, newest first', () => {
    const kept = minutes(of(down), of(down, some), of(up), of(some), of(up), of(up), of(up, down))
    expect(outagesOf(kept)).toEqual([
      {
        from: START + 6 * MINUTE,
        until: START + 7 * MINUTE,
        write: { down: 0, disturbed: 0, failed: 0 },
        read: { down: 1, disturbed: 0, failed: 15 },
      },
      {
        from: START,
        until: START + 4 * MINUTE,
        write: { down: 2, disturbed: 1, failed: 32 },
        read: { down: 0, disturbed: 1, failed: 2 },
      },
    ])
  })
  it('have for causes what went on meanwhile', () => {
    const outage = { from: START, until: START + MINUTE }
    const span = (from: number, until: number | null) => ({
      from: START + from,
      until: until && START + until,
    })
    const spans = [
      span(-100_000, -31_000),
      span(-100_000, -29_000),
      span(30_000, null),
      span(89_000, 100_000),
      span(91_000, 100_000),
    ]
    expect(causesOf(outage, spans)).toEqual([spans[1], spans[2], spans[3]])
  })
})
