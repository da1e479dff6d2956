import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch'
import { Kafka, logLevel } from 'kafkajs'
import { z } from 'zod'
import { bootstrapOf, clusterIdOf, createCluster, stateOf } from './api'
import { expect, test, type Mosaik } from './fixtures'

/**
 * A broker is killed while healing is paused: each recommended alarm that should rings by its name, no other does, and
 * all are over once somebody resumes. What would wait for a quarter of an hour before it rings is given less patience
 * here.
 */
test.use({ network: '127.89.0.0/16' })

const RINGING = ['dying-offline-partitions', 'dying-under-min-isr-broker-1', 'dying-under-min-isr-broker-2']
const LATER = ['dying-under-replicated-broker-1', 'dying-under-replicated-broker-2']

const nodeSchema = z.object({ pid: z.number().nullable() })

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

const cloudWatch = ({ url }: Mosaik): CloudWatchClient =>
  new CloudWatchClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  })

/** Their periods a minute each stay what they are; only how many of them it takes. */
async function makeImpatient(mosaik: Mosaik, names: readonly string[]): Promise<void> {
  const client = cloudWatch(mosaik)
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

/** The names of all alarms in one state; those of what is measured at broker 3 left out, which nobody measures. */
async function namesOf(mosaik: Mosaik, state: StateValue): Promise<string[]> {
  const client = cloudWatch(mosaik)
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({ StateValue: state }))
  client.destroy()
  return MetricAlarms.map(({ AlarmName = '' }) => AlarmName).filter((name) => !name.endsWith('-broker-3'))
}

test('a broker that dies while healing is paused raises what should ring, and healing ends it', async ({
  page,
  mosaik,
}) => {
  test.setTimeout(25 * 60_000)
  const arn = await createCluster(mosaik, 'dying', { 'mosaik:alarms': 'recommended' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 120_000 }).toBe('ACTIVE')
  await createTopics(mosaik, arn)
  await makeImpatient(mosaik, LATER)
  const id = clusterIdOf(arn)
  const path = `${mosaik.url}/clusters/${id}`
  await page.goto(`${path}/alarms`)
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  await expect(page.getByText('17 alarms. All are OK.')).toBeVisible({ timeout: 20 * 60_000 })
  const all = await namesOf(mosaik, 'OK')

  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Pause healing' }).click()
  const question = page.getByRole('dialog', { name: 'Pause healing of dying?' })
  await question.getByRole('button', { name: 'Pause healing' }).click()
  await expect(question).toHaveCount(0)
  const reply = await fetch(`${mosaik.url}/api/console/clusters/${id}/nodes/3`)
  const { pid } = nodeSchema.parse(await reply.json())
  if (pid === null) throw new Error('The broker does not run.')
  process.kill(pid, 'SIGKILL')

  for (const name of RINGING)
    await expect(row(name).getByText('In alarm')).toBeVisible({ timeout: 4 * 60_000 })
  await expect(page.getByText(/alarms? rings?$/).first()).toBeVisible()
  for (const name of LATER) await expect(row(name).getByText('In alarm')).toBeVisible({ timeout: 6 * 60_000 })
  // Nothing else has anything to ring for: controllers, disks, heaps and CPUs are well.
  const ringing = [...RINGING, ...LATER]
  expect((await namesOf(mosaik, 'ALARM')).toSorted()).toEqual(ringing.toSorted())
  expect((await namesOf(mosaik, 'OK')).toSorted()).toEqual(
    all.filter((name) => !ringing.includes(name)).toSorted(),
  )

  await page.goto(path)
  await expect(page.getByText(/Broker 3 is down; healing is paused since/)).toBeVisible()
  await page.getByRole('button', { name: 'Resume healing' }).click()
  await expect(page.getByText('dying serves all traffic.')).toBeVisible({ timeout: 120_000 })
  await page.goto(`${path}/alarms`)
  for (const name of ringing)
    await expect(row(name).getByText('OK', { exact: true })).toBeVisible({ timeout: 8 * 60_000 })
  await expect(page.getByText('17 alarms. All are OK.')).toBeVisible({ timeout: 8 * 60_000 })

  await row('dying-offline-partitions').getByRole('link').first().click()
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByRole('cell', { name: 'In alarm' })).toHaveCount(1)
})
