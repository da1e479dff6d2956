import { describe, expect, it } from 'vitest'
import { live } from './life'
import { scenarioOf } from './scenario'

/**
 * The planner against the fake world, seed by seed. `MOSAIK_PROOF_SEEDS` asks for more of them, `MOSAIK_PROOF_FROM`
 * for others; a broken promise names its seed.
 */
const seeds = Number(process.env['MOSAIK_PROOF_SEEDS'] ?? 2_000)
const from = Number(process.env['MOSAIK_PROOF_FROM'] ?? 1)

describe('the promises hold', () => {
  it(`in ${seeds} lives of a cluster`, { timeout: 3_600_000 }, () => {
    const broken: string[] = []
    for (let seed = from; seed < from + seeds; seed += 1) {
      try {
        live(scenarioOf(seed))
      } catch (error) {
        broken.push(`seed ${seed}: ${tell(error)}`)
        if (broken.length >= 10) break
      }
    }
    expect(broken).toEqual([])
  })
})

/** One seed alone is being looked into: then its whole life is told. */
function tell(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return seeds === 1 ? text : (text.split('\n')[0] ?? text)
}
