import type { Page } from '@playwright/test'
import { z } from 'zod'
import { clusterIdOf, stateOf } from './api'
import { expect, kafka, type Mosaik, test } from './fixtures'

/** Revisions on real brokers, from the browser: told while they run, rolled, undone, and what somebody told by hand. */
test.use({ network: '127.91.0.0/16' })
test.describe.configure({ mode: 'serial' })

const SHOP = 'log.retention.hours=48\n'
let configuration = ''
let arn = ''
const idOf = (): string => clusterIdOf(arn)

async function post(mosaik: Mosaik, method: 'POST' | 'PUT', path: string, body: object): Promise<unknown> {
  const response = await fetch(`${mosaik.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json()
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const revise = (mosaik: Mosaik, text: string, description = ''): Promise<unknown> =>
  post(mosaik, 'PUT', `/v1/configurations/${encodeURIComponent(configuration)}`, {
    description,
    serverProperties: base64(text),
  })

/** The plan of the latest revision of the shop, chosen as a person chooses it. */
async function openPlan(page: Page, mosaik: Mosaik) {
  await page.goto(`${mosaik.url}/clusters/${idOf()}/configuration`)
  await page.getByRole('link', { name: 'Apply a revision' }).click()
  await expect(page.getByRole('heading', { name: 'Apply a revision to shop', level: 1 })).toBeVisible()
  await page.getByLabel('Configuration', { exact: true }).click()
  await page.getByRole('option', { name: 'shop-settings' }).click()
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan).toContainText('It may be applied')
  return plan
}

const isComplete = (page: Page, timeout: number) =>
  expect(page.getByRole('heading', { name: 'Change configuration', level: 1 })).toContainText('Complete', {
    timeout,
  })

test('what brokers take while they run is applied without a restart', async ({ page, mosaik }) => {
  configuration = z.object({ arn: z.string() }).parse(
    await post(mosaik, 'POST', '/v1/configurations', {
      name: 'shop-settings',
      serverProperties: base64(SHOP),
    }),
  ).arn
  arn = z.object({ clusterArn: z.string() }).parse(
    await post(mosaik, 'POST', '/api/v2/clusters', {
      clusterName: 'shop',
      provisioned: {
        kafkaVersion: '4.3.1',
        numberOfBrokerNodes: 3,
        configurationInfo: { arn: configuration, revision: 1 },
        brokerNodeGroupInfo: {
          instanceType: 'kafka.m5.large',
          clientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
          storageInfo: { ebsStorageInfo: { volumeSize: 1 } },
        },
      },
    }),
  ).clusterArn
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  await revise(mosaik, `${SHOP}message.max.bytes=2000000\n`)

  await page.goto(`${mosaik.url}/clusters/${idOf()}`)
  await expect(page.getByText('1 revision behind')).toBeVisible()
  const plan = await openPlan(page, mosaik)
  await expect(plan).toContainText('Nothing restarts. Brokers are told while they run.')
  await expect(plan.getByRole('row', { name: /message\.max\.bytes/ })).toContainText(
    /1048588\s*.*2000000.*at once/,
  )
  await expect(plan).toContainText('aws kafka update-cluster-configuration')
  // The choice stands in the address: a reload has it still, and two presses make one operation.
  await page.reload()
  await expect(plan).toContainText('Nothing restarts.')
  await plan.getByRole('button', { name: 'Apply' }).dblclick()
  await isComplete(page, 30_000)
  await expect(page.getByRole('region', { name: 'What it changed' })).toContainText('shop-settings 2')
  await page.goto(`${mosaik.url}/clusters/${idOf()}/operations`)
  await expect(page.getByRole('link', { name: 'Change configuration' })).toHaveCount(1)
  await expect(page.getByRole('cell', { name: /message\.max\.bytes – → 2000000/ })).toBeVisible()
})

test('what somebody told a broker by hand is seen, and put right', async ({ page, mosaik }) => {
  const tell = ['shop', 'configs', '--alter', '--entity-type', 'brokers', '--entity-name', '2']
  await kafka(mosaik, [...tell, '--add-config', 'message.max.bytes=1500000'])
  await page.goto(`${mosaik.url}/clusters/${idOf()}/configuration`)
  const drift = page.getByRole('region', { name: 'What brokers run and should not' })
  await expect(drift).toContainText('message.max.bytes')
  await expect(drift).toContainText('should be 2000000')
  await expect(drift).toContainText('Broker 2 1500000 told this broker alone')
  await drift.getByRole('link', { name: 'Put it right' }).click()
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan).toContainText('What was told by hand is taken back.')
  await expect(plan.getByRole('table', { name: 'Told by hand, taken back' })).toContainText('broker 2')
  await plan.getByRole('button', { name: 'Apply' }).click()
  await isComplete(page, 30_000)
  await page.goto(`${mosaik.url}/clusters/${idOf()}/configuration`)
  await expect(page.getByText('All 3 brokers run what they should.')).toBeVisible()
  await expect(drift).toHaveCount(0)
})

test('the way back to what MSK sets by itself has a plan too', async ({ page, mosaik }) => {
  await page.goto(`${mosaik.url}/clusters/${idOf()}/configuration`)
  await page.getByRole('link', { name: 'Back to MSK’s default' }).click()
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan).toContainText('From shop-settings, revision 2 to MSK’s default configuration.')
  await expect(plan).toContainText('Nothing restarts.')
  await expect(plan).toContainText('there is no command for it')
  await plan.getByRole('button', { name: 'Go back to MSK’s default' }).click()
  await isComplete(page, 30_000)
  await page.goto(`${mosaik.url}/clusters/${idOf()}/configuration`)
  await expect(page.getByText('All 3 brokers run what they should.')).toBeVisible()
  await expect(page.getByText('It has MSK’s default configuration already.')).toBeVisible()
})

test('what needs a restart goes through six nodes in order, and clients notice nothing they did not agree to', async ({
  page,
  mosaik,
}) => {
  await kafka(mosaik, ['shop', 'topics', '--create', '--topic', 'audit', '--replication-factor', '1'])
  await revise(mosaik, `${SHOP}message.max.bytes=2000000\nnum.partitions=6\n`, 'Six partitions')
  const plan = await openPlan(page, mosaik)
  await expect(plan).toContainText('6 nodes restart, one after the other: 3 brokers and 3 controllers.')
  const order = plan.getByRole('list', { name: 'Restarts, in this order' }).getByRole('listitem')
  await expect(order).toHaveCount(6)
  for (const place of [0, 1, 2]) await expect(order.nth(place)).toContainText('Controller')
  await expect(order.nth(3)).toContainText('tried alone')
  await expect(plan.getByText(/nobody reads or writes it/)).toBeVisible()
  const apply = plan.getByRole('button', { name: 'Apply' })
  await expect(apply).toHaveAttribute('aria-disabled', 'true')
  await expect(apply).toHaveAccessibleDescription('Accept the interruptions above first.')
  await plan.getByLabel('I accept that these are interrupted').check()
  await apply.click()
  await expect(page.getByText('What clients noticed')).toBeVisible()
  await isComplete(page, 120_000)
  await expect(page.getByRole('region', { name: 'What clients noticed' })).toContainText(
    'Records acknowledged',
  )
  await expect(page.getByText(/was acknowledged by all replicas in sync, and read back once/)).toBeVisible({
    timeout: 30_000,
  })
})

test('a revision no broker can start with is undone, and the page says so', async ({ page, mosaik }) => {
  await revise(
    mosaik,
    `${SHOP}message.max.bytes=2000000\nnum.partitions=6\nreplica.selector.class=org.example.Nothing\n`,
  )
  const plan = await openPlan(page, mosaik)
  await expect(plan).toContainText('3 nodes restart')
  await plan.getByLabel('I accept that these are interrupted').check()
  await plan.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Change configuration failed.' })).toContainText(
    /org\.example\.Nothing.*The change was taken back; what runs is what ran before\./,
    { timeout: 150_000 },
  )
  await page.goto(`${mosaik.url}/clusters/${idOf()}/configuration`)
  await expect(page.getByText('All 3 brokers run what they should.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('shop-settings, revision 3')).toBeVisible()
})
