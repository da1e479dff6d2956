import { describe, expect, it, test } from 'vitest'
import { healingPause, pauseFor, UNTIL_RESUMED } from './healing'

const NOW = Date.parse('2026-11-30T14:00:00Z')
const at = (minutes: number) => new Date(NOW + minutes * 60_000)
const stored = (since: number | null, until: number | null) => ({
  healingPausedAt: since === null ? null : at(since),
  healingPausedUntil: until === null ? null : at(until),
})

test.each([
  ['none', stored(null, null), null],
  ['one until somebody resumes', stored(-600, null), { since: at(-600), until: null }],
  ['one with an end to come', stored(-5, 10), { since: at(-5), until: at(10) }],
  ['one that ends now', stored(-60, 0), null],
  ['one that is long over', stored(-120, -60), null],
])('of %s holds what holds now', (_, pause, expected) => {
  expect(healingPause(pause, NOW)).toEqual(expected)
})

describe('a pause asked for', () => {
  it('begins now and ends after its time, or not by itself', () => {
    expect(pauseFor(stored(null, null), 15, NOW)).toEqual(stored(0, 15))
    expect(pauseFor(stored(null, null), UNTIL_RESUMED, NOW)).toEqual(stored(0, null))
  })

  it('while one holds is the same pause with another end', () => {
    expect(pauseFor(stored(-5, 10), 60, NOW)).toEqual(stored(-5, 60))
    expect(pauseFor(stored(-5, null), 15, NOW)).toEqual(stored(-5, 15))
  })

  it('after one that is over begins anew', () => {
    expect(pauseFor(stored(-120, -60), 15, NOW)).toEqual(stored(0, 15))
  })
})
