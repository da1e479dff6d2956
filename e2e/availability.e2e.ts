import { AxeBuilder } from '@axe-core/playwright'
import { createClient } from '@libsql/client'
import { join } from 'node:path'
import { clusterIdOf, createCluster, stateOf } from './api'
import { expect, listens, test, type Mosaik } from './fixtures'

/** Availability on a real broker, with a history that was planted: nobody waits a month for a test. */
test.use({ network: '127.143.0.0/16' })
test.describe.configure({ mode: 'serial' })

const DAY_MS = 86_400_000
/** Noon, two days ago. */
const PLANTED = Math.floor(Date.now() / DAY_MS) * DAY_MS - 1.5 * DAY_MS
const day = new Date(PLANTED).toISOString().slice(0, 10)

/** An hour of thirty attempts a minute: nobody could write for four minutes, and reading failed once. */
async function plantHour(mosaik: Mosaik, clusterId: string): Promise<void> {
  const minutes = new Uint8Array(240)
  for (let minute = 0; minute < 60; minute++) {
    const isDown = minute >= 20 && minute < 24
    minutes.set([isDown ? 15 : 30, isDown ? 15 : 0, 30, minute === 20 ? 1 : 0], minute * 4)
  }
  const database = createClient({ url: `file:${join(mosaik.home, 'mosaik.db')}` })
  await database.execute({
    sql: 'INSERT INTO AvailabilityHour (clusterId, at, minutes) VALUES (?, ?, ?)',
    args: [clusterId, new Date(PLANTED).toISOString().replace('Z', '+00:00'), minutes],
  })
  database.close()
}

test('a month is a figure, a day a field, and what cost it is named', async ({ mosaik, page }) => {
  const arn = await createCluster(mosaik, 'measured', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  const path = `${mosaik.url}/clusters/${clusterIdOf(arn)}/availability`
  await page.goto(path)
  await listens(page)
  await expect(page.getByText('Nothing was measured so far.')).toBeVisible()
  await expect(page.getByText('No minute was lost or disturbed')).toBeVisible()

  await plantHour(mosaik, clusterIdOf(arn))
  await page.reload()
  const month = page.getByRole('row', { name: /^Writing, 30 days/ })
  await expect(month).toContainText('93.333 %')
  await expect(month).toContainText('4 of 60 minutes lost')
  await expect(month).toContainText('Missed')
  await expect(page.getByRole('row', { name: /^Reading, 30 days/ })).toContainText('Met')
  await expect(
    page.getByText(/^4 minutes lost for writing, none for reading; 61 attempts failed/),
  ).toBeVisible()
  await expect(page.getByText('Nothing is known that went on meanwhile.')).toBeVisible()

  await test.step('a day opens by keyboard', async () => {
    const button = page.getByRole('button', { name: /4 minutes lost for writing/ })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await expect(
      page.getByRole('img', { name: '12:00: Writing: 4 lost, 0 disturbed of 60 minutes.' }),
    ).toBeVisible()
  })
  await test.step('for everyone', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    await expect.poll(width).toBeLessThanOrEqual(360)
  })
  const reply = await fetch(`${mosaik.url}/api/console/clusters/${clusterIdOf(arn)}/availability/${day}`)
  expect(await reply.text()).toContain('"down"')
})

test('it is measured by itself, until somebody does not want it', async ({ mosaik, page }) => {
  const { clusters } = JSON.parse(await (await fetch(`${mosaik.url}/api/console/clusters`)).text())
  await page.goto(`${mosaik.url}/clusters/${clusters[0].id}/availability`)
  await expect(page.getByRole('row', { name: /^Writing, 24 hours/ })).toContainText('100.000 %', {
    timeout: 90_000,
  })
  const measure = page.getByRole('switch', { name: 'Measure this cluster' })
  await measure.click()
  await expect(measure).not.toBeChecked()
  await page.reload()
  await expect(measure).not.toBeChecked()
})
