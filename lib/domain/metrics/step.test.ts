import { expect, test } from 'vitest'
import { nextStep, readsTopics, STEP_MS } from './step'

const NOON = Date.UTC(2026, 10, 30, 12)

test.each([
  ['the first', null, NOON + 3_000, NOON],
  ['the next', NOON, NOON + 13_000, NOON + 10_000],
  ['none twice', NOON, NOON + 9_000, null],
  ['none while a clock set back catches up', NOON, NOON - 60_000, null],
  ['the clock’s word again when it was an hour ahead', NOON, NOON - 3_600_000, NOON - 3_600_000],
  ['the clock’s word when it was set forward', NOON, NOON + 3_600_000, NOON + 3_600_000],
])('measures %s', (_, last, now, at) => {
  expect(nextStep(last, now)).toBe(at)
})

test('topics of a large cluster are read once a minute, of each broker in another step', () => {
  const steps = Array.from({ length: 6 }, (_, index) => NOON + index * STEP_MS)
  expect(steps.every((at) => readsTopics(at, 1, 200))).toBe(true)
  const turns = [1, 2, 3].map((node) => steps.findIndex((at) => readsTopics(at, node, 201)))
  expect(new Set(turns).size).toBe(3)
  expect(turns).not.toContain(-1)
})
