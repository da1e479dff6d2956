import type { Page } from '@playwright/test'
import { createCluster } from './api'
import { expect, test, type Mosaik } from './fixtures'

/** The form of a creation, section by section. Fake brokers: what is chosen, kept, refused and asked for needs no Kafka. */
test.use({ network: '127.94.0.0/16', environment: { MOSAIK_DRIVER: 'fake' } })

const nameOf = (page: Page) => page.getByLabel('Cluster name')
const heading = (page: Page, name: string) => page.getByRole('heading', { name })
const createButton = (page: Page) => page.getByRole('button', { name: 'Create cluster' })

async function open(page: Page, { url }: Mosaik, step = '') {
  await page.goto(`${url}/clusters/create${step}`)
  await expect(page.getByRole('heading', { name: 'Create cluster', level: 1 })).toBeVisible()
}

async function next(page: Page, section: string) {
  await page.getByRole('button', { name: `Next: ${section}` }).click()
}

test('every section is walked, and the review says what is created', async ({ page, mosaik }) => {
  await fetch(`${mosaik.url}/v1/configurations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'shop',
      serverProperties: Buffer.from('num.partitions=3').toString('base64'),
    }),
  })
  await open(page, mosaik)
  await nameOf(page).fill('walked')
  await next(page, 'Zones and subnets')
  await expect(page).toHaveURL(/step=network$/)
  await page.getByRole('checkbox', { name: /subnet-1b/ }).uncheck()
  await page.getByRole('checkbox', { name: /subnet-1c/ }).uncheck()
  await next(page, 'Access')
  await expect(page.getByText('Choose two or three subnets')).toBeVisible()
  await page.getByLabel('Another subnet id').fill('subnet-0f1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('new: taken into use')).toBeVisible()
  await next(page, 'Access')
  await next(page, 'Brokers')
  await page.getByLabel('Brokers per zone').fill('2')
  await expect(page.getByText('4 brokers in all, over 2 zones')).toBeVisible()
  await page.getByLabel('Broker type').click()
  await expect(page.getByRole('option', { name: /kafka\.t3\.small/ })).toContainText('not for Kafka 4.3.1')
  await page.getByRole('option', { name: /kafka\.m5\.xlarge/ }).click()
  await page.getByRole('radio', { name: 'Server' }).click()
  await expect(page.getByText('of the type; 16 GiB memory on AWS')).toBeVisible()
  await page.getByLabel('Configuration', { exact: true }).click()
  await page.getByRole('option', { name: 'Revision 1' }).click()
  await next(page, 'Storage')
  await page.getByLabel('Storage per broker, GiB').fill('20')
  await next(page, 'Monitoring')
  await page.getByRole('switch', { name: 'JMX exporter' }).click()
  await next(page, 'Tags')
  await page.getByRole('button', { name: 'Add tag' }).click()
  const tag = page.getByRole('group', { name: 'Tag 1' })
  await tag.getByLabel('Name').fill('team')
  await tag.getByLabel('Value').fill('blue, green')
  await next(page, 'Review')

  await expect(page).toHaveURL(/step=review$/)
  const brokers = page.getByRole('region', { name: /^Brokers/ })
  await expect(brokers).toContainText('kafka.m5.xlarge')
  await expect(brokers).toContainText('4, 2 in each of 2 zones')
  await expect(brokers).toContainText('shop, revision 1')
  await expect(page.getByRole('region', { name: /^Zones and subnets/ })).toContainText(
    'us-east-1a, us-east-1b',
  )
  await expect(page.getByRole('region', { name: /^Monitoring/ })).toContainText('Open monitoringJMX exporter')
  await expect(page.getByLabel('AWS CLI command', { exact: true })).toContainText('"team":"blue, green"')
  await expect(page.getByLabel('AWS CLI command', { exact: true })).toContainText('"JmxExporter"')
  await expect(page.getByLabel('AWS CLI command', { exact: true })).toContainText('"ConfigurationInfo"')
  await page.getByRole('button', { name: 'Terraform' }).click()
  await expect(page.getByLabel('Terraform configuration', { exact: true })).toContainText(
    'number_of_broker_nodes = 4',
  )
  await page.reload()
  await expect(page.getByLabel('Terraform configuration', { exact: true })).toContainText(
    'cluster_name           = "walked"',
  )

  await createButton(page).click()
  await expect(page).toHaveURL(/\/operations\//)
  await expect(page.getByText('Complete').first()).toBeVisible({ timeout: 60_000 })
  const { clusters } = await listed(mosaik)
  expect(clusters.map(({ name }) => name)).toContain('walked')
  await open(page, mosaik)
  await expect(nameOf(page)).toHaveValue('')
})

test('back and forward walk the steps, and a reload keeps what was typed', async ({ page, mosaik }) => {
  await open(page, mosaik)
  await nameOf(page).fill('kept')
  await next(page, 'Zones and subnets')
  await page.getByRole('link', { name: 'Edit Storage' }).click()
  await page.getByLabel('Storage per broker, GiB').fill('0')
  await page.goBack()
  await expect(page.getByLabel('Another subnet id')).toBeVisible()
  await expect(heading(page, 'Storage (to be corrected)')).toBeVisible()
  await page.goBack()
  await expect(nameOf(page)).toHaveValue('kept')
  await page.goForward()
  await page.goForward()
  await expect(page.getByLabel('Storage per broker, GiB')).toHaveValue('0')
  await page.reload()
  await expect(page.getByLabel('Storage per broker, GiB')).toHaveValue('0')
  await expect(page.getByText('A whole number from 1 to 16,384.')).toBeVisible()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(nameOf(page)).toBeFocused()
  await expect(nameOf(page)).toHaveValue('')
  await page.reload()
  await expect(nameOf(page)).toHaveValue('')
})

test('Create leads to what is to be corrected', async ({ page, mosaik }) => {
  await open(page, mosaik, '?step=storage')
  await page.getByLabel('Storage per broker, GiB').fill('many')
  await page.getByRole('link', { name: 'Edit Tags' }).click()
  await createButton(page).click()
  await expect(nameOf(page)).toBeFocused()
  await expect(page.getByText('Give the cluster a name.')).toBeVisible()
  await nameOf(page).fill('led')
  await createButton(page).click()
  await expect(page.getByLabel('Storage per broker, GiB')).toBeFocused()
})

for (const [what, name, told] of [
  ['markup', '<img src=x onerror=alert(1)>', 'Only letters, digits and hyphens; < is not one.'],
  ['emoji', '🚀🚀', 'Only letters, digits and hyphens; 🚀 is not one.'],
  ['249 characters', 'o'.repeat(249), 'At most 64 characters; this is 249.'],
] as const) {
  test(`a name of ${what} is told in words at the field`, async ({ page, mosaik }) => {
    await open(page, mosaik)
    await nameOf(page).fill(name)
    await nameOf(page).blur()
    await expect(page.getByText(told)).toBeVisible()
    await expect(nameOf(page)).toHaveAttribute('aria-invalid', 'true')
    await page.getByRole('link', { name: 'Edit Brokers' }).click()
    await expect(page.getByLabel('Brokers per zone')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440)
  })
}

test('two presses make one cluster', async ({ page, mosaik }) => {
  await open(page, mosaik)
  await nameOf(page).fill('once')
  await expect(page.getByText('6 processes start on')).toBeVisible()
  await createButton(page).dblclick()
  await expect(page).toHaveURL(/\/operations\//)
  const { clusters } = await listed(mosaik)
  expect(clusters.filter(({ name }) => name === 'once')).toHaveLength(1)
})

test('the keyboard alone is enough', async ({ page, mosaik }) => {
  await open(page, mosaik)
  await expect(nameOf(page)).toBeFocused()
  await page.keyboard.type('typed')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Zones and subnets')).toBeFocused()
  await expect(page.getByRole('checkbox', { name: /subnet-1a/ })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /subnet-1a/ })).not.toBeChecked()
  await expect(page.getByText('5 processes start on')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/operations\//)
})

test('a refusal is worded in Japanese, at the field and in the plan', async ({ browser, mosaik }) => {
  await createCluster(mosaik, 'taken')
  const page = await browser.newPage({ locale: 'ja-JP' })
  await page.goto(`${mosaik.url}/clusters/create`)
  await page.getByLabel('クラスター名').fill('taken')
  const taken = 'us-east-1 には taken という名前のクラスターがすでにあります。'
  await expect(page.getByText(taken)).toHaveCount(2)
  await page.getByLabel('クラスター名').fill('free')
  await page.getByRole('link', { name: '編集 ブローカー' }).click()
  await page.getByLabel('ゾーンあたりのブローカー数').fill('20')
  await page.getByRole('radio', { name: 'サーバー' }).click()
  await page.getByRole('link', { name: '編集 名前とバージョン' }).click()
  await page.getByLabel('Kafka バージョン').click()
  await page.getByRole('option', { name: /^2\.2\.1/ }).click()
  await expect(page.getByText('ブローカーは 30 台までですが、この設定では 60 台になります。')).toBeVisible()
  await page.getByRole('link', { name: '「ブローカー」で変更' }).click()
  await expect(page.getByLabel('ゾーンあたりのブローカー数')).toHaveAttribute('aria-invalid', 'true')
  await page.close()
})

async function listed({ url }: Mosaik): Promise<{ clusters: { name: string }[] }> {
  return (await fetch(`${url}/api/console/clusters`)).json()
}
