import type { Page } from '@playwright/test'
import { clusterIdOf, createCluster, stateOf } from './api'
import { aws, versionOf, expect, kafka, type Mosaik, test } from './fixtures'

/** Brokers come and go while a client writes: by the AWS CLI, and from the console as one change with a type. */
test.use({ network: '127.99.0.0/16' })
test.describe.configure({ mode: 'serial' })

let arn = ''
const idOf = (): string => clusterIdOf(arn)
const active = (mosaik: Mosaik) =>
  expect.poll(() => stateOf(mosaik, arn), { timeout: 240_000, intervals: [1_000] }).toBe('ACTIVE')

async function count(mosaik: Mosaik, brokers: number) {
  const version = await versionOf(mosaik, arn)
  const words = ['--current-version', version, '--target-number-of-broker-nodes', String(brokers)]
  return aws(mosaik, 'update-broker-count', '--cluster-arn', arn, ...words)
}

test('three more by the AWS CLI, and none taken away that holds somebody’s partitions', async ({
  mosaik,
}) => {
  test.setTimeout(300_000)
  arn = await createCluster(mosaik, 'growing')
  await active(mosaik)
  await count(mosaik, 6)
  await active(mosaik)
  const topic = ['--create', '--topic', 'orders', '--partitions', '12', '--replication-factor', '3']
  await kafka(mosaik, ['growing', 'topics', ...topic])
  const described = await kafka(mosaik, ['growing', 'topics', '--describe', '--topic', 'orders'])
  expect(described).toMatch(/Replicas:.*\b[456]\b/)
  await expect(count(mosaik, 3)).rejects.toThrow(/hold \d+ replicas of orders/)
  await kafka(mosaik, ['growing', 'topics', '--delete', '--topic', 'orders'])
})

test('back to three from the console, with a larger type in the same change', async ({ page, mosaik }) => {
  test.setTimeout(300_000)
  await page.goto(`${mosaik.url}/clusters/${idOf()}`)
  await page.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Change brokers, type and storage' }).click()
  await expect(page.getByRole('heading', { name: 'Change growing', level: 1 })).toBeVisible()
  await page.getByLabel('Brokers in each zone').fill('1')
  await chooseType(page, 'kafka.m5.xlarge')
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan).toContainText('Broker 4, 5, 6 goes')
  await expect(plan).toContainText('update-broker-type')
  await expect(plan).toContainText('number_of_broker_nodes = 3')
  await page.screenshot({ path: test.info().outputPath('plan.png'), fullPage: true })
  await plan.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/\/operations\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Change broker type')
  await active(mosaik)
  await page.screenshot({ path: test.info().outputPath('operation.png'), fullPage: true })
  const nodes = await aws(mosaik, 'list-nodes', '--cluster-arn', arn)
  expect(JSON.stringify(nodes).match(/"BrokerId"/g)).toHaveLength(3)
  const { ClusterInfo: info } = await aws(mosaik, 'describe-cluster', '--cluster-arn', arn)
  expect(JSON.stringify(info)).toContain('"InstanceType":"kafka.m5.xlarge"')
  const list = await aws(mosaik, 'list-cluster-operations', '--cluster-arn', arn)
  expect(list.ClusterOperationInfoList).toMatchObject([
    { OperationType: 'UPDATE_BROKER_TYPE', OperationState: 'UPDATE_COMPLETE' },
    { OperationType: 'INCREASE_BROKER_COUNT', OperationState: 'UPDATE_COMPLETE' },
  ])
})

async function chooseType(page: Page, name: string): Promise<void> {
  await page.getByLabel('Broker type').click()
  await page.getByRole('option', { name: new RegExp(name.replaceAll('.', '\\.')) }).click()
}
