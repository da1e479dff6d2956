import { clusterIdOf, stateOf } from './api'
import { aws, versionOf, expect, kafka, type Mosaik, test } from './fixtures'

/** A cluster with ZooKeeper comes from 2.2.1 to 2.8.2 in two rolls, from the console; what it holds stays. */
test.use({ network: '127.109.0.0/16' })
test.describe.configure({ mode: 'serial' })

let arn = ''
const idOf = (): string => clusterIdOf(arn)

async function create(mosaik: Mosaik): Promise<string> {
  const provisioned = {
    KafkaVersion: '2.2.1',
    NumberOfBrokerNodes: 3,
    BrokerNodeGroupInfo: {
      InstanceType: 'kafka.m5.large',
      ClientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
      StorageInfo: { EbsStorageInfo: { VolumeSize: 1 } },
    },
  }
  const words = ['create-cluster-v2', '--cluster-name', 'elder', '--provisioned', JSON.stringify(provisioned)]
  return String((await aws(mosaik, ...words)).ClusterArn)
}

test('the AWS CLI says where it can go, and where not', async ({ mosaik }) => {
  test.setTimeout(300_000)
  arn = await create(mosaik)
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 240_000, intervals: [1_000] }).toBe('ACTIVE')
  const topic = ['--create', '--topic', 'orders', '--partitions', '3', '--replication-factor', '3']
  await kafka(mosaik, ['elder', 'topics', ...topic])
  const orders = Array.from({ length: 50 }, (_, number) => `order ${number}`)
  await kafka(mosaik, ['elder', 'console-producer', '--topic', 'orders'], `${orders.join('\n')}\n`)
  const compatible = await aws(mosaik, 'get-compatible-kafka-versions', '--cluster-arn', arn)
  expect(compatible.CompatibleKafkaVersions).toEqual([{ SourceVersion: '2.2.1', TargetVersions: ['2.8.2'] }])
  const version = await versionOf(mosaik, arn)
  const upgrade = ['update-cluster-kafka-version', '--cluster-arn', arn, '--current-version', version]
  const to = (target: string) => aws(mosaik, ...upgrade, '--target-kafka-version', target)
  await expect(to('4.3.1')).rejects.toThrow(/no way from there to KRaft/)
  await expect(to('2.8.2.tiered')).rejects.toThrow(/MSK's own build with tiered storage/)
})

test('from the console, with both rolls in the plan', async ({ page, mosaik }) => {
  test.setTimeout(420_000)
  await page.goto(`${mosaik.url}/clusters/${idOf()}/upgrade`)
  await page.getByLabel('2.8.2').click()
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan).toContainText('Kafka 2.2.1 becomes 2.8.2.')
  await expect(plan).toContainText('all is put back, until the second roll begins')
  for (const name of ['Restarts, in this order', 'Once more, to finalize it'])
    await expect(plan.getByRole('list', { name }).getByRole('listitem')).toHaveCount(3)
  await expect(plan).toContainText('Kafka 2.8.2 takes every request that 2.2.1 takes.')
  await expect(plan.getByRole('table', { name: 'Defaults that change' })).toContainText('message.max.bytes')
  await plan.getByRole('button', { name: 'Upgrade', exact: true }).click()
  const takeBack = page.getByRole('button', { name: 'Take it back' })
  await expect(takeBack).toBeVisible()
  // The second roll can be paused, and not be taken back.
  await expect(takeBack).toBeHidden({ timeout: 200_000 })
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Upgrade Kafka', level: 1 })).toContainText('Complete', {
    timeout: 240_000,
  })
  await page.getByRole('button', { name: /^Show all/ }).click()
  await expect(page.getByText('Brokers shall speak the protocol of 2.8, and restart once more')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Failed sends0')
  const words = ['--topic', 'orders', '--from-beginning', '--timeout-ms', '10000']
  const printed = await kafka(mosaik, ['elder', 'console-consumer', ...words])
  expect(printed.split('\n').filter((line) => line.startsWith('order'))).toHaveLength(50)
  await page.goto(`${mosaik.url}/clusters/${idOf()}/upgrade`)
  await expect(page.getByText('no way from ZooKeeper to KRaft is built')).toBeVisible()
})
