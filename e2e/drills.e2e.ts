import { AxeBuilder } from '@axe-core/playwright'
import { clusterIdOf, createCluster, stateOf } from './api'
import { expect, test } from './fixtures'

/** A broker is killed on purpose, from the console, and the verdict is true. */
test.use({ network: '127.118.0.0/16' })

test('a broker is killed in a drill, and every acknowledged record is there once, in order', async ({
  page,
  mosaik,
}) => {
  const arn = await createCluster(mosaik, 'drilled')
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 120_000 }).toBe('ACTIVE')
  await page.goto(`${mosaik.url}/clusters/${clusterIdOf(arn)}`)

  await test.step('it is found among the actions, and what cannot be done says why', async () => {
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Fault drills' }).click()
    await expect(page.getByRole('heading', { name: 'What can be drilled' })).toBeVisible()
    await expect(page.getByText('every node would need a network of its own').first()).toBeVisible()
  })

  await test.step('it is started for a broker', async () => {
    const start = page.getByRole('button', { name: 'Start drill: Kill a broker' })
    await expect(start).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 })
    await start.click()
    const question = page.getByRole('dialog', { name: 'Kill a broker of drilled?' })
    await question.getByRole('combobox', { name: 'Broker' }).click()
    await page.getByRole('option', { name: 'Broker 2' }).click()
    await question.getByRole('button', { name: 'Start drill' }).click()
    await expect(page.getByRole('heading', { name: 'Kill a broker', level: 1 })).toBeVisible()
  })

  await test.step('it is watched to a verdict that holds', async () => {
    await expect(page.getByText(/Process \d+ is gone\./)).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('Everything held', { exact: false })).toBeVisible({ timeout: 120_000 })
    const verdict = page.getByRole('table', { name: 'Verdict' })
    await expect(verdict.getByText('Held', { exact: true })).toHaveCount(9)
    await expect(verdict.getByRole('row', { name: /No acknowledged record lost/ })).toContainText('0')
    await expect(page.getByText(/Process \d+ runs in place of \d+/)).toBeVisible()
    await expect(page.getByText('Partitions it leads', { exact: false })).toBeVisible()
  })

  await test.step('its report can be read on a phone, in the dark, and by a screen reader', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
      .analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.getByRole('heading', { name: 'Kill a broker', level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    if (process.env.MOSAIK_PICTURES)
      await page.screenshot({ path: `${process.env.MOSAIK_PICTURES}/drill-phone.png`, fullPage: true })
    await page.setViewportSize({ width: 1440, height: 900 })
    if (process.env.MOSAIK_PICTURES)
      await page.screenshot({ path: `${process.env.MOSAIK_PICTURES}/drill-dark.png`, fullPage: true })
  })

  await test.step('its report is kept', async () => {
    await page.getByRole('link', { name: 'All drills' }).click()
    const row = page.getByRole('table', { name: 'Reports' }).getByRole('row', { name: /Kill a broker/ })
    await expect(row).toContainText('Passed')
    await expect(row).toContainText('Broker 2')
  })
})
