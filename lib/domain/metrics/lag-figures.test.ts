import { expect, test } from 'vitest'
import { lagFigures, type GroupPosition } from './lag-figures'
import { OffsetHistory } from './offset-history'

const STEP_MS = 10_000
const history = (...entries: readonly [second: number, offset: number][]): OffsetHistory => {
  const made = new OffsetHistory()
  for (const [second, offset] of entries) made.add(second * 1000, offset)
  return made
}

test('an offset was passed between two readings of the end', () => {
  const ends = history([0, 100], [10, 300], [20, 300])
  expect(ends.passed(200)).toEqual({ at: 5_000, withinMs: STEP_MS })
  expect(ends.passed(99)).toBeNull()
  expect(ends.passed(300)).toBeNull()
  ends.addEarlier(-3_600_000, 40)
  expect(ends.passed(70)).toEqual({ at: -1_800_000, withinMs: 3_600_000 })
})

test('a pace is that of the window, or of what is known of it', () => {
  const commits = history([0, 0], [10, 1_000], [20, 1_100])
  expect(commits.pace(10_000)).toBe(10)
  expect(commits.pace(60_000)).toBe(55)
  expect(history([0, 5]).pace(60_000)).toBeNull()
  expect(new OffsetHistory().pace(60_000)).toBeNull()
})

test('the newest ten minutes stay exact, a day stays known, and the room is bounded', () => {
  const ends = new OffsetHistory()
  const steps = 24 * 360
  for (let step = 0; step <= steps; step++) ends.add(step * STEP_MS, step * 100)
  const now = steps * STEP_MS
  for (const ageMs of [30_000, 300_000, 440_000]) {
    expect(ends.passed(((now - ageMs) / STEP_MS) * 100)).toEqual({ at: now - ageMs, withinMs: STEP_MS })
  }
  expect(ends.passed(500)?.withinMs).toBeGreaterThan(STEP_MS)
})

test.each([
  ['a clock that is set back', [100, 50], [40, 60]],
  ['a partition that was made anew', [100, 50], [110, 3]],
] as const)('%s ends what was known', (_, [second, offset], [later, after]) => {
  const ends = history([second - 10, offset - 10], [second, offset])
  ends.add(later * 1000, after)
  expect(ends.newest).toEqual({ at: later * 1000, offset: after })
  expect(ends.passed(after - 1)).toBeNull()
})

const position = (
  partition: number,
  committed: number,
  more: Partial<GroupPosition> = {},
): GroupPosition => ({
  group: 'billing: Ä',
  topic: 'orders',
  partition,
  committed,
  end: 300,
  ends: history([0, 100], [10, 300]),
  commits: history([0, 0], [10, 100]),
  ...more,
})

test('lag of a topic is the sum and the worst of its partitions', () => {
  const figures = lagFigures([position(0, 100), position(1, 300)], 20_000, 'DEFAULT')
  expect(Object.fromEntries(figures.map(({ metric, value }) => [metric, value]))).toEqual({
    MaxOffsetLag: 200,
    SumOffsetLag: 200,
    EstimatedMaxTimeLag: 20,
    RollingEstimatedTimeLagMax: 20,
    ConsumerLagAge: 20,
  })
  expect(figures[0]?.dimensions).toEqual({ 'Consumer Group': 'billing: Ä', Topic: 'orders' })
})

test('a group that stands still has an age and no time to drain', () => {
  const stopped = position(3, 100, { commits: history([0, 100], [10, 100]) })
  const figures = lagFigures([stopped], 30_000, 'PER_TOPIC_PER_PARTITION')
  expect(figures.map(({ metric, value }) => [metric, value])).toEqual([
    ['MaxOffsetLag', 200],
    ['SumOffsetLag', 200],
    ['ConsumerLagAge', 30],
    ['OffsetLag', 200],
    ['ConsumerLagAge', 30],
  ])
  expect(figures[3]?.dimensions).toMatchObject({ Partition: '3' })
})
