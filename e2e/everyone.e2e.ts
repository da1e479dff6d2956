import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createCluster, createConfiguration, stateOf } from './api'
import { expect, listens, test, type Mosaik } from './fixtures'

/** By keyboard, on a phone, in Japanese, in the dark: the same console for everyone. Fake brokers: nothing here needs Kafka. */
test.use({ network: '127.76.0.0/16', environment: { MOSAIK_DRIVER: 'fake' } })

async function openCluster(mosaik: Mosaik): Promise<string> {
  const found = await clusterId(mosaik)
  if (found) return `${mosaik.url}/clusters/${found}`
  await createConfiguration(mosaik, 'everyone', 'num.partitions=3\nunclean.leader.election.enable=true\n')
  const arn = await createCluster(mosaik, 'everyone')
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  return `${mosaik.url}/clusters/${await clusterId(mosaik)}`
}

async function clusterId(mosaik: Mosaik): Promise<string | undefined> {
  const text = await (await fetch(`${mosaik.url}/api/console/clusters`)).text()
  return /"id":"([0-9a-f-]{36})"/.exec(text)?.[1]
}

/** Every page there is. */
const pagesOf = (mosaik: Mosaik, cluster: string): readonly string[] => [
  mosaik.url,
  `${mosaik.url}/clusters/create`,
  cluster,
  `${cluster}/monitoring`,
  `${cluster}/brokers`,
  `${cluster}/nodes/1`,
  `${cluster}/nodes/10001`,
  `${cluster}/logs`,
  `${cluster}/topics`,
  `${cluster}/operations`,
  `${cluster}/configuration`,
  `${cluster}/configuration?all=kafka`,
  `${cluster}/configuration/apply`,
  `${cluster}/configuration/apply?configuration=default`,
  `${cluster}/upgrade`,
  `${cluster}/change?brokers=2&type=kafka.m5.xlarge&volume=200`,
  `${cluster}/rebalance`,
  `${cluster}/alarms`,
  `${cluster}/tags`,
  `${cluster}/availability`,
  `${cluster}/drills`,
  `${cluster}/client`,
  `${cluster}/try`,
  `${mosaik.url}/operations`,
  `${mosaik.url}/alarms`,
  `${mosaik.url}/alarms/webhooks`,
  `${mosaik.url}/configurations`,
  `${mosaik.url}/configurations/create`,
  `${mosaik.url}/configurations/create?view=form`,
  `${mosaik.url}/configurations/named/everyone`,
  `${mosaik.url}/configurations/named/everyone?show=changes&with=default`,
  `${mosaik.url}/configurations/named/everyone/edit`,
  `${mosaik.url}/network`,
]

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no accessibility violation on any page, ${colorScheme}`, async ({ page, mosaik }) => {
    const cluster = await openCluster(mosaik)
    await page.emulateMedia({ colorScheme })
    for (const address of [...pagesOf(mosaik, cluster), `${mosaik.url}/nowhere`]) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await violations(page), address).toEqual([])
    }
  })
}

test('fits a phone of 360 pixels without sideways scrolling', async ({ browser, mosaik }) => {
  const cluster = await openCluster(mosaik)
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  for (const address of pagesOf(mosaik, cluster)) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360)
  }
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Clusters' }).first().click()
  await expect(page.getByRole('heading', { name: 'Clusters', level: 1 })).toBeVisible()
  await page.close()
})

test('speaks Japanese to those who ask for it, and switches', async ({ browser, mosaik }) => {
  const cluster = await openCluster(mosaik)
  const page = await browser.newPage({ locale: 'ja-JP' })
  await page.goto(cluster)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await expect(page.getByText('アクティブ').first()).toBeVisible()
  await page.getByRole('button', { name: '言語' }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByText('everyone serves all traffic.')).toBeVisible()
  await page.close()
})

test('is usable by keyboard alone', async ({ page, mosaik }) => {
  await openCluster(mosaik)
  await page.goto(mosaik.url)
  await expect(page.getByRole('main').getByRole('link', { name: 'everyone' })).toBeVisible()
  await listens(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByText('everyone serves all traffic.')).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Clusters', level: 1 })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByLabel('Cluster name')).toBeFocused()
  await page.keyboard.type('c')
  await expect(page.getByLabel('Cluster name')).toHaveValue('c')
})
