import { expect, test } from 'vitest'
import { growthAnHour, judge, settledOf, type Sample } from './judge.mjs'

const MINUTE = 60_000
const MIB = 2 ** 20
const BOUNDS = { nodes: 18, metricsBytesMax: 100 * MIB }
const FLAT: Omit<Sample, 'atMs'> = {
  residentBytes: 250 * MIB,
  descriptors: 120,
  threads: 20,
  children: 1,
  databaseBytes: 20 * MIB,
  metricsBytes: 10 * MIB,
  logBytes: 50 * MIB,
  strayFiles: 0,
}
const run = (minutes: number, change: (minute: number) => Partial<Sample> = () => ({})): Sample[] =>
  Array.from({ length: minutes + 1 }, (_, minute) => ({ ...FLAT, atMs: minute * MINUTE, ...change(minute) }))

test('what stands still holds', () => {
  expect(judge(run(120), BOUNDS)).toEqual([])
})

test('the first half hour is for what is made once', () => {
  const risen = run(120, (minute) => ({ residentBytes: Math.min(250, 150 + 4 * minute) * MIB }))
  expect(judge(risen, BOUNDS)).toEqual([])
  expect(settledOf(run(120))[0]?.atMs).toBe(30 * MINUTE)
  expect(settledOf(run(20))[0]?.atMs).toBe(5 * MINUTE)
})

test.each<[string, (minute: number) => Partial<Sample>, RegExp]>([
  [
    'memory',
    (minute) => ({ residentBytes: (250 + minute / 5) * MIB }),
    /^residentBytes grows by 4\.\d+ % an hour$/,
  ],
  ['descriptors', (minute) => ({ descriptors: 120 + Math.floor(minute / 5) }), /^descriptors grows by/],
  ['the database', (minute) => ({ databaseBytes: (20 + minute / 60) * MIB }), /^databaseBytes grows by/],
  ['processes', (minute) => ({ children: minute > 100 ? 9 : 1 }), /^children rose from 1 to 9$/],
  ['logs', (minute) => ({ logBytes: minute * 12 * MIB }), /^logs take 1440 MiB$/],
  ['metrics', (minute) => ({ metricsBytes: minute * MIB }), /^metrics take 120 MiB$/],
  ['files', (minute) => ({ strayFiles: minute > 90 ? 2 : 0 }), /^2 files were left over$/],
])('%s that grows is told', (_, change, what) => {
  expect(judge(run(120, change), BOUNDS)).toEqual([expect.stringMatching(what)])
})

test('trembling is no growth', () => {
  const trembling = run(120, (minute) => ({
    residentBytes: (250 + (minute % 7)) * MIB,
    descriptors: 120 + (minute % 3),
  }))
  expect(Math.abs(growthAnHour(trembling, 'residentBytes'))).toBeLessThan(0.01)
  expect(judge(trembling, BOUNDS)).toEqual([])
  // In ten minutes four descriptors more come to a fifth an hour, and to nothing.
  expect(
    judge(
      run(10, (minute) => ({ descriptors: 120 + Math.floor(minute / 3) })),
      BOUNDS,
    ),
  ).toEqual([])
})

test('without samples nothing is called good', () => {
  expect(judge([], BOUNDS)).toEqual(['nothing was measured'])
})
