import { createCluster, deleteCluster, stateOf } from './api'
import { expect, test } from './fixtures'

/** Browsers allow six connections a host: eight tabs stay live only if they share one event stream. */
test.use({ network: '127.75.0.0/16' })

test('eight tabs stay live, and Ctrl-C ends the console within two seconds while they are open', async ({
  context,
  mosaik,
}) => {
  const tabs = await Promise.all(Array.from({ length: 8 }, () => context.newPage()))
  for (const tab of tabs) await tab.goto(mosaik.url)

  const arn = await createCluster(mosaik, 'shown', { 'mosaik:shape': 'development' })
  for (const tab of tabs) {
    await expect(tab.getByRole('main').getByRole('link', { name: 'shown' })).toBeVisible()
    await expect(tab.getByRole('main').getByText('Active', { exact: true })).toBeVisible({ timeout: 60_000 })
  }

  const { code, tookMs } = await mosaik.interrupt()
  expect(code).toBe(0)
  expect(tookMs).toBeLessThan(2000)

  // The cluster outlived the console, the next start finds it, and the open pages come back by themselves.
  await mosaik.start()
  expect(await stateOf(mosaik, arn)).toBe('ACTIVE')
  await deleteCluster(mosaik, arn)
  for (const tab of tabs) {
    await expect(tab.getByRole('heading', { name: 'No clusters yet' })).toBeVisible({ timeout: 45_000 })
  }
})
