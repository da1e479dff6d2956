import type { Page } from '@playwright/test'
import { z } from 'zod'
import { call, clusterIdOf, createCluster, stateOf } from './api'
import { aws, versionOf, expect, kafka, type Mosaik, test } from './fixtures'
import { recordsOf, replicasOf, toldSettings } from './placement'

/** Partitions move by themselves where Mosaik assists, when asked where it does not, and back when somebody says so. */
test.use({ network: '127.100.0.0/16' })
test.describe.configure({ mode: 'serial' })

let arn = ''
const idOf = (): string => clusterIdOf(arn)
const active = (mosaik: Mosaik) =>
  expect.poll(() => stateOf(mosaik, arn), { timeout: 240_000, intervals: [1_000] }).toBe('ACTIVE')

const replicas = (mosaik: Mosaik) => replicasOf(mosaik, 'moving', 'orders')
const records = (mosaik: Mosaik) => recordsOf(mosaik, 'moving', 'orders')
const throttles = (mosaik: Mosaik) => toldSettings(mosaik, 'moving')

async function change(page: Page, mosaik: Mosaik, perZone: string): Promise<void> {
  await page.goto(`${mosaik.url}/clusters/${idOf()}/change`)
  await page.getByLabel('Brokers in each zone').fill(perZone)
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan.getByRole('heading', { name: 'Partitions that move' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath(`plan-${perZone}.png`), fullPage: true })
  await plan.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/\/operations\//)
}

test('an assisted cluster fills its new brokers, and empties those that go', async ({ page, mosaik }) => {
  test.setTimeout(420_000)
  arn = await createCluster(mosaik, 'moving', { 'mosaik:behaviour': 'assisted' })
  await active(mosaik)
  const topic = ['--create', '--topic', 'orders', '--partitions', '12', '--replication-factor', '3']
  await kafka(mosaik, ['moving', 'topics', ...topic])
  const orders = Array.from({ length: 2_000 }, (_, number) => `order ${number} ${'x'.repeat(1_000)}`)
  await kafka(mosaik, ['moving', 'console-producer', '--topic', 'orders'], `${orders.join('\n')}\n`)
  expect(await replicas(mosaik)).toEqual({ 1: 12, 2: 12, 3: 12 })

  await change(page, mosaik, '2')
  await active(mosaik)
  await page.screenshot({ path: test.info().outputPath('operation-6.png'), fullPage: true })
  expect(await replicas(mosaik)).toEqual({ 1: 6, 2: 6, 3: 6, 4: 6, 5: 6, 6: 6 })
  expect(await throttles(mosaik)).not.toContain('throttled')
  await expect(page.getByText('Nothing of the throttle is left')).toBeVisible()

  await change(page, mosaik, '1')
  await active(mosaik)
  expect(await replicas(mosaik)).toEqual({ 1: 12, 2: 12, 3: 12 })
  expect(await records(mosaik)).toBe(2_000)
  expect(await throttles(mosaik)).not.toContain('throttled')
})

test('as on MSK new brokers stay empty until somebody rebalances; taken back, all is where it was', async ({
  page,
  mosaik,
}) => {
  test.setTimeout(420_000)
  await aws(mosaik, 'tag-resource', '--resource-arn', arn, '--tags', 'mosaik:behaviour=msk')
  const version = await versionOf(mosaik, arn)
  const words = ['--current-version', version, '--target-number-of-broker-nodes', '6']
  await aws(mosaik, 'update-broker-count', '--cluster-arn', arn, ...words)
  await active(mosaik)
  expect(await replicas(mosaik)).toEqual({ 1: 12, 2: 12, 3: 12 })

  await page.goto(`${mosaik.url}/clusters/${idOf()}/rebalance`)
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan).toContainText(/\d+ partitions move/)
  await page.screenshot({ path: test.info().outputPath('rebalance.png'), fullPage: true })
  const cluster = `/api/console/clusters/${idOf()}`
  const { currentVersion } = await call(mosaik, z.object({ currentVersion: z.string() }), cluster)
  const { operationId } = await call(
    mosaik,
    z.object({ operationId: z.string() }),
    `${cluster}/change`,
    'POST',
    { placement: {}, currentVersion },
  )
  // So slow that there is time to turn around.
  const slow = { pace: 'paused', bytesPerSecond: 64 * 1024 }
  await call(mosaik, z.object({}), `/api/console/operations/${operationId}/steer`, 'POST', slow)
  await page.goto(`${mosaik.url}/clusters/${idOf()}/operations/${operationId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Move partitions')
  const steering = page.getByRole('region', { name: 'While it runs' })
  await expect(steering).toContainText('Each broker copies at most 64 KiB/s.')
  await expect(steering).toContainText('Paused')
  await steering.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByText(/^\d+ partitions move$/)).toBeVisible({ timeout: 30_000 })
  await steering.getByRole('button', { name: 'Take it back' }).click()
  await page.screenshot({ path: test.info().outputPath('steering.png'), fullPage: true })
  await steering.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Taken back')).toBeVisible({ timeout: 60_000 })
  await active(mosaik)
  await page.screenshot({ path: test.info().outputPath('taken-back.png'), fullPage: true })
  expect(await replicas(mosaik)).toEqual({ 1: 12, 2: 12, 3: 12 })
  expect(await throttles(mosaik)).not.toContain('throttled')

  await page.goto(`${mosaik.url}/clusters/${idOf()}/rebalance`)
  await plan.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/\/operations\//)
  await active(mosaik)
  expect(await replicas(mosaik)).toEqual({ 1: 6, 2: 6, 3: 6, 4: 6, 5: 6, 6: 6 })
  expect(await records(mosaik)).toBe(2_000)
  await page.goto(`${mosaik.url}/clusters/${idOf()}/rebalance`)
  await expect(plan).toContainText('are level already')

  await page.goto(`${mosaik.url}/clusters/${idOf()}/topics/orders`)
  await page.getByRole('link', { name: 'Placement' }).click()
  await page.getByLabel('Replication factor').fill('7')
  await expect(plan).toContainText('needs 7 brokers, and 6 are there')
  await page.getByLabel('Replication factor').fill('2')
  await expect(plan).toContainText('12 partitions move')
  await plan.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/\/operations\//)
  await active(mosaik)
  const left = Object.values(await replicas(mosaik)).reduce((sum, count) => sum + count, 0)
  expect(left).toBe(24)
  expect(await records(mosaik)).toBe(2_000)
})
