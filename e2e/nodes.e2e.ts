import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { createCluster, stateOf } from './api'
import { expect, test, type Mosaik } from './fixtures'

/** The nodes of a cluster and their logs: what a person at three in the morning wants to know, truthfully. */
test.use({ network: '127.87.0.0/16' })
test.describe.configure({ mode: 'serial' })

const nodeSchema = z.object({ pid: z.number().nullable(), directory: z.string() })

async function clusterId(mosaik: Mosaik): Promise<string> {
  const reply = await fetch(`${mosaik.url}/api/console/clusters`)
  const { clusters } = z.object({ clusters: z.array(z.object({ id: z.string() })) }).parse(await reply.json())
  return clusters[0]?.id ?? ''
}

async function nodeOf(mosaik: Mosaik): Promise<z.infer<typeof nodeSchema>> {
  const reply = await fetch(`${mosaik.url}/api/console/clusters/${await clusterId(mosaik)}/nodes/1`)
  return nodeSchema.parse(await reply.json())
}

const openNode = async (page: Page, mosaik: Mosaik, query = ''): Promise<void> => {
  await page.goto(`${mosaik.url}/clusters/${await clusterId(mosaik)}/nodes/1${query}`)
  await expect(page.getByRole('heading', { name: 'Broker 1', level: 1 })).toBeVisible()
}

const stamp = (ms: number): string =>
  new Date(Date.now() + ms).toISOString().replace('T', ' ').replace('.', ',').slice(0, -1)

test('leads from the table of nodes to a node, its settings and its log', async ({ page, mosaik }) => {
  const arn = await createCluster(mosaik, 'nodes', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  await page.goto(`${mosaik.url}/clusters/${await clusterId(mosaik)}/brokers`)
  const row = page.getByRole('row', { name: /Broker 1/ })
  await expect(row).toContainText('Serving')
  await expect(row).toContainText('127.87.1.11:9092')
  await row.getByRole('link', { name: 'Broker 1' }).click()
  await expect(page.getByText(/Broker 1 serves since/)).toBeVisible()
  const { pid } = await nodeOf(mosaik)
  await expect(page.getByText(`pid ${pid}, since`)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Starts' }).getByRole('listitem')).toHaveCount(1)

  const settings = page.getByRole('table', { name: 'Settings' })
  await expect(settings.getByRole('row', { name: /num\.io\.threads/ })).toContainText('Mosaik profile')
  await expect(settings.getByRole('row', { name: /compression\.type/ })).toHaveCount(0)
  await page.getByRole('button', { name: /^All \d+/ }).click()
  await page.getByLabel('Name or value').fill('compression.type')
  await expect(settings.getByRole('row', { name: /compression\.type/ })).toContainText('Kafka default')
  await page.reload()
  await expect(settings.getByRole('row', { name: /compression\.type/ })).toBeVisible()
})

test('finds in a long log that goes on, keeps a trace with its line, and saves it whole', async ({
  page,
  mosaik,
}) => {
  const { directory } = await nodeOf(mosaik)
  const log = join(directory, 'logs', 'server.log')
  const filler = Array.from({ length: 3000 }, (_, nth) => `[${stamp(0)}] INFO filler ${nth} (x)\n`).join('')
  const trace = `[${stamp(-60_000)}] ERROR The needle broke (x)\njava.io.IOException: in the hay\n\tat x.Y.z(Y.java:1)\n`
  await appendFile(log, `${filler}${trace}${filler}[${stamp(2)}] WARN \u001B[31mneedle\u001B[0m again (x)\n`)
  await openNode(page, mosaik)
  const lines = page.getByRole('region', { name: 'Log lines' })
  await expect(lines.getByText('needle again')).toBeVisible()

  await page.getByLabel('Find in the log').fill('needle')
  await expect(page.getByText('1 line', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 2')).toBeVisible()
  await expect(lines.getByText(/The needle broke.*in the hay.*Y\.java:1/s)).toBeVisible()

  await appendFile(log, `[${stamp(3)}] INFO written while one reads (x)\n`)
  await expect(lines.getByText('The needle broke')).toBeVisible()
  await page.getByRole('button', { name: 'Jump to newest' }).click()
  await expect(lines.getByText('written while one reads')).toBeVisible()

  await page.getByRole('button', { name: 'ERROR' }).click()
  await expect(lines.getByText('written while one reads')).toHaveCount(0)
  await expect(lines.getByText('The needle broke')).toBeVisible()

  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^nodes-1-.*\.log$/)
  const saved = await readFile(await file.path(), 'utf8')
  expect(saved).toContain('Kafka Server started')
  expect(saved).toContain('written while one reads')
})

test('searches all logs in one place, and the address holds the search', async ({ page, mosaik }) => {
  await page.goto(`${mosaik.url}/clusters/${await clusterId(mosaik)}/logs`)
  await expect(page.getByText(/there are older ones/)).toBeVisible()
  await page.getByLabel('Text, in any case').fill('NEEDLE')
  await page.getByRole('button', { name: 'WARN' }).click()
  await expect(page.getByText('1 line in the log')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 line in the log')).toBeVisible()
  const lines = page.getByRole('region', { name: 'Lines found' })
  await lines.getByRole('link', { name: 'Broker 1' }).click()
  await expect(page.getByLabel('Find in the log')).toHaveValue('NEEDLE')
})

test('tells truthfully what happens to a broker that is killed', async ({ page, mosaik }) => {
  await openNode(page, mosaik)
  const { pid } = await nodeOf(mosaik)
  if (pid === null) throw new Error('The broker does not run.')
  process.kill(pid, 'SIGKILL')
  await expect(page.getByText(/ended by itself at/)).toBeVisible()
  const starts = page.getByRole('list', { name: 'Starts' }).getByRole('listitem')
  await expect(starts).toHaveCount(2, { timeout: 30_000 })
  await expect(starts.nth(1)).toContainText('Ended by itself')
  await expect(starts.nth(1)).toContainText('killed from outside')
  await expect(page.getByText(/Broker 1 serves since/)).toBeVisible({ timeout: 60_000 })
  await expect(starts.nth(0)).toContainText('served after')
  await expect.poll(async () => (await nodeOf(mosaik)).pid).not.toBe(pid)
})

test('reboots a broker when asked, and leads to what that does', async ({ page, mosaik }) => {
  await openNode(page, mosaik)
  const { pid } = await nodeOf(mosaik)
  await page.getByRole('button', { name: 'Reboot', exact: true }).click()
  const question = page.getByRole('dialog', { name: 'Reboot broker 1 of nodes?' })
  await question.getByRole('button', { name: 'Reboot broker' }).click()
  await expect(page).toHaveURL(/\/operations\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 90_000 })
  expect((await nodeOf(mosaik)).pid).not.toBe(pid)
})

test('says what is known of a node that is stopped, and of one without its log', async ({ page, mosaik }) => {
  const id = await clusterId(mosaik)
  await fetch(`${mosaik.url}/api/console/clusters/${id}/power`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ power: 'off' }),
  })
  await openNode(page, mosaik)
  await expect(page.getByText('Broker 1 is stopped with its cluster.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Stopped as asked').first()).toBeVisible()
  await expect(page.getByText(/The node does not run: these are the lines of its file/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Log lines' })).toBeVisible()
  const { directory } = await nodeOf(mosaik)
  await rm(directory, { recursive: true })
  await page.reload()
  await expect(page.getByText('No line yet.')).toBeVisible()
  await expect(page.getByText('There is none on this machine')).toBeVisible({ timeout: 30_000 })
  await page.goto(`${mosaik.url}/clusters/${id}/nodes/77`)
  await expect(page.getByRole('heading', { name: 'This node does not exist' })).toBeVisible()
})
