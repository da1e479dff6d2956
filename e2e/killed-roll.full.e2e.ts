import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { call, createCluster, stateOf } from './api'
import { expect, test } from './fixtures'

/** Mosaik killed with SIGKILL in the middle of a roll, again and again: brokers go on, and the roll comes to its end. */
test.use({ network: '127.84.0.0/16' })

const detailSchema = z.object({
  state: z.string(),
  receipt: z
    .object({
      endedAt: z.number().nullable(),
      interruptions: z.number(),
      lost: z.number().nullable(),
      failed: z.number(),
    })
    .nullable(),
})

test('a roll goes on after each kill, and says how often nobody measured', async ({ mosaik }) => {
  test.setTimeout(300_000)
  const arn = await createCluster(mosaik, 'rolled')
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  const path = `/v1/clusters/${encodeURIComponent(arn)}`
  const serverProperties = Buffer.from('auto.create.topics.enable=true').toString('base64')
  const { arn: configuration } = await call(
    mosaik,
    z.object({ arn: z.string() }),
    '/v1/configurations',
    'POST',
    {
      name: 'rolled',
      serverProperties,
    },
  )
  const info = z.object({ clusterInfo: z.object({ currentVersion: z.string() }) })
  const { currentVersion } = (await call(mosaik, info, path)).clusterInfo
  const { clusterOperationArn } = await call(
    mosaik,
    z.object({ clusterOperationArn: z.string() }),
    `${path}/configuration`,
    'PUT',
    { configurationInfo: { arn: configuration, revision: 1 }, currentVersion },
  )
  const operation = () =>
    call(mosaik, detailSchema, `/api/console/operations/${clusterOperationArn.split('/').at(-1)}`)
  for (const afterMs of [3_000, 5_000, 12_000]) {
    await sleep(afterMs)
    if ((await operation()).state !== 'IN_PROGRESS') break
    await mosaik.kill()
    await mosaik.start()
  }
  await expect.poll(async () => (await operation()).state, { timeout: 120_000 }).toBe('COMPLETE')
  await expect.poll(async () => (await operation()).receipt?.endedAt ?? null).not.toBeNull()
  const { receipt } = await operation()
  expect(receipt).toMatchObject({ failed: 0, lost: 0 })
  expect(receipt?.interruptions).toBeGreaterThanOrEqual(2)
  await expect.poll(() => stateOf(mosaik, arn)).toBe('ACTIVE')
})
