import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { call, clusterIdOf, createCluster, stateOf } from './api'
import { expect, kafka, test } from './fixtures'
import { recordsOf, replicasOf, toldSettings } from './placement'

/** Partitions on their way to new brokers, when one of those dies, and when Mosaik does. */
test.use({ network: '127.102.0.0/16' })

const operationSchema = z.object({
  state: z.string(),
  receipt: z.object({ lost: z.number().nullable(), failed: z.number() }).nullable(),
})
const clusterSchema = z.object({
  currentVersion: z.string(),
  nodes: z.array(z.object({ nodeId: z.number(), pid: z.number().nullable() })),
})

/** Slow enough for all that happens meanwhile. */
const SLOW = 256 * 1024
const RECORDS = 20_000

test('what was begun comes to its end, throttles included, and nothing is lost', async ({ mosaik }) => {
  test.setTimeout(420_000)
  const arn = await createCluster(mosaik, 'moved', { 'mosaik:behaviour': 'assisted' })
  const id = clusterIdOf(arn)
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  const topic = ['--create', '--topic', 'orders', '--partitions', '12', '--replication-factor', '3']
  await kafka(mosaik, ['moved', 'topics', ...topic])
  const orders = Array.from({ length: RECORDS }, (_, number) => `${number} ${'x'.repeat(1_000)}`)
  await kafka(mosaik, ['moved', 'console-producer', '--topic', 'orders'], `${orders.join('\n')}\n`)

  const cluster = () => call(mosaik, clusterSchema, `/api/console/clusters/${id}`)
  const { currentVersion } = await cluster()
  const { operationId } = await call(
    mosaik,
    z.object({ operationId: z.string() }),
    `/api/console/clusters/${id}/change`,
    'POST',
    { targetNumberOfBrokerNodes: 6, currentVersion },
  )
  const steer = (order: object) =>
    call(mosaik, z.object({}), `/api/console/operations/${operationId}/steer`, 'POST', order)
  await steer({ bytesPerSecond: SLOW })
  await expect.poll(() => toldSettings(mosaik, 'moved'), { timeout: 60_000 }).toContain(`rate=${SLOW}`)

  const pid = (await cluster()).nodes.find(({ nodeId }) => nodeId === 5)?.pid ?? 0
  process.kill(pid, 'SIGKILL')
  await sleep(4_000)
  await mosaik.kill()
  await mosaik.start()
  await sleep(4_000)
  const operation = () => call(mosaik, operationSchema, `/api/console/operations/${operationId}`)
  expect((await operation()).state).toBe('IN_PROGRESS')
  await steer({ bytesPerSecond: 50 * 1024 ** 2 })

  await expect.poll(async () => (await operation()).state, { timeout: 180_000 }).toBe('COMPLETE')
  expect((await operation()).receipt).toMatchObject({ failed: 0 })
  expect(await toldSettings(mosaik, 'moved')).not.toContain('throttled')
  expect(await replicasOf(mosaik, 'moved', 'orders')).toEqual({ 1: 6, 2: 6, 3: 6, 4: 6, 5: 6, 6: 6 })
  expect(await recordsOf(mosaik, 'moved', 'orders')).toBe(RECORDS)
})
