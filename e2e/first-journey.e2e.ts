import { expect, kafka, test } from './fixtures'

/** The main job in a browser, on real Kafka: from an empty home to a used, stopped, started and deleted cluster. */
test.use({ network: '127.74.0.0/16' })

test('from the first run to the last delete', async ({ page, mosaik }) => {
  test.slow()
  await test.step('an empty home explains itself and starts', async () => {
    await page.goto(mosaik.url)
    await expect(page.getByRole('heading', { name: 'No clusters yet' })).toBeVisible()
    await page.getByRole('link', { name: 'Create your first cluster' }).click()
    await expect(page).toHaveURL(/\/clusters\/create/)
  })

  await test.step('the review is the real plan', async () => {
    await page.getByLabel('Cluster name').fill('or_ders')
    await page.getByLabel('Cluster name').blur()
    await expect(page.getByText('Only letters, digits and hyphens')).toBeVisible()
    await page.getByLabel('Cluster name').fill('orders')
    await expect(page.getByText('6 processes start on')).toBeVisible()
    await expect(page.getByText('127.74.1.11:9092')).toBeVisible()
    await expect(page.getByText('--cluster-name orders')).toBeVisible()
    await page.getByRole('button', { name: 'Create cluster' }).click()
  })

  await test.step('every node is a row that comes up live', async () => {
    await expect(page.getByRole('heading', { name: 'Create cluster' })).toBeVisible()
    await expect(page).toHaveURL(/\/operations\//)
    for (const node of ['Broker 1', 'Broker 3', 'Controller 10001', 'Controller 10003']) {
      await expect(page.getByText(node, { exact: true }).first()).toBeVisible()
    }
    await page.reload()
    await expect(page.getByText('Complete').first()).toBeVisible({ timeout: 90_000 })
  })

  await test.step('a log is one click away', async () => {
    await page.getByRole('button', { name: 'Log of broker 1' }).click()
    await expect(page.getByRole('heading', { name: 'Log of broker 1' })).toBeVisible()
    await expect(page.getByText('Kafka Server started').first()).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the overview says how it stands and how to connect', async () => {
    await page.getByRole('link', { name: 'orders', exact: true }).first().click()
    await expect(page.getByText('orders serves all traffic.')).toBeVisible()
    await expect(page.getByText('Leader', { exact: true })).toBeVisible()
    await kafka(mosaik, [
      'orders',
      'topics',
      '--create',
      '--topic',
      'sold',
      '--partitions',
      '3',
      '--replication-factor',
      '3',
    ])
    await kafka(mosaik, ['orders', 'console-producer', '--topic', 'sold'], 'one\n')
    await expect(page.getByText('have every replica in sync')).toBeVisible({ timeout: 45_000 })
  })

  await test.step('stop keeps everything and start brings it back', async () => {
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Stop cluster' }).click()
    await page.getByRole('button', { name: 'Stop cluster' }).click()
    await expect(page.getByText('orders is stopped.')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Start cluster' }).click()
    await expect(page.getByText('orders serves all traffic.')).toBeVisible({ timeout: 90_000 })
    const read = ['console-consumer', '--topic', 'sold', '--from-beginning', '--max-messages', '1']
    expect(await kafka(mosaik, ['orders', ...read])).toContain('one')
  })

  await test.step('delete counts what is lost and wants the name', async () => {
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Delete cluster' }).click()
    const dialog = page.getByRole('dialog', { name: 'Delete orders?' })
    await expect(dialog.getByText('Stops 3 brokers and 3 controllers and removes')).toBeVisible()
    await expect(dialog.getByText('in 1 topic')).toBeVisible()
    await dialog.getByLabel('Type orders to confirm').fill('orders')
    await dialog.getByRole('button', { name: 'Delete cluster' }).click()
    await expect(page.getByText('orders is gone, with its processes and data')).toBeVisible({
      timeout: 30_000,
    })
    await page.getByRole('link', { name: 'All clusters' }).click()
    await expect(page.getByRole('heading', { name: 'No clusters yet' })).toBeVisible()
  })

  await test.step('what was done stays on record', async () => {
    await page.getByRole('link', { name: 'Operations' }).click()
    const table = page.getByRole('table', { name: 'Operations' })
    await expect(table.getByRole('link', { name: /cluster$/ })).toHaveText([
      'Delete cluster',
      'Start cluster',
      'Stop cluster',
      'Create cluster',
    ])
    await page.getByRole('searchbox').fill('stop')
    await expect(table.getByRole('row')).toHaveCount(2)
    await page.reload()
    await expect(table.getByRole('row')).toHaveCount(2)
  })
})
