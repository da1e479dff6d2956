import { readFile } from 'node:fs/promises'
import { Kafka, logLevel } from 'kafkajs'
import { z } from 'zod'
import { bootstrapOf, createCluster, stateOf } from './api'
import { expect, test, type Mosaik } from './fixtures'

/** The monitoring page of a real cluster: what is produced is seen, what breaks is told, and all of it can be kept. */
test.use({ network: '127.88.0.0/16' })
test.describe.configure({ mode: 'serial' })

const nodeSchema = z.object({ pid: z.number().nullable() })

let arn = ''
const idOf = (): string => arn.split('/')[2]?.slice(0, 36) ?? ''
const pageOf = (mosaik: Mosaik, query = ''): string => `${mosaik.url}/clusters/${idOf()}/monitoring${query}`

async function produce(mosaik: Mosaik): Promise<void> {
  const bootstrap = await bootstrapOf(mosaik, arn, 'PLAINTEXT')
  const kafka = new Kafka({
    brokers: bootstrap.split(','),
    logLevel: logLevel.NOTHING,
    retry: { retries: 20 },
  })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic: 'payments', numPartitions: 1, replicationFactor: 1 }] })
  await admin.disconnect()
  const producer = kafka.producer()
  await producer.connect()
  const value = 'x'.repeat(1000)
  for (let batch = 0; batch < 20; batch++)
    await producer.send({ topic: 'payments', messages: Array.from({ length: 500 }, () => ({ value })) })
  await producer.disconnect()
}

test('shows a burst within seconds, told by broker and by topic', async ({ page, mosaik }) => {
  arn = await createCluster(mosaik, 'watched', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  await page.goto(pageOf(mosaik, '?range=15m'))
  const figures = page.locator('dl').first()
  await expect(figures.getByText('1 is well')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Events' }).getByText(/Create cluster/)).toBeVisible()
  const bytesIn = page.getByRole('region', { name: 'Bytes in' })
  await produce(mosaik)
  await expect(bytesIn.getByText('MB/s')).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: 'By broker, stacked' }).click()
  await page.getByRole('menuitemradio', { name: 'By topic' }).click()
  await expect(bytesIn.getByRole('cell', { name: 'payments' })).toBeVisible({ timeout: 30_000 })
  await page.reload()
  await expect(bytesIn.getByRole('cell', { name: 'payments' })).toBeVisible()
})

test('points at one moment in all charts, looks closer by dragging and goes back by the keys', async ({
  page,
  mosaik,
}) => {
  await page.goto(pageOf(mosaik, '?range=15m'))
  const slider = page.getByRole('slider', { name: /^Bytes in:/ })
  await expect(slider).toBeVisible()
  const box = await slider.boundingBox()
  if (box === null) throw new Error('The chart has no place.')
  await page.mouse.move(box.x + box.width * 0.6, box.y + 60)
  const moment = await slider.getAttribute('aria-valuetext')
  await expect(page.getByRole('slider', { name: /^CPU/ })).toHaveAttribute('aria-valuetext', moment ?? '')
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, box.y + 60, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/range=\d{4}-/)
  await page.getByRole('button', { name: '15 min' }).click()
  await expect(page).toHaveURL(/range=15m/)
  await page.keyboard.press('[')
  await expect(page).toHaveURL(/range=\d{4}-/)
  await page.keyboard.press(']')
  await expect(page).toHaveURL(/range=15m/)
})

test('gives the exact numbers as a table and a file, and the chart as a picture', async ({
  page,
  mosaik,
}) => {
  await page.goto(pageOf(mosaik, '?range=15m'))
  const more = page.getByRole('button', { name: 'More of Memory used' })
  await more.click()
  const saving = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save numbers (CSV)' }).click()
  const numbers = await saving
  expect(numbers.suggestedFilename()).toMatch(/^watched-memory-.*\.csv$/)
  expect(await readFile(await numbers.path(), 'utf8')).toMatch(
    /^\uFEFFtime,1 a\r?\n\d{4}-\d\d-\d\dT.*Z,\d{6,}/,
  )
  await more.click()
  const painting = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save picture (PNG)' }).click()
  const picture = await painting
  expect(picture.suggestedFilename()).toMatch(/\.png$/)
  expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG')
  await more.click()
  await page.getByRole('menuitem', { name: 'Show as a table' }).click()
  await expect(page.getByRole('dialog').getByRole('columnheader', { name: '1 a' })).toBeVisible()
})

test('tells a broker that was killed by a mark that leads to it', async ({ page, mosaik }) => {
  await page.goto(pageOf(mosaik, '?range=15m'))
  const reply = await fetch(`${mosaik.url}/api/console/clusters/${idOf()}/nodes/1`)
  const { pid } = nodeSchema.parse(await reply.json())
  if (pid === null) throw new Error('The broker does not run.')
  process.kill(pid, 'SIGKILL')
  const mark = page.getByRole('region', { name: 'Events' }).getByRole('link', { name: /Broker 1/ })
  await expect(mark).toContainText('restarted by itself', { timeout: 90_000 })
  await mark.click()
  await expect(page.getByRole('heading', { name: 'Broker 1', level: 1 })).toBeVisible()
})
