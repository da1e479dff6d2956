import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { call, clusterIdOf, createCluster, stateOf } from './api'
import { expect, kafka, type Mosaik, test } from './fixtures'
import { leadersOf, recordsOf, replicasOf, toldSettings } from './placement'

/** One topic leaves a broker while somebody watches every partition; leaders are chosen, and nothing is copied for it. */
test.use({ network: '127.111.0.0/16' })

const RECORDS = 4_000

const operationSchema = z.object({
  receipt: z.object({
    state: z.string(),
    failed: z.number(),
    lost: z.number().nullable(),
    pace: z.record(z.string(), z.unknown()),
  }),
  brokerReceipt: z.object({
    failedProduce: z.number().nullable(),
    silent: z.array(z.number()),
    unavailableMs: z.number().nullable(),
  }),
})

async function look(page: Page, name: string): Promise<void> {
  for (const [size, width] of [
    ['wide', 1280],
    ['phone', 360],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width)
    await page.screenshot({ path: test.info().outputPath(`${name}-${size}.png`), fullPage: true })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      name,
    ).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

const active = (mosaik: Mosaik, arn: string) =>
  expect.poll(() => stateOf(mosaik, arn), { timeout: 180_000, intervals: [500] }).toBe('ACTIVE')

test('a topic moves off a broker, row by row, and gets the leader that was chosen', async ({
  page,
  mosaik,
}) => {
  test.setTimeout(420_000)
  const arn = await createCluster(mosaik, 'placed')
  const id = clusterIdOf(arn)
  await active(mosaik, arn)
  const topic = ['--create', '--topic', 'orders', '--partitions', '6', '--replication-factor', '2']
  await kafka(mosaik, ['placed', 'topics', ...topic])
  const other = ['--create', '--topic', 'other', '--partitions', '3', '--replication-factor', '2']
  await kafka(mosaik, ['placed', 'topics', ...other])
  const orders = Array.from({ length: RECORDS }, (_, number) => `${number} ${'x'.repeat(2_000)}`)
  await kafka(mosaik, ['placed', 'console-producer', '--topic', 'orders'], `${orders.join('\n')}\n`)
  const others = await replicasOf(mosaik, 'placed', 'other')
  // Somebody else holds back one replica of another topic.
  const held = 'leader.replication.throttled.replicas=0:1'
  const alter = ['--alter', '--entity-type', 'topics', '--entity-name', 'other', '--add-config', held]
  await kafka(mosaik, ['placed', 'configs', ...alter])

  await page.goto(`${mosaik.url}/clusters/${id}/topics/orders`)
  await page.getByRole('link', { name: 'Placement' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Placement of orders')
  const plan = page.getByRole('region', { name: 'What it does' })
  await page.getByRole('checkbox', { name: 'Broker 1' }).uncheck()
  await page.getByRole('checkbox', { name: 'Broker 2' }).uncheck()
  await expect(plan).toContainText(
    'Topic orders has 2 replicas of each partition, and 1 broker would be left.',
  )
  await page.getByRole('checkbox', { name: 'Broker 1' }).check()
  await expect(plan).toContainText(/\d partitions move/)
  await expect(plan.getByRole('table', { name: 'What each zone holds' })).toBeVisible()
  await expect(plan.getByText(/^about \d/)).toBeVisible()
  await look(page, 'plan')

  const cluster = () => call(mosaik, z.object({ currentVersion: z.string() }), `/api/console/clusters/${id}`)
  const begunSchema = z.object({ operationId: z.string() })
  const { operationId } = await call(mosaik, begunSchema, `/api/console/clusters/${id}/change`, 'POST', {
    placement: { topic: 'orders', brokers: [1, 3] },
    ...(await cluster()),
  })
  const steer = (order: object) =>
    call(mosaik, z.object({}), `/api/console/operations/${operationId}/steer`, 'POST', order)
  await steer({ bytesPerSecond: 256 * 1024 })
  await page.goto(`${mosaik.url}/clusters/${id}/operations/${operationId}`)
  const moves = page.getByRole('region', { name: 'Partitions' })
  await expect(moves.getByText(/is copied/).first()).toBeVisible({ timeout: 60_000 })
  await expect(moves).toContainText(/of .* copied\. \d of 4 new replicas are in sync\./)
  await expect(moves).toContainText(/iB\/s\. About .* left\./, { timeout: 60_000 })
  await look(page, 'moving')
  await page.emulateMedia({ colorScheme: 'dark' })
  await look(page, 'moving-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await steer({ bytesPerSecond: 50 * 1024 ** 2 })
  await expect(page.getByText('Complete', { exact: true }).first()).toBeVisible({ timeout: 180_000 })
  await active(mosaik, arn)
  await expect(moves.getByText('moved', { exact: true }).first()).toBeVisible()
  await expect(moves.getByText('is copied')).toHaveCount(0)
  const receipt = page.getByRole('region', { name: 'What clients noticed' })
  await expect(receipt).toContainText('Produce requests refused')
  await expect(receipt).toContainText('Topics without a leadernever')
  const operation = () => call(mosaik, operationSchema, `/api/console/operations/${operationId}`)
  await expect
    .poll(operation, { timeout: 30_000 })
    .toMatchObject({ receipt: { state: 'measured', failed: 0, lost: 0 } })
  const { receipt: canary, brokerReceipt } = await operation()
  expect(canary.pace).toMatchObject({ during: { p50Ms: expect.any(Number) }, after: expect.anything() })
  expect(brokerReceipt).toMatchObject({ failedProduce: expect.any(Number), silent: [], unavailableMs: 0 })
  await look(page, 'moved')
  expect(await replicasOf(mosaik, 'placed', 'orders')).toEqual({ 1: 6, 3: 6 })
  expect(await replicasOf(mosaik, 'placed', 'other')).toEqual(others)
  expect(await recordsOf(mosaik, 'placed', 'orders')).toBe(RECORDS)
  const told = await toldSettings(mosaik, 'placed')
  expect(told).not.toContain('throttled.rate')
  expect(told).not.toContain('throttled.replicas=*')
  expect(told).toContain(held)

  const [before] = await leadersOf(mosaik, 'placed', 'orders')
  const wanted = before === 1 ? 3 : 1
  await page.goto(`${mosaik.url}/clusters/${id}/rebalance?topic=orders`)
  await page.getByRole('radio', { name: 'Choose leaders' }).click()
  await page.getByRole('combobox', { name: 'Partition' }).click()
  await page.getByRole('option', { name: /^0/ }).click()
  await page.getByRole('combobox', { name: 'Leader' }).click()
  await page.getByRole('option', { name: `Broker ${wanted}` }).click()
  await expect(plan).toContainText(
    '1 partition comes to be led by another of its replicas; nothing is copied.',
  )
  await look(page, 'leaders')
  await plan.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/\/operations\//)
  await expect(page.getByText('Complete', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
  await expect(moves.getByText('led by its first')).toBeVisible()
  expect((await leadersOf(mosaik, 'placed', 'orders'))[0]).toBe(wanted)
  await page.goto(`${mosaik.url}/clusters/${id}/rebalance?topic=orders&leaders=preferred`)
  await expect(plan).toContainText('is led by its first replica already')

  await page.context().addCookies([{ name: 'mosaik-locale', value: 'ja', url: mosaik.url }])
  await page.goto(`${mosaik.url}/clusters/${id}/operations/${operationId}`)
  await expect(page.getByRole('region', { name: 'パーティション' })).toBeVisible()
  await look(page, 'moved-ja')
  await page.goto(`${mosaik.url}/clusters/${id}/rebalance?topic=other`)
  await look(page, 'plan-ja')
})
