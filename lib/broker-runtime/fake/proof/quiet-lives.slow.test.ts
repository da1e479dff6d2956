import { describe, expect, it } from 'vitest'
import { live, type Life } from './life'
import { scenarioOf, type Scenario } from './scenario'

/** Safety is cheap for a planner that gives up. What is good has to succeed, also with a little bad luck. */

const SEEDS = 100
const none: ReadonlySet<number> = new Set()
const calm = (seed: number): Scenario => ({
  ...scenarioOf(seed),
  faults: [],
  fillings: [],
  veils: [],
  naps: [],
  pauses: [],
  stopsAt: none,
  stallsAt: new Map(),
  interruptsAt: none,
  deleteAt: null,
  failing: null,
})

const isPoisonous = ({ acts }: Scenario): boolean =>
  acts.some(({ act }) => act.do === 'update' && act.revision.poison !== null)

function failures(scenarios: readonly Scenario[]): string[] {
  return scenarios.flatMap((scenario) => {
    const { ended } = live(scenario)
    return ended
      .filter(({ how, kind }) => how === 'failed' && !(kind === 'UPDATE' && isPoisonous(scenario)))
      .map(({ kind, why }) => `seed ${scenario.seed}: ${kind} failed: ${why}`)
  })
}

const calmLives = Array.from({ length: SEEDS }, (_, index) => calm(index + 1))

describe('what is good succeeds', { timeout: 120_000 }, () => {
  it('in a life without trouble', () => {
    expect(failures(calmLives)).toEqual([])
  })

  it('although one node crashes', () => {
    const lives = calmLives.map((scenario, index): Scenario => {
      const node = scenario.shape[index % scenario.shape.length]?.id ?? 1
      return {
        ...scenario,
        faults: [{ at: 5_000 + ((index * 7_919) % 150_000), lasts: 0, node, is: 'crash' }],
      }
    })
    expect(failures(lives)).toEqual([])
  })

  it('although the engine is stopped now and then', () => {
    expect(
      failures(calmLives.map((life, index) => ({ ...life, stopsAt: scenarioOf(index + 1).stopsAt }))),
    ).toEqual([])
  })

  it('although a look is blind or old for some seconds', () => {
    const lives = calmLives.map((scenario, index) => ({
      ...scenario,
      veils: scenarioOf(index + 1).veils.filter(({ from, until }) => until - from < 15_000),
    }))
    expect(failures(lives)).toEqual([])
  })

  it('although the machine sleeps for ten minutes', () => {
    const lives = calmLives.map((scenario, index) => ({
      ...scenario,
      naps: [{ at: 3_000 + ((index * 6_311) % 120_000), lasts: 600_000 }],
    }))
    expect(failures(lives)).toEqual([])
  })

  it('although healing is paused, and nodes die meanwhile', () => {
    const lives = calmLives.map((scenario, index): Scenario => {
      const node = scenario.shape[index % scenario.shape.length]?.id ?? 1
      const at = 5_000 + ((index * 7_919) % 150_000)
      return {
        ...scenario,
        pauses: [{ at, lasts: 120_000 }],
        faults: [{ at: at + 1_000, lasts: 0, node, is: 'crash' }],
      }
    })
    expect(failures(lives)).toEqual([])
  })

  it('and a poison that brokers with partitions carry is taken back', () => {
    for (const scenario of calmLives) {
      const poisons = live(scenario).ended.filter((ended) => isUndone(ended))
      for (const { why } of poisons) expect(why).toContain('undone')
    }
  })
})

const isUndone = ({ kind, how }: Life['ended'][number]): boolean => kind === 'UPDATE' && how === 'failed'
