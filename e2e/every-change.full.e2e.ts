import type { Page } from '@playwright/test'
import { z } from 'zod'
import { call, clusterIdOf, deleteCluster, stateOf } from './api'
import { aws, versionOf, expect, kafka, listens, type Mosaik, test } from './fixtures'
import { recordsOf, replicasOf, toldSettings } from './placement'
import { startLoad } from './verifiable-client.mjs'

/**
 * Every change of a running cluster, one after the other, while a client writes all the time with acks=all: first
 * from the console, then by the AWS CLI. Nothing of what was acknowledged may fail, be lost or come twice, by Mosaik's
 * own receipts as by what the client says.
 */
test.use({ network: '127.115.0.0/16' })
test.describe.configure({ mode: 'serial' })

const RELEASE = '3.9.2'
const PER_SECOND = 100
const PARTITIONS = 6

type Cluster = { arn: string; name: string }
const idOf = ({ arn }: Cluster): string => clusterIdOf(arn)
const active = (mosaik: Mosaik, { arn }: Cluster) =>
  expect.poll(() => stateOf(mosaik, arn), { timeout: 300_000, intervals: [1_000] }).toBe('ACTIVE')

/** One that is left over would write into the next cluster at these addresses. */
const loads: Awaited<ReturnType<typeof startLoad>>[] = []
test.afterEach(() => loads.splice(0).forEach((load) => load.stop()))

async function writeAllTheTime(mosaik: Mosaik, { name }: Cluster) {
  const topic = ['--create', '--topic', 'orders', '--partitions', String(PARTITIONS)]
  await kafka(mosaik, [name, 'topics', ...topic, '--replication-factor', '3'])
  const load = await startLoad(mosaik.env, {
    cluster: name,
    release: RELEASE,
    topic: 'orders',
    perSecond: PER_SECOND,
  })
  loads.push(load)
  await expect.poll(() => load.acknowledged(), { timeout: 60_000 }).toBeGreaterThan(PER_SECOND)
  return load
}

/** What the client met in all that time. */
async function nothingWasLost(load: Awaited<ReturnType<typeof startLoad>>): Promise<void> {
  load.stop()
  const met = await load.met()
  await test.info().attach('client', { body: JSON.stringify(met), contentType: 'application/json' })
  expect(met).toMatchObject({ failed: 0, lost: 0, twice: 0, disorder: 0 })
  expect(met.acknowledged).toBeGreaterThan(10 * PER_SECOND)
}

const listedSchema = z.object({
  operations: z.array(z.object({ id: z.string(), name: z.string(), state: z.string() })),
})
const receiptSchema = z.object({
  receipt: z
    .object({
      state: z.string(),
      acknowledged: z.number(),
      failed: z.number(),
      lost: z.number().nullable(),
      duplicated: z.number().nullable(),
      outOfOrder: z.number().nullable(),
    })
    .nullable(),
})

/** The operations of the cluster in the order they were asked for, each complete; and what their receipts say. */
async function whatWasDone(mosaik: Mosaik, cluster: Cluster): Promise<string[]> {
  const { operations } = await call(
    mosaik,
    listedSchema,
    `/api/console/operations?clusterId=${idOf(cluster)}`,
  )
  for (const { id, name, state } of operations) {
    expect({ name, state }).toEqual({ name, state: 'COMPLETE' })
    const { receipt } = await call(mosaik, receiptSchema, `/api/console/operations/${id}`)
    if (receipt === null) continue
    expect({ name, ...receipt }).toMatchObject({
      name,
      state: 'measured',
      failed: 0,
      lost: 0,
      duplicated: 0,
      outOfOrder: 0,
    })
    expect(receipt.acknowledged).toBeGreaterThan(0)
  }
  return operations.map(({ name }) => name).toReversed()
}

const DONE = [
  'CREATE',
  'UPDATE_STORAGE',
  'INCREASE_BROKER_COUNT',
  'UPDATE_BROKER_TYPE',
  'UPDATE_CLUSTER_KAFKA_VERSION',
  'REBOOT',
  'DECREASE_BROKER_COUNT',
]

test('from the console', async ({ page, mosaik }) => {
  test.setTimeout(1_800_000)
  const shop = await createInConsole(page, mosaik, 'shop')
  const load = await writeAllTheTime(mosaik, shop)
  const isOver = async (): Promise<void> => {
    await expect(page).toHaveURL(/\/operations\//)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 300_000 })
    await active(mosaik, shop)
  }
  const apply = async (name = 'Apply'): Promise<void> => {
    await page
      .getByRole('region', { name: 'What it does' })
      .getByRole('button', { name, exact: true })
      .click()
    await isOver()
  }
  const open = (path: string) => page.goto(`${mosaik.url}/clusters/${idOf(shop)}${path}`)

  await test.step('grow storage', async () => {
    await open('')
    await page.getByRole('button', { name: /^Actions/ }).click()
    await page.getByRole('menuitem', { name: 'Grow storage' }).click()
    const dialog = page.getByRole('dialog', { name: 'Grow the storage of shop' })
    await dialog.getByLabel('Volume of each broker, GiB').fill('3')
    await dialog.getByRole('button', { name: 'Grow storage' }).click()
    await expect(dialog).toBeHidden()
    await active(mosaik, shop)
  })
  await test.step('six brokers, and partitions move onto them', async () => {
    await open('/change')
    await page.getByLabel('Brokers in each zone').fill('2')
    await apply()
    expect(Object.keys(await replicasOf(mosaik, 'shop', 'orders'))).toHaveLength(6)
  })
  await test.step('rebalance what somebody put on three of them', async () => {
    const place = Array.from({ length: 12 }, () => '1:2:3').join(',')
    await kafka(mosaik, ['shop', 'topics', '--create', '--topic', 'heavy', '--replica-assignment', place])
    await open('/rebalance')
    await apply()
    expect(Object.keys(await replicasOf(mosaik, 'shop', 'heavy'))).toHaveLength(6)
    expect(await toldSettings(mosaik, 'shop')).not.toContain('throttled')
  })
  await test.step('another type', async () => {
    await open('/change')
    await page.getByLabel('Broker type').click()
    await page.getByRole('option', { name: /kafka\.m5\.xlarge/ }).click()
    await apply()
  })
  await test.step('another release', async () => {
    await open('/upgrade')
    await page.getByLabel('4.3.1').click()
    await apply('Upgrade')
    await page.screenshot({ path: test.info().outputPath('upgraded.png'), fullPage: true })
  })
  await test.step('reboot one', async () => {
    await open('/nodes/2')
    await listens(page)
    await page.getByRole('button', { name: 'Reboot', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reboot broker' }).click()
    await isOver()
  })
  await test.step('three brokers again', async () => {
    await open('/change')
    await page.getByLabel('Brokers in each zone').fill('1')
    await apply()
    expect(await replicasOf(mosaik, 'shop', 'orders')).toEqual({ 1: 6, 2: 6, 3: 6 })
    await page.screenshot({ path: test.info().outputPath('three-again.png'), fullPage: true })
  })

  await nothingWasLost(load)
  const names = await whatWasDone(mosaik, shop)
  expect(names).toEqual([...DONE.slice(0, 3), 'REBALANCE', ...DONE.slice(3)])
  await deleteCluster(mosaik, shop.arn)
  await expect.poll(() => stateOf(mosaik, shop.arn), { timeout: 60_000 }).toBe('GONE')
})

async function createInConsole(page: Page, mosaik: Mosaik, name: string): Promise<Cluster> {
  await page.goto(`${mosaik.url}/clusters/create?step=storage`)
  await page.getByLabel('Storage per broker, GiB').fill('1')
  // What was chosen is kept.
  await page.goto(`${mosaik.url}/clusters/create`)
  await page.getByLabel('Cluster name').fill(name)
  await page.getByLabel('Kafka version').click()
  await page.getByRole('option', { name: /^3\.9\.2/ }).click()
  await page.getByRole('button', { name: 'Create cluster' }).click()
  await expect(page).toHaveURL(/\/operations\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 180_000 })
  const { clusters } = await call(
    mosaik,
    z.object({ clusters: z.array(z.object({ arn: z.string(), name: z.string() })) }),
    '/api/console/clusters',
  )
  const [created] = clusters.filter((cluster) => cluster.name === name)
  if (created === undefined) throw new Error(`There is no cluster ${name}.`)
  return created
}

test('by the AWS CLI', async ({ mosaik }) => {
  test.setTimeout(1_800_000)
  const provisioned = {
    KafkaVersion: RELEASE,
    NumberOfBrokerNodes: 3,
    BrokerNodeGroupInfo: {
      InstanceType: 'kafka.m5.large',
      ClientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
      StorageInfo: { EbsStorageInfo: { VolumeSize: 1 } },
    },
  }
  const request = ['--cluster-name', 'depot', '--tags', 'mosaik:behaviour=assisted']
  request.push('--provisioned', JSON.stringify(provisioned))
  const made = await aws(mosaik, 'create-cluster-v2', ...request)
  const depot = { arn: String(made.ClusterArn), name: 'depot' }
  await active(mosaik, depot)
  const load = await writeAllTheTime(mosaik, depot)
  const change = async (verb: string, ...words: string[]): Promise<void> => {
    const version = await versionOf(mosaik, depot.arn)
    await aws(mosaik, verb, '--cluster-arn', depot.arn, '--current-version', version, ...words)
    await active(mosaik, depot)
  }
  const volume = 'KafkaBrokerNodeId=All,VolumeSizeGB=3'
  await change('update-broker-storage', '--target-broker-ebs-volume-info', volume)
  await change('update-broker-count', '--target-number-of-broker-nodes', '6')
  expect(Object.keys(await replicasOf(mosaik, 'depot', 'orders'))).toHaveLength(6)
  await change('update-broker-type', '--target-instance-type', 'kafka.m5.xlarge')
  await change('update-cluster-kafka-version', '--target-kafka-version', '4.3.1')
  await aws(mosaik, 'reboot-broker', '--cluster-arn', depot.arn, '--broker-ids', '2')
  await active(mosaik, depot)
  await change('update-broker-count', '--target-number-of-broker-nodes', '3')
  expect(await replicasOf(mosaik, 'depot', 'orders')).toEqual({ 1: 6, 2: 6, 3: 6 })

  await nothingWasLost(load)
  expect(await recordsOf(mosaik, 'depot', 'orders')).toBeGreaterThan(10 * PER_SECOND)
  expect(await whatWasDone(mosaik, depot)).toEqual(DONE)
  const list = await aws(mosaik, 'list-cluster-operations', '--cluster-arn', depot.arn)
  expect(list.ClusterOperationInfoList).toMatchObject(
    [
      'DECREASE_BROKER_COUNT',
      'REBOOT_NODE',
      'UPDATE_CLUSTER_KAFKA_VERSION',
      'UPDATE_BROKER_TYPE',
      'INCREASE_BROKER_COUNT',
      'UPDATE_BROKER_STORAGE',
    ].map((type) => ({ OperationType: type, OperationState: expect.stringMatching(/_COMPLETE$/) })),
  )
})
