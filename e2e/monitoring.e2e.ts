import { readFile } from 'node:fs/promises'
import { Kafka, logLevel } from 'kafkajs'
import { z } from 'zod'
import { bootstrapOf, clusterIdOf, createCluster, stateOf } from './api'
import { expect, kafka, listens, test, type Mosaik } from './fixtures'

/** The monitoring page of a real cluster: what is produced is seen, what breaks is told, and all of it can be kept. */
test.use({ network: '127.88.0.0/16' })
test.describe.configure({ mode: 'serial' })

const nodeSchema = z.object({ pid: z.number().nullable() })

let arn = ''
const idOf = (): string => clusterIdOf(arn)
const pageOf = (mosaik: Mosaik, query = ''): string => `${mosaik.url}/clusters/${idOf()}/monitoring${query}`

async function produce(mosaik: Mosaik, batches = 20): Promise<void> {
  const bootstrap = await bootstrapOf(mosaik, arn, 'PLAINTEXT')
  const client = new Kafka({
    brokers: bootstrap.split(','),
    logLevel: logLevel.NOTHING,
    retry: { retries: 20 },
  })
  const admin = client.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic: 'payments', numPartitions: 1, replicationFactor: 1 }] })
  await admin.disconnect()
  const producer = client.producer()
  await producer.connect()
  const value = 'x'.repeat(1000)
  for (let batch = 0; batch < batches; batch++)
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

/** Of Kafka's own tool: a group of the new protocol, where a member may have gone before its time is over. */
const consoleConsumer = (mosaik: Mosaik, group: string): Promise<unknown> =>
  kafka(mosaik, [
    'watched',
    'console-consumer',
    '--topic',
    'payments',
    '--group',
    group,
    '--timeout-ms',
    '15000',
    '--command-property',
    'group.protocol=consumer',
  ]).catch(() => null)

test('tells who reads, how far behind, and what to do when nobody does', async ({ page, mosaik }) => {
  const group = 'books/ä: 1'
  const brokers = (await bootstrapOf(mosaik, arn, 'PLAINTEXT')).split(',')
  const client = new Kafka({ clientId: 'till', brokers, logLevel: logLevel.NOTHING, retry: { retries: 20 } })
  const consumer = client.consumer({ groupId: group })
  await consumer.connect()
  await consumer.subscribe({ topic: 'payments', fromBeginning: true })
  await consumer.run({ eachMessage: async () => undefined })
  const modern = consoleConsumer(mosaik, 'modern')

  await page.goto(`${mosaik.url}/clusters/${idOf()}`)
  await listens(page)
  await page.keyboard.press('5')
  const table = page.getByRole('table', { name: 'Consumer groups' })
  await expect(table.getByRole('row', { name: new RegExp(`${group}.*Stable.*Classic`) })).toBeVisible()
  await expect(table.getByRole('row', { name: /modern.*Stable.*New protocol/ })).toBeVisible({
    timeout: 20_000,
  })

  await table.getByRole('link', { name: group }).click()
  await expect(page.getByRole('heading', { name: new RegExp(`^${group}`), level: 1 })).toBeVisible()
  const partitions = page.getByRole('table', { name: 'Partitions of the group' })
  await expect(partitions.getByRole('row', { name: /payments 0 10,000 10,000 0 None till/ })).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByRole('table', { name: 'Members (1)' })).toContainText('127.0.0.1')

  await consumer.disconnect()
  await produce(mosaik, 1)
  await expect(page.getByText(`group.id=${group}: it goes on where the group stopped`)).toBeVisible({
    timeout: 20_000,
  })
  await expect(partitions.getByRole('row', { name: /payments 0 10,000 10,500 500/ })).toBeVisible()
  await page.reload()
  await expect(partitions.getByRole('row', { name: /Nobody/ })).toBeVisible()

  await partitions.getByRole('link', { name: 'payments' }).click()
  const readers = page.getByRole('table', { name: 'Read by' })
  await expect(readers.getByRole('row', { name: new RegExp(`${group}.*500`) })).toBeVisible({
    timeout: 20_000,
  })
  await page.goto(pageOf(mosaik, '?range=15m'))
  await page.getByRole('link', { name: `group ${group}` }).click({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: new RegExp(`^${group}`), level: 1 })).toBeVisible()

  await page.getByRole('button', { name: 'Reset offsets' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('1 partition changes: 10,000 records are read again')).toBeVisible()
  await dialog.getByRole('button', { name: 'Reset offsets' }).click()
  await expect(partitions.getByRole('row', { name: /payments 0 0 10,500 10,500/ })).toBeVisible()
  await page.getByRole('button', { name: 'Delete group' }).click()
  await dialog.getByRole('button', { name: 'Delete group' }).click()
  await expect(table.getByRole('link', { name: 'modern' })).toBeVisible()
  await expect(table.getByRole('link', { name: group })).toBeHidden()
  await modern
})

test('draws any metric one looks for, and keeps the chart for everybody', async ({ page, mosaik }) => {
  await page.goto(pageOf(mosaik))
  await page.getByRole('link', { name: 'Explore metrics' }).click()
  await page.getByRole('combobox', { name: 'Metric' }).click()
  await page.keyboard.type('group sumoffset')
  await page.keyboard.press('Enter')
  const chart = page.getByRole('region', { name: 'SumOffsetLag' })
  await expect(chart.getByRole('cell', { name: /books/ })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Expression' }).click()
  await page.getByRole('textbox', { name: 'Expression' }).fill('SUM(m1) +')
  await expect(page.getByText('m2: Unexpected end.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Expression' }).fill('SUM(m1) * 2')
  await page.getByRole('textbox', { name: 'Name in the chart' }).fill('twice')
  await expect(page.getByRole('region', { name: /twice/ }).getByRole('cell', { name: 'twice' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('SUM(m1) * 2')

  await page.getByRole('button', { name: 'Save chart' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Title of the chart' }).fill('Unread')
  await dialog.getByRole('button', { name: 'Save chart' }).click()
  await expect(dialog.getByText('Give the set a name.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Set' }).fill('On call')
  await dialog.getByRole('button', { name: 'Save chart' }).click()
  await expect(page.getByRole('heading', { name: 'On call', level: 1 })).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Unread' }).getByRole('cell', { name: 'twice' }),
  ).toBeVisible()

  // Someone else is faster: the second change of the same version is refused.
  const address = `${mosaik.url}/api/console/clusters/${idOf()}/chart-sets/On%20call`
  const line = { is: 'metric', metric: 'broker:CpuUser', of: { 'Broker ID': '1' }, statistic: 'Average' }
  const change = async (expected: number) => {
    const body = JSON.stringify({ charts: [{ title: 'CPU', lines: [line], periodS: null }], expected })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(address, { method: 'PUT', headers, body })).status
  }
  expect(await change(1)).toBe(200)
  expect(await change(1)).toBe(409)
  await expect(page.getByRole('region', { name: 'CPU' })).toBeVisible()

  await page.getByRole('button', { name: 'Delete charts' }).click()
  await dialog.getByRole('button', { name: 'Delete charts' }).click()
  await expect(page.getByRole('region', { name: 'Saved charts' }).getByText('None yet.')).toBeVisible()
})

test('tells a broker that was killed, and the election after it, by marks that lead to them', async ({
  page,
  mosaik,
}) => {
  await page.goto(pageOf(mosaik, '?range=15m'))
  const reply = await fetch(`${mosaik.url}/api/console/clusters/${idOf()}/nodes/1`)
  const { pid } = nodeSchema.parse(await reply.json())
  if (pid === null) throw new Error('The broker does not run.')
  process.kill(pid, 'SIGKILL')
  const events = page.getByRole('region', { name: 'Events' })
  const mark = events.getByRole('link', { name: /Broker 1/ })
  await expect(mark).toContainText('restarted by itself', { timeout: 90_000 })
  await mark.click()
  await expect(page.getByRole('heading', { name: 'Broker 1', level: 1 })).toBeVisible()
  await page.goBack()
  await events
    .getByRole('link', { name: /Node 1 was elected again to lead the quorum \(epoch \d+\)/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Broker 1', level: 1 })).toBeVisible()
})
