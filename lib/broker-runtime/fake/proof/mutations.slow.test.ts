import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as AdoptionModule from '@/lib/domain/plan/adoption'
import type * as DeadlinesModule from '@/lib/domain/plan/deadlines'
import type * as PermitModule from '@/lib/domain/plan/permit'
import type * as ProofModule from '@/lib/domain/plan/proof'
import type * as RefillModule from '@/lib/domain/plan/refill'
import type * as RepairModule from '@/lib/domain/plan/repair'
import type * as SpecificationModule from './specification'
import { scenarioOf, type Scenario } from './scenario'
import { SCRIPTS } from './scripts'

/**
 * A proof that cannot fail proves nothing. Here one rule at a time is taken away, and some promise has to break in
 * one of the lives; which one, and where, is told by the test's own failure when it does not.
 */

const seeds = Array.from({ length: 2_500 }, (_, index) => scenarioOf(index + 1))

/** A revision rolls while two brokers crash, at any second, and come back one after the other. */
const crashesInRoll = Array.from({ length: 60 }, (_, second): Scenario => {
  const at = second * 1_000
  const faults = [2, 3].map((node) => ({ at, lasts: 0, node, is: 'crash' as const }))
  return { ...SCRIPTS['a good revision'], faults }
})

/** Somebody deletes at any point of the engine's work. */
const deletedAnywhere = Array.from({ length: 40 }, (_, point): Scenario => {
  return { ...SCRIPTS['a revision that crashes'], interruptsAt: new Set([point + 1]) }
})

/** The first promise broken under the mutations in force; null when all lives went well. */
async function firstBreak(
  scenarios: readonly Scenario[] = seeds,
  options: { skipSecondLook?: boolean } = {},
): Promise<string | null> {
  const { live } = await import('./life')
  for (const scenario of scenarios) {
    try {
      live(scenario, options)
    } catch (error) {
      return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    }
  }
  return null
}

describe('without this rule a promise breaks:', { timeout: 300_000 }, () => {
  afterEach(() => {
    vi.doUnmock('@/lib/domain/plan/adoption')
    vi.doUnmock('@/lib/domain/plan/deadlines')
    vi.doUnmock('@/lib/domain/plan/permit')
    vi.doUnmock('@/lib/domain/plan/proof')
    vi.doUnmock('@/lib/domain/plan/refill')
    vi.doUnmock('@/lib/domain/plan/repair')
    vi.doUnmock('./specification')
    vi.resetModules()
    vi.restoreAllMocks()
  })

  it('a second look before each move', async () => {
    expect(await firstBreak(seeds, { skipSecondLook: true })).toMatch(
      /min ISR|still down|killed|starts empty|majority|stopped before|paused/,
    )
  })

  it('a stop needs a permit', async () => {
    vi.doMock('@/lib/domain/plan/permit', (): typeof PermitModule => ({
      stopPermit: () => ({ is: 'granted' }),
    }))
    expect(await firstBreak(crashesInRoll)).toMatch(/min ISR|still down|majority/)
  })

  it('the permit is not "nothing is under-replicated"', async () => {
    vi.doMock('@/lib/domain/plan/permit', async () => {
      const { partitionsSeen } = await import('@/lib/domain/plan/serving')
      const stopPermit: typeof PermitModule.stopPermit = (world, node) => {
        const behind = (partitionsSeen(world)?.underReplicated ?? 0) > 0
        return behind
          ? { is: 'refused', why: { for: 'permit', node, blockedBy: node }, deadlineMs: 300_000 }
          : { is: 'granted' }
      }
      return { stopPermit }
    })
    // The sickness of the carrier forbids its cure.
    expect(await firstBreak([SCRIPTS['a revision that never catches up']])).toMatch(/nothing came to an end/)
  })

  it('an unproven specification has one carrier', async () => {
    vi.doMock('@/lib/domain/plan/proof', async (original) => ({
      ...(await original<typeof ProofModule>()),
      isProven: () => true,
    }))
    expect(await firstBreak()).toMatch(/spread|carried/)
  })

  it('proof needs the carrier to have caught up, with a witness', async () => {
    vi.doMock('@/lib/domain/plan/proof', async (original) => {
      const real = await original<typeof ProofModule>()
      const proofOf: typeof real.proofOf = (world, row) => {
        const proof = real.proofOf(world, row)
        return proof.is === 'catchingUp' || proof.is === 'noWitness' ? { is: 'proven' } : proof
      }
      return { ...real, proofOf }
    })
    expect(await firstBreak()).toMatch(/spread|came to an end/)
  })

  it('proof needs a soak', async () => {
    vi.doMock('@/lib/domain/plan/deadlines', async (original) => ({
      ...(await original<typeof DeadlinesModule>()),
      SOAK_MS: 0,
      SERVED_MS: 0,
    }))
    expect(await firstBreak()).toMatch(/spread|came to an end/)
  })

  it('a node that is down takes a proven specification', async () => {
    vi.doMock('@/lib/domain/plan/adoption', async (original) => {
      const real = await original<typeof AdoptionModule>()
      const adoptionOf: typeof real.adoptionOf = (world, row) =>
        row.assigned === null ? real.adoptionOf(world, row) : null
      return { adoptionOf }
    })
    expect(await firstBreak()).toMatch(/does not serve|at the end|came to an end/)
  })

  it('an emptied node waits until nobody counts on it', async () => {
    vi.doMock('@/lib/domain/plan/refill', (): typeof RefillModule => ({ refillOf: () => null }))
    expect(await firstBreak()).toMatch(/starts empty/)
  })

  it('a pause of healing leaves alone what died', async () => {
    vi.doMock('@/lib/domain/plan/repair', async (original) => {
      const real = await original<typeof RepairModule>()
      const careFor: typeof real.careFor = (world, row) =>
        real.careFor({ ...world, healingPausedAt: null }, row)
      return { careFor }
    })
    expect(await firstBreak()).toMatch(/while healing is paused/)
  })

  it('with ZooKeeper the first roll keeps what brokers speak', async () => {
    vi.doMock('./specification', async (original) => {
      const real = await original<typeof SpecificationModule>()
      const withRevision: typeof real.withRevision = (before, revision) => ({ ...before, revision })
      return { ...real, withRevision }
    })
    const upgrades = [SCRIPTS['an upgrade with ZooKeeper, in two rolls']]
    expect(await firstBreak(upgrades)).toMatch(/starts to write what \d+ cannot read/)
  })

  it('commits are conditional on the generation', async () => {
    const { Store } = await import('./store')
    vi.spyOn(Store.prototype, 'isCurrent').mockReturnValue(true)
    expect(await firstBreak(deletedAnywhere)).toMatch(/called complete/)
  })
})
