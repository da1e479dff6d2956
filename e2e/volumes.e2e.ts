import { clusterIdOf, createCluster, stateOf } from './api'
import { expect, test } from './fixtures'

test.use({ network: '127.105.0.0/16' })

test('the console shows what volumes hold, and lets them grow by a rule', async ({ page, mosaik }) => {
  const arn = await createCluster(mosaik, 'ruled', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  const id = clusterIdOf(arn)
  await page.goto(`${mosaik.url}/clusters/${id}`)
  await expect(page.getByText('A counted limit in the file system of MOSAIK_HOME')).toBeVisible()
  await page.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Let storage grow by itself' }).click()
  const dialog = page.getByRole('dialog', { name: 'Let the storage of ruled grow by itself' })
  await dialog.getByLabel('Threshold, % of a volume').fill('95')
  await dialog.getByLabel('Ceiling, GiB').fill('1')
  await dialog.getByRole('button', { name: 'Save the rule' }).click()
  await expect(dialog.getByText('A whole number from 10 to 90')).toBeVisible()
  await expect(dialog.getByText('A whole number above 1, at most 16384.')).toBeVisible()
  await dialog.getByLabel('Threshold, % of a volume').fill('75')
  await dialog.getByLabel('Step, GiB').fill('2')
  await dialog.getByLabel('Ceiling, GiB').fill('8')
  await page.screenshot({ path: test.info().outputPath('rule.png') })
  await dialog.getByRole('button', { name: 'Save the rule' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Grows by 2 GiB from 75 % on, up to 8 GiB')).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.screenshot({ path: test.info().outputPath('overview-360.png'), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${mosaik.url}/clusters/${id}/brokers`)
  await expect(page.getByRole('columnheader', { name: 'Volume' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Node 1|Broker 1/ })).toContainText(
    /\d+(\.\d+)? (KB|MB|kB|KiB|MiB)/,
  )
  await page.screenshot({ path: test.info().outputPath('brokers.png') })
})
