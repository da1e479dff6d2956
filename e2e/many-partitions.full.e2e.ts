import { clusterIdOf, createCluster, stateOf } from './api'
import { aws, expect, test } from './fixtures'

test.use({ network: '127.85.0.0/16' })

test('five thousand partitions are read, sorted and scrolled without a wait', async ({ page, mosaik }) => {
  test.slow()
  const arn = await createCluster(mosaik, 'many', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  await aws(
    mosaik,
    'create-topic',
    '--cluster-arn',
    arn,
    '--topic-name',
    'wide',
    '--partition-count',
    '5000',
    '--replication-factor',
    '1',
  )
  const id = clusterIdOf(arn)
  await page.goto(`${mosaik.url}/clusters/${id}/topics/wide`)
  await expect(page.getByText(/All 5,?000 partitions have a leader/)).toBeVisible({ timeout: 90_000 })
  const table = page.getByRole('table').first()
  await expect(table).toHaveAttribute('aria-rowcount', '5001')
  expect(await table.getByRole('row').count()).toBeLessThan(120)
  const first = table.locator('tbody tr[data-index="0"] td').first()
  const tookMs = async (act: () => Promise<void>, sign: () => Promise<void>) => {
    const startedAt = performance.now()
    await act()
    await sign()
    return performance.now() - startedAt
  }
  const head = table.getByRole('button', { name: 'Partition', exact: true })
  const sorting = await tookMs(
    () => head.click(),
    () => expect(first).toHaveText('4999'),
  )
  await page.mouse.move(5, 5)
  const scrolling = await tookMs(
    () => page.evaluate(() => globalThis.scrollTo(0, document.body.scrollHeight / 2)),
    () => expect(table.locator('tbody tr[data-index="2500"]')).toBeAttached(),
  )
  // A person sees both at once; the bound leaves room for a machine that runs other tests.
  expect(sorting).toBeLessThan(2000)
  expect(scrolling).toBeLessThan(2000)
})
