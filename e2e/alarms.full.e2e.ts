import { createServer, type Server } from 'node:net'
import { CloudWatchClient, DescribeAlarmsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch'
import { Kafka, logLevel } from 'kafkajs'
import { z } from 'zod'
import { bootstrapOf, createCluster, stateOf } from './api'
import { expect, test, type Mosaik } from './fixtures'

/**
 * A broker is killed and something else takes its port before it is started again, so that healing cannot go on: each
 * recommended alarm that should rings by its name, and all are over once the port is free. What would wait for a
 * quarter of an hour before it rings is given less patience here.
 */
test.use({ network: '127.89.0.0/16' })

const RINGING = ['dying-offline-partitions', 'dying-under-min-isr-broker-1', 'dying-under-min-isr-broker-2']
const LATER = ['dying-under-replicated-broker-1', 'dying-under-replicated-broker-2']

const nodeSchema = z.object({ pid: z.number().nullable(), endpoint: z.string() })

async function taken(endpoint: string): Promise<Server> {
  const [host, port] = endpoint.split(':')
  // The killed process holds its port for a moment longer.
  for (let attempt = 0; attempt < 200; attempt++) {
    const server = createServer((socket) => socket.destroy())
    const listens = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(Number(port), host, () => resolve(true))
    })
    if (listens) return server
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Nobody gave ${endpoint} up.`)
}

/** Partitions that are led by brokers 1 and 2 and need all three, and one that is nowhere but on broker 3. */
async function createTopics(mosaik: Mosaik, arn: string): Promise<void> {
  const kafka = new Kafka({
    brokers: (await bootstrapOf(mosaik, arn, 'PLAINTEXT')).split(','),
    logLevel: logLevel.NOTHING,
  })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({
    topics: [
      {
        topic: 'everywhere',
        replicaAssignment: [
          { partition: 0, replicas: [1, 2, 3] },
          { partition: 1, replicas: [2, 3, 1] },
        ],
        configEntries: [{ name: 'min.insync.replicas', value: '3' }],
      },
      { topic: 'on-three', replicaAssignment: [{ partition: 0, replicas: [3] }] },
    ],
  })
  await admin.disconnect()
}

/** Their periods a minute each stay what they are; only how many of them it takes. */
async function makeImpatient({ url }: Mosaik, names: readonly string[]): Promise<void> {
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  const client = new CloudWatchClient({ endpoint: url, region: 'us-east-1', credentials })
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({ AlarmNames: [...names] }))
  expect(MetricAlarms.map(({ EvaluationPeriods }) => EvaluationPeriods)).toEqual(names.map(() => 15))
  for (const alarm of MetricAlarms) {
    const { AlarmName, AlarmDescription, Namespace, MetricName, Dimensions, Statistic } = alarm
    const { Period, ComparisonOperator, Threshold, TreatMissingData } = alarm
    await client.send(
      new PutMetricAlarmCommand({
        AlarmName,
        AlarmDescription,
        Namespace,
        MetricName,
        Dimensions,
        Statistic,
        Period,
        ComparisonOperator,
        Threshold,
        TreatMissingData,
        EvaluationPeriods: 2,
      }),
    )
  }
  client.destroy()
}

test('a broker that dies and cannot come back raises what should ring, and its return ends it', async ({
  page,
  mosaik,
}) => {
  test.setTimeout(25 * 60_000)
  const arn = await createCluster(mosaik, 'dying', { 'mosaik:alarms': 'recommended' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 120_000 }).toBe('ACTIVE')
  await createTopics(mosaik, arn)
  await makeImpatient(mosaik, LATER)
  const id = arn.split('/')[2]?.slice(0, 36) ?? ''
  await page.goto(`${mosaik.url}/clusters/${id}/alarms`)
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  await expect(page.getByText('17 alarms. All are OK.')).toBeVisible({ timeout: 20 * 60_000 })

  const reply = await fetch(`${mosaik.url}/api/console/clusters/${id}/nodes/3`)
  const { pid, endpoint } = nodeSchema.parse(await reply.json())
  if (pid === null) throw new Error('The broker does not run.')
  process.kill(pid, 'SIGKILL')
  const squatter = await taken(endpoint)
  try {
    for (const name of RINGING)
      await expect(row(name).getByText('In alarm')).toBeVisible({ timeout: 4 * 60_000 })
    await expect(page.getByText(/alarms? rings?$/).first()).toBeVisible()
    for (const name of LATER)
      await expect(row(name).getByText('In alarm')).toBeVisible({ timeout: 6 * 60_000 })
    // Nothing else has anything to ring for: controllers, disks, heaps and CPUs are well.
    await expect(page.getByRole('row').filter({ hasText: 'In alarm' })).toHaveCount(
      RINGING.length + LATER.length,
    )
  } finally {
    squatter.close()
  }
  for (const name of [...RINGING, ...LATER])
    await expect(row(name).getByText('OK', { exact: true })).toBeVisible({ timeout: 8 * 60_000 })

  await row('dying-offline-partitions').getByRole('link').first().click()
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByRole('cell', { name: 'In alarm' })).toHaveCount(1)
})
