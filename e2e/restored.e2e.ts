import { createClient } from '@libsql/client'
import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { clusterIdOf, createCluster, stateOf } from './api'
import { expect, kafka, test } from './fixtures'

/** A copy of the database put back: its clusters are shown and left alone until a person has decided. */
test.use({ network: '127.141.0.0/16' })

test('a cluster of a copy waits for a decision, and serves meanwhile', async ({ mosaik, page }) => {
  const arn = await createCluster(mosaik, 'restored', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  await kafka(mosaik, ['restored', 'topics', '--create', '--topic', 'orders', '--partitions', '1'])

  await test.step('a copy that knows it is put back', async () => {
    await mosaik.interrupt()
    const copy = '20261201T120000Z.db'
    mkdirSync(join(mosaik.home, 'backups'), { recursive: true })
    const database = createClient({ url: `file:${join(mosaik.home, 'mosaik.db')}` })
    await database.execute({ sql: 'VACUUM INTO ?', args: [join(mosaik.home, 'backups', copy)] })
    database.close()
    const { stdout } = await promisify(execFile)(process.execPath, ['bin/mosaik.mjs', 'restore', copy], {
      env: mosaik.env,
    })
    expect(stdout).toContain('every cluster is shown and left alone')
    await mosaik.start()
  })

  await page.goto(`${mosaik.url}/clusters/${clusterIdOf(arn)}`)
  await expect(page.getByText('restored waits for your decision.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/A copy of the database was put back/)).toBeVisible()
  expect(await stateOf(mosaik, arn)).toBe('MAINTENANCE')
  expect(await kafka(mosaik, ['restored', 'topics', '--list'])).toContain('orders')

  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByRole('textbox', { name: 'Type restored to confirm' }).fill('restore')
  await page.getByRole('button', { name: 'Do it' }).click()
  await expect(page.getByText('That is not restored.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Type restored to confirm' }).fill('restored')
  await page.getByRole('button', { name: 'Do it' }).click()
  await expect(page.getByText('restored serves all traffic.')).toBeVisible({ timeout: 30_000 })
  expect(await kafka(mosaik, ['restored', 'topics', '--list'])).toContain('orders')
})
