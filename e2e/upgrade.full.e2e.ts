import type { Page } from '@playwright/test'
import { clusterIdOf, stateOf } from './api'
import { aws, versionOf, expect, kafka, type Mosaik, test } from './fixtures'

/** A cluster of 3.9.2 comes to 4.3.1 in two steps: by the AWS CLI, then from the console; what it holds stays. */
test.use({ network: '127.95.0.0/16' })
test.describe.configure({ mode: 'serial' })

let arn = ''
const idOf = (): string => clusterIdOf(arn)

async function create(mosaik: Mosaik): Promise<string> {
  const provisioned = {
    KafkaVersion: '3.9.2',
    NumberOfBrokerNodes: 3,
    BrokerNodeGroupInfo: {
      InstanceType: 'kafka.m5.large',
      ClientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
      StorageInfo: { EbsStorageInfo: { VolumeSize: 1 } },
    },
  }
  const words = ['create-cluster-v2', '--cluster-name', 'grown', '--provisioned', JSON.stringify(provisioned)]
  return String((await aws(mosaik, ...words)).ClusterArn)
}

const active = (mosaik: Mosaik) =>
  expect.poll(() => stateOf(mosaik, arn), { timeout: 240_000, intervals: [1_000] }).toBe('ACTIVE')

async function readAll(mosaik: Mosaik): Promise<string[]> {
  const words = ['--topic', 'orders', '--from-beginning', '--timeout-ms', '10000']
  const printed = await kafka(mosaik, ['grown', 'console-consumer', ...words])
  return printed.split('\n').filter((line) => line.startsWith('order'))
}

test('by the AWS CLI, with what it holds', async ({ mosaik }) => {
  test.setTimeout(420_000)
  arn = await create(mosaik)
  await active(mosaik)
  const topic = ['--create', '--topic', 'orders', '--partitions', '3', '--replication-factor', '3']
  await kafka(mosaik, ['grown', 'topics', ...topic])
  const orders = Array.from({ length: 50 }, (_, number) => `order ${number}`)
  await kafka(mosaik, ['grown', 'console-producer', '--topic', 'orders'], `${orders.join('\n')}\n`)
  const compatible = await aws(mosaik, 'get-compatible-kafka-versions', '--cluster-arn', arn)
  expect(JSON.stringify(compatible)).toContain('4.0.x.kraft')
  const version = await versionOf(mosaik, arn)
  const upgrade = ['update-cluster-kafka-version', '--cluster-arn', arn, '--current-version', version]
  await expect(aws(mosaik, ...upgrade, '--target-kafka-version', '3.8.1')).rejects.toThrow(/no way back/)
  const { ClusterOperationArn: operation } = await aws(
    mosaik,
    ...upgrade,
    '--target-kafka-version',
    '4.0.x.kraft',
  )
  await expect(aws(mosaik, ...upgrade, '--target-kafka-version', '4.3.1')).rejects.toThrow(/UPDATING/)
  await active(mosaik)
  const described = await aws(
    mosaik,
    'describe-cluster-operation',
    '--cluster-operation-arn',
    String(operation),
  )
  expect(described.ClusterOperationInfo).toMatchObject({
    OperationType: 'UPDATE_CLUSTER_KAFKA_VERSION',
    OperationState: 'UPDATE_COMPLETE',
    SourceClusterInfo: { KafkaVersion: '3.9.2' },
    TargetClusterInfo: { KafkaVersion: '4.0.x.kraft' },
  })
  expect((await readAll(mosaik)).toSorted()).toEqual(orders.toSorted())
})

test('from the console, with the plan read first and a receipt at the end', async ({ page, mosaik }) => {
  test.setTimeout(420_000)
  await page.goto(`${mosaik.url}/clusters/${idOf()}`)
  await page.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Upgrade Kafka' }).click()
  await expect(page.getByRole('heading', { name: 'Upgrade Kafka of grown', level: 1 })).toBeVisible()
  await expect(page.getByText('The plan appears here')).toBeVisible()
  await page.getByLabel('4.3.1').click()
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan).toContainText('It may be applied')
  await expect(plan).toContainText('Kafka 4.0.x.kraft becomes 4.3.1.')
  await expect(plan).toContainText('from here there is no way back')
  await expect(plan.getByRole('list', { name: 'Restarts, in this order' }).getByRole('listitem')).toHaveCount(
    6,
  )
  // The choice stands in the address.
  await page.reload()
  await expect(page.getByLabel('4.3.1')).toBeChecked()
  await plan.getByRole('button', { name: 'Upgrade', exact: true }).click()
  await isComplete(page)
  await expect(page.getByText('metadata.version raised to 30')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Failed sends0')
  expect(await readAll(mosaik)).toHaveLength(50)
  await page.goto(`${mosaik.url}/clusters/${idOf()}/upgrade`)
  await expect(page.getByText('grown runs the newest release there is here.')).toBeVisible()
})

const isComplete = (page: Page) =>
  expect(page.getByRole('heading', { name: 'Upgrade Kafka', level: 1 })).toContainText('Complete', {
    timeout: 240_000,
  })
