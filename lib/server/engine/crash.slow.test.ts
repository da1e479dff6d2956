import { expect, test, vi } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import type { Database } from '../db'
import { createEventBus, type EventBus } from '../events'
import { endOf } from '../testing/fleet'
import { openTestDatabase, quickRuntime } from '../testing/home'
import { Life, mortalDatabase, mortalRuntime } from '../testing/mortal'
import { askForDeletion, plantCluster } from '../testing/planted-cluster'
import { runEngine, type RunningEngine } from './run-engine'

/**
 * Mosaik is killed at every await point of a creation and of a deletion. Whatever it was about, the next start
 * finishes the job.
 */

vi.setConfig({ testTimeout: 240_000 })

const AT_ONCE = 12

test('killed anywhere in a creation, the next start finishes it', async () => {
  await killEverywhere(async (after) => {
    const stage = await openStage()
    const cluster = await plantCluster(stage.database)
    const died = await stage.liveAndDie(after, cluster.operationId)
    expect(await stage.liveOn(cluster.operationId)).toBe('UPDATE_COMPLETE')
    const { nodes, boots } = stage.runtime.world(cluster)
    expect(nodes.filter(({ process }) => process !== null)).toHaveLength(6)
    // Nothing was started twice, whatever the first engine had begun.
    expect(boots).toBe(6)
    await stage.close()
    return died
  })
})

test('killed anywhere in a deletion, the next start finishes it', async () => {
  await killEverywhere(async (after) => {
    const stage = await openStage()
    const cluster = await plantCluster(stage.database)
    await stage.liveOn(cluster.operationId)
    const deletion = await askForDeletion(stage.database, cluster)
    const died = await stage.liveAndDie(after, deletion)
    expect(await stage.liveOn(deletion)).toBe('UPDATE_COMPLETE')
    expect(await stage.runtime.directories()).toEqual([])
    expect(await stage.database.cluster.count()).toBe(0)
    expect(await stage.database.node.count()).toBe(0)
    expect(await stage.database.addressMemory.count()).toBe(6)
    await stage.close()
    return died
  })
})

/**
 * Runs the play with a death after its 1st, 2nd, 3rd, … step until it ends before its death comes. (To die before a
 * step is to die after the one before.)
 */
async function killEverywhere(play: (after: number) => Promise<boolean>): Promise<void> {
  for (let first = 1; ; first += AT_ONCE) {
    const died = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => play(first + index)))
    if (died.includes(false)) return
  }
}

async function openStage() {
  const own = await openTestDatabase()
  const { database } = own
  const runtime = quickRuntime({
    bootMs: 20,
    bootSpreadMs: 5,
    electionMs: 5,
    registerMs: 5,
    prepareReleaseMs: 5,
  })
  const hints = createEventBus(() => Date.now())
  return {
    database,
    runtime,
    /** False: the operation ended before its death came. */
    async liveAndDie(after: number, operationId: string): Promise<boolean> {
      const life = new Life(after)
      void run(mortalDatabase(database, life), mortalRuntime(runtime, life), hints).catch(() => undefined)
      await Promise.race([life.over, endOf(database, hints, operationId)])
      const isKilled = life.isOver
      life.end()
      return isKilled
    },
    async liveOn(operationId: string): Promise<string> {
      const engine = await run(database, runtime, hints)
      const state = await endOf(database, hints, operationId)
      await engine.stop()
      return state
    },
    close: () => own.close(),
  }
}

const run = (database: Database, runtime: FakeRuntime, hints: EventBus): Promise<RunningEngine> =>
  runEngine({
    database,
    runtime,
    events: hints,
    // The rows are there before the engine starts: it finds them by itself.
    onWake: () => () => undefined,
  })
