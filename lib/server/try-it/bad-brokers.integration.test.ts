import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCluster, type TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import type { TryRun } from '@/lib/contract/console/try-it'
import { TRY_RECORDS } from '@/lib/domain/canary'
import { endpointOf } from '@/lib/domain/node'
import type { TriedBroker } from './run'
import { tryOut } from './testing/try-out'

/** Three controllers and three brokers, of which one is silent, or dies. No engine heals them meanwhile. */
let cluster: TestCluster
let brokers: TriedBroker[]

/** The first broker is the one that is asked for everything first: the worst to be silent. */
const SILENT = 1
const DYING = 2
/** A page that waits longer than this without a word would be taken for broken. */
const BOUND_MS = 20_000

beforeAll(async () => {
  cluster = await testCluster({ release: '4.3.1', shape: 'MSK' })
  await cluster.startAll()
  await cluster.allRun()
  brokers = cluster.specifications
    .filter(({ role }) => role === 'broker')
    .map(({ nodeId, place }) => ({ brokerId: nodeId, endpoint: endpointOf(place, 'client') }))
})
afterAll(() => cluster?.end())

const whole = { state: 'done', acknowledged: TRY_RECORDS, readBack: TRY_RECORDS, lost: 0, problem: null }
const laneOf = (run: TryRun, brokerId: number) => run.lanes.find((lane) => lane.brokerId === brokerId)
const othersOf = (run: TryRun, brokerId: number) => run.lanes.filter((lane) => lane.brokerId !== brokerId)

test('a broker that is silent is told as that, the others go on, and once it is back so is its lane', async () => {
  await untilComplete()
  await signal(SILENT, 'SIGSTOP')
  try {
    // The first run meets it as leader of its partition; by the second Kafka has taken that away.
    for (let runs = 0; runs < 2; runs++) {
      const { run, tookMs } = await tryOut(brokers)
      expect(tookMs).toBeLessThan(BOUND_MS)
      expect(run).toMatchObject({ state: 'failed', problem: null })
      expect(othersOf(run, SILENT)).toMatchObject([whole, whole])
      expect(laneOf(run, SILENT)).toMatchObject({
        state: 'failed',
        acknowledged: 0,
        lost: null,
        write: null,
        problem: { is: 'unreachable', said: expect.stringMatching(/:9092 did not answer .* within \d+ ms/) },
      })
    }
  } finally {
    await signal(SILENT, 'SIGCONT')
  }
  await untilComplete()
})

test('a broker that is killed in the middle counts what it acknowledged, and calls nothing lost that nobody could look for', async () => {
  const going = tryOut(brokers)
  await sleep(100)
  await signal(DYING, 'SIGKILL')
  const { run, tookMs } = await going
  expect(tookMs).toBeLessThan(BOUND_MS)
  expect(othersOf(run, DYING)).toMatchObject([whole, whole])
  const lane = laneOf(run, DYING)
  expect(lane).toMatchObject({ state: 'failed', lost: null, problem: { is: 'unreachable' } })
  expect(lane?.problem?.said).not.toContain('our side')
  expect(lane?.readBack).toBeLessThanOrEqual(lane?.acknowledged ?? 0)

  const after = await tryOut(brokers)
  expect(after.tookMs).toBeLessThan(BOUND_MS)
  expect(othersOf(after.run, DYING)).toMatchObject([whole, whole])
  const said = expect.stringMatching(/:9092 cannot be reached/)
  expect(laneOf(after.run, DYING)).toMatchObject({ acknowledged: 0, problem: { is: 'unreachable', said } })
})

async function signal(brokerId: number, name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): Promise<void> {
  const { memory } = await cluster.runtime.observe(cluster.cluster)
  const pid = memory[brokerId]?.pid
  if (pid === undefined) throw new Error(`Broker ${brokerId} has no process.`)
  process.kill(pid, name)
}

/** A broker that comes, or comes back, is given its partition once it is in sync. */
async function untilComplete(): Promise<void> {
  await expect.poll(async () => (await tryOut(brokers)).run.state, { timeout: 60_000 }).toBe('complete')
}
