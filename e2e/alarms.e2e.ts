import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { clusterIdOf, createCluster, stateOf } from './api'
import { expect, test } from './fixtures'

/** An alarm from a chart in two clicks, that rings and is told; and a webhook that never answers. */
test.use({ network: '127.93.0.0/16' })
test.describe.configure({ mode: 'serial' })

let arn = ''
const idOf = (): string => clusterIdOf(arn)

/** Takes every message and answers none. */
const hanging: Server = createServer(() => {})
const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('It does not listen.')
  return address.port
}

test.beforeAll(async () => {
  await new Promise<void>((resolve) => {
    hanging.listen(0, '127.0.0.1', resolve)
  })
})
test.afterAll(() => {
  hanging.closeAllConnections()
  hanging.close()
})

test('a webhook is added, and one that hangs is told as one', async ({ page, mosaik }) => {
  arn = await createCluster(mosaik, 'rung', { 'mosaik:shape': 'development' })
  await page.goto(`${mosaik.url}/alarms/webhooks`)
  await page.getByLabel('Name').fill('two words')
  await page.getByLabel('Address').fill('example.com')
  await page.getByRole('button', { name: 'Add webhook' }).click()
  await expect(page.getByText(/^Letters, digits, hyphens and underscores/)).toBeVisible()
  await expect(page.getByText(/^This is not an address/)).toBeVisible()
  await page.getByLabel('Name').fill('pager')
  await page.getByLabel('Address').fill(`http://127.0.0.1:${portOf(hanging)}/secret-path`)
  await page.getByRole('button', { name: 'Add webhook' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'pager' })
  await expect(row).toContainText(`http://127.0.0.1:${portOf(hanging)}`)
  await expect(page.getByText('secret-path')).toHaveCount(0)
  await row.getByRole('button', { name: 'Send a test to pager' }).click()
  await expect(row).toContainText('It did not answer within 5 seconds.', { timeout: 10_000 })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
})

test('an alarm is made from a chart in two clicks, rings, and is told', async ({ page, mosaik }) => {
  await page.goto(`${mosaik.url}/clusters/${idOf()}/monitoring?range=15m`)
  await page.getByRole('button', { name: 'More of Memory used' }).click()
  await page.getByRole('menuitem', { name: 'Add alarm' }).click()
  const form = page.getByRole('dialog', { name: 'Create an alarm for rung' })
  await expect(form.getByLabel('Metric', { exact: true })).toContainText('MemoryUsed')
  await expect(form.getByRole('combobox', { name: 'Watched' })).toContainText('broker 1')
  // What was measured suggests a limit, and the last day is tried with it.
  await expect(form.getByLabel('Threshold', { exact: true })).not.toHaveValue('', { timeout: 60_000 })
  await expect(form.getByText(/In the last 24 hours it would not have rung/)).toBeVisible()

  await form.getByLabel('Threshold', { exact: true }).fill('much')
  await form.getByLabel('Values that must be beyond').fill('2')
  await form.getByLabel('Periods looked at').fill('1')
  await form.getByRole('button', { name: 'Create alarm' }).click()
  await expect(form.getByText('Give a number, as 85 or 0.3.')).toBeVisible()
  await form.getByLabel('Threshold', { exact: true }).fill('1000')
  await form.getByRole('button', { name: 'Create alarm' }).click()
  await expect(form.getByText('No more than the periods that are looked at.')).toBeVisible()
  await form.getByLabel('Values that must be beyond').fill('1')
  await form.getByLabel('Period', { exact: true }).click()
  await page.getByRole('option', { name: '10 s' }).click()
  await form.getByRole('switch', { name: 'in alarm' }).click()
  await form.getByRole('button', { name: 'Create alarm' }).click()
  await expect(form).toBeHidden()

  // Told on the page that is open, in the navigation, and in the list.
  await expect(page.getByText('An alarm rings')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'View alarm' }).click()
  await expect(page.getByRole('heading', { name: /^rung-memory-used-broker-1/, level: 1 })).toContainText(
    'In alarm',
  )
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('1 is in alarm.')
  await expect(page.getByRole('region', { name: 'Whom it tells' })).toContainText('pager')
  await page.goto(`${mosaik.url}/clusters/${idOf()}`)
  await expect(page.getByText('1 alarm rings.')).toBeVisible()
})

test('an alarm is made from the list of the region, which asks for the cluster first', async ({
  page,
  mosaik,
}) => {
  await page.goto(`${mosaik.url}/alarms`)
  await page.getByRole('button', { name: 'Create alarm' }).click()
  await expect(page).toHaveURL(/create=alarm/)
  const any = page.getByRole('dialog', { name: 'Create an alarm', exact: true })
  await expect(any.getByLabel('Metric', { exact: true })).toHaveCount(0)
  await any.getByLabel('Cluster', { exact: true }).click()
  await page.getByRole('option', { name: 'rung' }).click()
  await expect(page).toHaveURL(new RegExp(`cluster=${idOf()}`))
  await page.reload()
  const form = page.getByRole('dialog', { name: 'Create an alarm for rung' })
  await expect(form.getByRole('combobox', { name: 'Watched' })).toContainText('broker 1')
  await form.getByLabel('Name', { exact: true }).fill('from-the-region')
  await form.getByRole('button', { name: 'Create alarm' }).click()
  await expect(form).toBeHidden()
  await expect(page).not.toHaveURL(/create|cluster/)
  await expect(page.getByRole('link', { name: 'from-the-region' })).toBeVisible()
})

test('it is edited and is over, and the cluster gets what is recommended', async ({
  browser,
  page,
  mosaik,
}) => {
  await page.goto(`${mosaik.url}/clusters/${idOf()}/alarms`)
  await page.getByRole('button', { name: /^Add 7 alarms/ }).click()
  await expect(page.getByRole('link', { name: 'rung-disk-broker-1' })).toBeVisible()
  const japanese = await browser.newPage({ locale: 'ja-JP' })
  await japanese.goto(`${mosaik.url}/alarms/named/rung-disk-broker-1`)
  await expect(japanese.getByText(/^データボリュームの使用率が 85 % に達しました。/)).toBeVisible()
  await japanese.close()
  await page.getByRole('link', { name: 'rung-memory-used-broker-1' }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog', { name: /^Edit rung-memory-used/ })
  await form.getByLabel('Threshold', { exact: true }).fill('900000000000')
  await form.getByRole('button', { name: 'Save alarm' }).click()
  await expect(form).toBeHidden()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('OK', { timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Changed')
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete alarm' }).click()
  await expect(page.getByRole('link', { name: 'rung-memory-used-broker-1' })).toHaveCount(0)
})
