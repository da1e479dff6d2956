import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { call, stateOf } from './api'
import { expect, kafka, test } from './fixtures'

/** Mosaik killed with SIGKILL again and again while a cluster comes to another release: it comes there all the same. */
test.use({ network: '127.149.0.0/16' })

const RECORDS = 5_000
const infoSchema = z.object({
  clusterInfo: z.object({
    currentVersion: z.string(),
    currentBrokerSoftwareInfo: z.object({ kafkaVersion: z.string() }),
  }),
})
const operationSchema = z.object({
  state: z.string(),
  receipt: z.object({ lost: z.number().nullable(), failed: z.number() }).nullable(),
})

test('an upgrade goes on after each kill, and loses nothing', async ({ mosaik }) => {
  test.setTimeout(420_000)
  const { clusterArn: arn } = await call(
    mosaik,
    z.object({ clusterArn: z.string() }),
    '/api/v2/clusters',
    'POST',
    {
      clusterName: 'raised',
      provisioned: {
        kafkaVersion: '3.9.2',
        numberOfBrokerNodes: 3,
        brokerNodeGroupInfo: {
          instanceType: 'kafka.m5.large',
          clientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
          storageInfo: { ebsStorageInfo: { volumeSize: 1 } },
        },
      },
    },
  )
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 120_000 }).toBe('ACTIVE')
  const topic = ['--create', '--topic', 'orders', '--partitions', '3', '--replication-factor', '3']
  await kafka(mosaik, ['raised', 'topics', ...topic])
  const orders = Array.from({ length: RECORDS }, (_, number) => `order ${number}`)
  await kafka(mosaik, ['raised', 'console-producer', '--topic', 'orders'], `${orders.join('\n')}\n`)

  const path = `/v1/clusters/${encodeURIComponent(arn)}`
  const { currentVersion } = (await call(mosaik, infoSchema, path)).clusterInfo
  const { clusterOperationArn } = await call(
    mosaik,
    z.object({ clusterOperationArn: z.string() }),
    `${path}/version`,
    'PUT',
    { currentVersion, targetKafkaVersion: '4.3.1' },
  )
  const operationId = clusterOperationArn.split('/').at(-1)
  const operation = () => call(mosaik, operationSchema, `/api/console/operations/${operationId}`)
  let kills = 0
  for (const afterMs of [1_500, 4_000, 9_000, 15_000]) {
    await sleep(afterMs)
    if ((await operation()).state !== 'IN_PROGRESS') break
    await mosaik.kill()
    await mosaik.start()
    kills += 1
  }
  expect(kills).toBeGreaterThanOrEqual(2)
  await expect.poll(async () => (await operation()).state, { timeout: 240_000 }).toBe('COMPLETE')
  expect((await operation()).receipt).toMatchObject({ failed: 0, lost: 0 })
  const { clusterInfo } = await call(mosaik, infoSchema, path)
  expect(clusterInfo.currentBrokerSoftwareInfo.kafkaVersion).toBe('4.3.1')
  const read = ['--topic', 'orders', '--from-beginning', '--max-messages', String(RECORDS)]
  const printed = await kafka(mosaik, ['raised', 'console-consumer', ...read])
  expect(new Set(printed.split('\n').filter((line) => line.startsWith('order '))).size).toBe(RECORDS)
})
