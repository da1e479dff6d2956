import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { call, clusterIdOf, createCluster, stateOf } from './api'
import { expect, kafka, test, type Mosaik } from './fixtures'

/** Where healing stops, its page says why, and what a person can do. */
test.use({ network: '127.117.0.0/16' })
test.describe.configure({ mode: 'serial' })

const nodeSchema = z.object({
  pid: z.number().nullable(),
  boots: z.array(z.object({ startedAt: z.string() })),
})

let arn = ''
const look = (mosaik: Mosaik) => call(mosaik, nodeSchema, `/api/console/clusters/${clusterIdOf(arn)}/nodes/2`)
const dataOf = ({ home }: Mosaik): string => join(home, 'clusters', clusterIdOf(arn), 'nodes', '2', 'data')

test('a broker whose meta.properties was damaged is given up, and comes back when that is put right', async ({
  page,
  mosaik,
}) => {
  test.setTimeout(600_000)
  arn = await createCluster(mosaik, 'stubborn')
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 120_000 }).toBe('ACTIVE')
  const file = join(dataOf(mosaik), 'meta.properties')
  const whole = await readFile(file, 'utf8')
  await writeFile(file, whole.replace('version=1', 'version=9'))
  const { pid } = await look(mosaik)
  if (pid === null) throw new Error('The broker does not run.')
  process.kill(pid, 'SIGKILL')
  await page.goto(`${mosaik.url}/clusters/${clusterIdOf(arn)}`)

  const retry = page.getByRole('button', { name: 'Try again now' })
  await test.step('after some starts it is given up, with the reason of its log', async () => {
    await expect(retry).toBeVisible({ timeout: 480_000 })
    await expect(
      page.getByText(/Broker 2 did not start in 8 attempts: .*No readable meta.properties/),
    ).toBeVisible()
    expect(await stateOf(mosaik, arn)).toBe('HEALING')
    const { boots } = await look(mosaik)
    await page.waitForTimeout(10_000)
    expect((await look(mosaik)).boots).toHaveLength(boots.length)
  })

  await test.step('put right and tried again, it serves', async () => {
    await writeFile(file, whole)
    await retry.click()
    await expect(page.getByText('stubborn serves all traffic.')).toBeVisible({ timeout: 60_000 })
    await expect(retry).toHaveCount(0)
  })
})

test('the last copy of a partition is given up by a person only', async ({ page, mosaik }) => {
  test.setTimeout(300_000)
  const words = ['stubborn', 'topics', '--create', '--topic', 'only', '--replica-assignment', '2']
  await kafka(mosaik, words)
  await kafka(mosaik, ['stubborn', 'console-producer', '--topic', 'only'], 'one\n')
  const { pid } = await look(mosaik)
  if (pid === null) throw new Error('The broker does not run.')
  process.kill(pid, 'SIGKILL')
  await rm(dataOf(mosaik), { recursive: true })
  await page.goto(`${mosaik.url}/clusters/${clusterIdOf(arn)}`)

  const decide = page.getByRole('button', { name: 'Start it empty' })
  await test.step('healing stops, and says what would be lost', async () => {
    await expect(
      page.getByText(/data directory of broker 2 is gone.*last to hold only-0/i).first(),
    ).toBeVisible({
      timeout: 60_000,
    })
    await expect(decide).toBeVisible()
    expect((await look(mosaik)).pid).toBeNull()
  })

  await test.step('who decides types the name of the cluster', async () => {
    await decide.click()
    const dialog = page.getByRole('dialog', { name: 'Start broker 2 empty?' })
    await dialog.getByRole('textbox').fill('other')
    await dialog.getByRole('button', { name: 'Start it empty' }).click()
    await expect(dialog.getByText('That is not stubborn.')).toBeVisible()
    await dialog.getByRole('textbox').fill('stubborn')
    await dialog.getByRole('button', { name: 'Start it empty' }).click()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('it serves again, and takes records for what it lost', async () => {
    await expect(page.getByText('stubborn serves all traffic.')).toBeVisible({ timeout: 60_000 })
    await kafka(mosaik, ['stubborn', 'console-producer', '--topic', 'only'], 'two\n')
    const read = [
      'stubborn',
      'console-consumer',
      '--topic',
      'only',
      '--from-beginning',
      '--max-messages',
      '1',
    ]
    expect(await kafka(mosaik, read)).toContain('two')
    const incident = page.getByRole('listitem').filter({ hasText: 'The data directory of broker 2 was gone' })
    await expect(incident).toContainText(/healed after/)
  })
})
