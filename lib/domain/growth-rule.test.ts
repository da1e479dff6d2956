import { expect, test } from 'vitest'
import { ruledGrowth } from './growth-rule'

const now = 100_000_000
const standing = {
  rule: { thresholdPercent: 70, stepGiB: 5, ceilingGiB: 18 },
  volumeSizeGiB: 10,
  fills: [0.2, 0.72, 0.3],
  refusal: null,
  coolsDown: false,
  lastGrownAt: null,
  now,
}
const refusal = { at: now - 60_000, volumeSizeGiB: 10, why: 'no space' }

test.each([
  ['by a step', standing, { toGiB: 15 }],
  ['not before the threshold', { ...standing, fills: [0.69] }, null],
  ['not while nothing is known', { ...standing, fills: [] }, null],
  ['to the ceiling', { ...standing, volumeSizeGiB: 15 }, { toGiB: 18 }],
  ['not again at once after a refusal', { ...standing, refusal }, null],
  ['again after a while', { ...standing, refusal: { ...refusal, at: now - 700_000 } }, { toGiB: 15 }],
  ['again once the volume is another', { ...standing, refusal, volumeSizeGiB: 11 }, { toGiB: 16 }],
  ['soon again without a cool-down', { ...standing, lastGrownAt: now - 60_000 }, { toGiB: 15 }],
])('volumes grow %s', (_, given, growth) => {
  expect(ruledGrowth(given)).toEqual(growth)
})

test.each([
  ['at the ceiling', { ...standing, volumeSizeGiB: 18 }, /lets them grow to 18 GiB/],
  ['while they cool down', { ...standing, coolsDown: true, lastGrownAt: now - 60_000 }, /six hours/],
])('it is refused %s', (_, given, why) => {
  expect(ruledGrowth(given)).toMatchObject({ refused: expect.stringMatching(why) })
})
