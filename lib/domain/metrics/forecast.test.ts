import { expect, test } from 'vitest'
import { forecastReach } from './forecast'

const HOUR = 3_600_000

const line = (values: readonly number[], stepMs = HOUR / 60) => ({
  at: values.map((_, place) => place * stepMs),
  values,
})
const rising = Array.from({ length: 61 }, (_, place) => 60 + place / 10)

test('a straight rise reaches the limit when it would', () => {
  const reachedAt = forecastReach(line(rising), 85)
  // From 66 % at one hour, six points an hour.
  expect(reachedAt).toBeCloseTo(HOUR + (19 / 6) * HOUR, -3)
})

test.each([
  ['falls', rising.toReversed()],
  ['stands', rising.map(() => 70)],
  ['goes up and down', rising.map((_, place) => 70 + 5 * Math.sin(place))],
  ['is there already', rising.map((value) => value + 25)],
  ['was seen too seldom', rising.slice(0, 5)],
  ['rises so slowly that the date is a guess', rising.map((_, place) => 10 + place / 1000)],
])('nothing is said of a line that %s', (_, values) => {
  expect(forecastReach(line(values), 85)).toBeNull()
})
