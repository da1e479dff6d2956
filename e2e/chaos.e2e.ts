import { chaos } from '../chaos/chaos.mjs'
import { expect, test } from './fixtures'

/** The same for every run; `npm run chaos` goes on for as long as one likes, with another seed each time. */
const SEED = 20
const ROUNDS = 4

test('a few faults, one at a time and two at a time, cost no acknowledged record', async () => {
  // Each round ends when all is healed, which takes as long as it takes on a machine that has other work.
  test.setTimeout(300_000)
  const { faults, broken } = await chaos({
    seed: SEED,
    until: (round) => round < ROUNDS,
    network: '127.126.0.0/16',
    say: (line) => process.stdout.write(`${line}\n`),
  })
  expect(broken).toEqual([])
  expect(faults).toBeGreaterThan(ROUNDS)
})
