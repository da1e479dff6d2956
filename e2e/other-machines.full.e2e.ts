import { execFileSync, spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { bootstrapOf, clusterIdOf, createCluster, deleteCluster, stateOf } from './api'
import { expect, type Mosaik, test } from './fixtures'

/**
 * A client in another network namespace, as a container is, produces through `MOSAIK_ADVERTISED_HOST`. Needs root
 * and `ip netns`; elsewhere it is skipped and says so.
 */
const HOST = '10.213.7.1'
const CLIENT = '10.213.7.2'
const NAMESPACE = 'mosaik-e2e'
const LINK = 'mosaik-e2e0'

test.use({ network: '127.73.0.0/16', environment: { MOSAIK_ADVERTISED_HOST: HOST } })

const ip = (...words: string[]) => spawnSync('ip', words, { encoding: 'utf8' })
const mayMakeNamespaces =
  process.platform === 'linux' && process.getuid?.() === 0 && ip('netns', 'list').status === 0

test.skip(!mayMakeNamespaces, 'needs Linux, root and the ip command')

test.beforeAll(() => {
  removeNamespace()
  for (const words of [
    ['netns', 'add', NAMESPACE],
    ['link', 'add', LINK, 'type', 'veth', 'peer', 'name', 'client0', 'netns', NAMESPACE],
    ['address', 'add', `${HOST}/30`, 'dev', LINK],
    ['link', 'set', LINK, 'up'],
    ['-n', NAMESPACE, 'address', 'add', `${CLIENT}/30`, 'dev', 'client0'],
    ['-n', NAMESPACE, 'link', 'set', 'client0', 'up'],
  ]) {
    expect(ip(...words).stderr).toBe('')
  }
})

test.afterAll(removeNamespace)

test('a client in another network namespace produces and consumes, as long as it may', async ({
  mosaik,
  page,
}) => {
  const arn = await createCluster(mosaik, 'shared', {
    'mosaik:access': 'other-machines',
    'mosaik:behaviour': 'assisted',
  })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  const bootstrap = await bootstrapOf(mosaik, arn, 'EXTERNAL_PLAINTEXT')
  expect(bootstrap.split(',')).toHaveLength(3)

  const script = join(import.meta.dirname, 'produce-and-consume.mjs')
  const words = ['netns', 'exec', NAMESPACE, process.execPath, script, bootstrap]
  const clientReads = () => execFileSync('ip', words, { encoding: 'utf8', timeout: 60_000 }).trim()
  expect(clientReads()).toBe('read back: hello')
  expect(await listens(bootstrap)).toBe(true)

  await chooseAccess(page, mosaik, arn, /^This machine/)
  expect(await listens(bootstrap)).toBe(false)
  await chooseAccess(page, mosaik, arn, /^Other machines too/)
  expect(await bootstrapOf(mosaik, arn, 'EXTERNAL_PLAINTEXT')).toBe(bootstrap)
  expect(clientReads()).toBe('read back: hello')
  await deleteCluster(mosaik, arn)
  await expect.poll(() => stateOf(mosaik, arn)).toBe('GONE')
})

/** In the console, as a rolling restart. */
async function chooseAccess(page: Page, mosaik: Mosaik, arn: string, name: RegExp): Promise<void> {
  await page.goto(`${mosaik.url}/clusters/${clusterIdOf(arn)}/change`)
  await page.getByRole('radio', { name }).click()
  const plan = page.getByRole('region', { name: 'What it does' })
  await expect(plan.getByRole('row', { name: /Who connects/ })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('access.png'), fullPage: true })
  await plan.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/\/operations\//)
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 120_000 }).toBe('ACTIVE')
}

/** Whether somebody listens at the first of these addresses. */
function listens(bootstrap: string): Promise<boolean> {
  const [host = '', port = ''] = (bootstrap.split(',')[0] ?? '').split(':')
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function removeNamespace(): void {
  // Deleting one end of the pair deletes both; either may be there from a run that was cut short.
  ip('link', 'delete', LINK)
  ip('netns', 'delete', NAMESPACE)
}
