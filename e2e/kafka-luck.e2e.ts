import type { Page } from '@playwright/test'
import { z } from 'zod'
import { changeHealing, createCluster, stateOf } from './api'
import { aws, expect, kafka, listens, test, type Mosaik } from './fixtures'

/** What goes wrong with Kafka itself in view: a broker that hangs, topics others change, names and numbers too large. */
test.use({ network: '127.81.0.0/16' })
test.describe.configure({ mode: 'serial' })

const clustersSchema = z.object({ clusters: z.array(z.object({ id: z.string(), name: z.string() })) })
const nodeSchema = z.object({ pid: z.number().nullable() })

async function clusterPath(mosaik: Mosaik, name: string): Promise<string> {
  const { clusters } = clustersSchema.parse(await (await fetch(`${mosaik.url}/api/console/clusters`)).json())
  return `${mosaik.url}/clusters/${clusters.find((each) => each.name === name)?.id}`
}

async function pidOf(mosaik: Mosaik, path: string, nodeId: number): Promise<number> {
  const address = path.replace(mosaik.url, `${mosaik.url}/api/console`)
  const { pid } = nodeSchema.parse(await (await fetch(`${address}/nodes/${nodeId}`)).json())
  if (pid === null) throw new Error('The broker does not run.')
  return pid
}

async function openTopic(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`${path}/topics/${name}`)
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

let luckArn = ''

test('of two people at one topic the second is told, and nothing is written over', async ({
  browser,
  mosaik,
}) => {
  luckArn = await createCluster(mosaik, 'luck')
  await expect.poll(() => stateOf(mosaik, luckArn), { timeout: 90_000 }).toBe('ACTIVE')
  const create = (name: string, partitions: number) =>
    aws(
      mosaik,
      'create-topic',
      '--cluster-arn',
      luckArn,
      '--topic-name',
      name,
      '--partition-count',
      `${partitions}`,
      '--replication-factor',
      '3',
    )
  await create('shared', 3)
  const path = await clusterPath(mosaik, 'luck')
  const contexts = await Promise.all([browser.newContext(), browser.newContext()])
  const [page, other] = await Promise.all(contexts.map((context) => context.newPage()))
  if (!page || !other) throw new Error('No pages.')
  for (const each of [page, other]) {
    await openTopic(each, path, 'shared')
    await each.getByRole('button', { name: 'Edit retention.ms' }).click()
  }
  await test.step('a setting changed by both', async () => {
    const [mine, theirs] = [page, other].map((each) => each.getByRole('dialog'))
    await mine?.getByLabel('Value', { exact: true }).fill('111111')
    await theirs?.getByLabel('Value', { exact: true }).fill('222222')
    await theirs?.getByRole('button', { name: 'Save' }).click()
    await expect(other.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByText('Someone else changed it meanwhile: it is 222222')).toBeVisible()
    await expect(page.getByLabel('Value', { exact: true })).toHaveValue('111111')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(other.getByText('222222').first()).toBeVisible()
    await page.getByRole('button', { name: 'Go on from the new value' }).click()
    await page.getByLabel('Value', { exact: true }).fill('333333')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(other.getByText('333333').first()).toBeVisible()
  })
  await test.step('deleted by the one while the other changes it', async () => {
    await page.getByRole('button', { name: 'Edit retention.ms' }).click()
    await other.getByRole('button', { name: 'Delete topic' }).click()
    await other.getByRole('dialog').getByRole('textbox').fill('shared')
    await other.getByRole('dialog').getByRole('button', { name: 'Delete topic' }).click()
    await expect(page.getByRole('heading', { name: 'There is no topic shared' })).toBeVisible()
    await page.getByRole('link', { name: 'Go to topics' }).click()
    await expect(page.getByRole('table').getByRole('link', { name: 'shared' })).toHaveCount(0)
  })
  await Promise.all(contexts.map((context) => context.close()))
})

test('a broker that hangs leaves its figures unknown, and no page waits for it for long', async ({
  page,
  mosaik,
}) => {
  const path = await clusterPath(mosaik, 'luck')
  await kafka(mosaik, [
    'luck',
    'topics',
    '--create',
    '--topic',
    'held',
    '--partitions',
    '6',
    '--replication-factor',
    '3',
  ])
  await kafka(mosaik, ['luck', 'console-producer', '--topic', 'held'], 'one\ntwo\n')
  const pid = await pidOf(mosaik, path, 2)
  // Else it would be ended and started anew within seconds.
  await changeHealing(mosaik, luckArn, 'paused')
  process.kill(pid, 'SIGSTOP')
  try {
    await page.goto(`${path}/topics`)
    await expect(page.getByRole('table').getByRole('link', { name: 'held' })).toBeVisible({ timeout: 15_000 })
    await expect(page.getByText(/Broker 2 does not answer/)).toBeVisible({ timeout: 45_000 })
    const row = page.getByRole('row', { name: /held/ })
    await expect(row.getByRole('cell').last()).toHaveText('–')
    await openTopic(page, path, 'held')
    await expect(page.getByText(/Broker 2 does not answer/)).toBeVisible({ timeout: 45_000 })
    await expect(page.getByRole('table').first().getByText('Behind').first()).toBeVisible()
  } finally {
    process.kill(pid, 'SIGCONT')
    await changeHealing(mosaik, luckArn, 'on')
  }
  await page.goto(`${path}/topics`)
  const row = page.getByRole('row', { name: /held/ })
  await expect(row).toContainText('In sync', { timeout: 90_000 })
  await expect(row.getByRole('cell').last()).not.toHaveText('–', { timeout: 60_000 })
})

test('the longest name Kafka takes breaks no page', async ({ page, mosaik }) => {
  const path = await clusterPath(mosaik, 'luck')
  const name = 'n'.repeat(249)
  await aws(
    mosaik,
    'create-topic',
    '--cluster-arn',
    luckArn,
    '--topic-name',
    name,
    '--partition-count',
    '1',
    '--replication-factor',
    '3',
  )
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 })
    const fits = async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.goto(`${path}/topics`)
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await fits()
    await page.getByRole('button', { name: 'Delete topic' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox')).toBeFocused()
    // Such a name alone fills a phone: the dialog scrolls within itself.
    await dialog.getByRole('button', { name: 'Delete topic' }).scrollIntoViewIfNeeded()
    await expect(dialog.getByRole('button', { name: 'Delete topic' })).toBeInViewport()
    const box = await dialog.boundingBox()
    expect(box === null ? 0 : box.x + box.width).toBeLessThanOrEqual(width)
    await fits()
    await page.keyboard.press('Escape')
    await page.goto(`${path}/topics`)
    await expect(page.getByRole('link', { name })).toBeVisible()
    await fits()
  }
})

test('by keyboard alone, from a new cluster to a message to the last delete', async ({ page, mosaik }) => {
  test.slow()
  const keys = async (...all: string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }
  /** Tab to what is called so, as one who hears the page does. */
  const reach = async (role: 'button' | 'link' | 'textbox', name: string | RegExp) => {
    const target = page.getByRole(role, { name }).first()
    await expect(target).toBeVisible()
    for (let pressed = 0; pressed < 80; pressed += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
  const said = (words: string | RegExp) =>
    page.locator('output, [role=status], [aria-live=polite]').filter({ hasText: words })

  await test.step('a cluster', async () => {
    await page.goto(mosaik.url)
    await expect(page.getByRole('heading', { name: 'Clusters', level: 1 })).toBeVisible()
    await listens(page)
    await keys('c')
    await expect(page.getByLabel('Cluster name')).toBeFocused()
    await page.keyboard.type('hands')
    await reach('textbox', 'Cluster name')
    await page.getByRole('radio', { name: /Three zones/ }).waitFor()
    for (let pressed = 0; pressed < 10; pressed += 1) {
      if (
        await page
          .getByRole('radio', { name: /Three zones/ })
          .evaluate((one) => one === document.activeElement)
      )
        break
      await keys('Tab')
    }
    // Held as long as a finger does: the choice follows the focus while the arrow is down.
    await page.keyboard.press('ArrowRight', { delay: 100 })
    await expect(page.getByRole('radio', { name: /Development/ })).toBeChecked()
    await expect(page.getByText('1 process starts on')).toBeVisible()
    await keys('Control+Enter')
    await expect(said('hands serves.')).toBeVisible({ timeout: 60_000 })
  })
  await test.step('a topic', async () => {
    await reach('link', /^Open hands/)
    await keys('Enter')
    await expect(said('hands serves all traffic.').first()).toBeVisible()
    await reach('link', 'Topics')
    await keys('Enter')
    await reach('button', 'Create topic')
    await keys('Enter')
    await expect(page.getByLabel('Topic name')).toBeFocused()
    await page.keyboard.type('letters')
    await keys('Enter')
    await expect(page.getByRole('heading', { name: 'letters', level: 1 })).toBeVisible()
  })
  await test.step('a message', async () => {
    await reach('link', 'Send a message')
    await keys('Enter')
    await reach('textbox', 'Message')
    await page.keyboard.type('by hand')
    await keys('Enter')
    await expect(page.getByText(/Topic letters, partition \d+, offset 0/)).toBeVisible()
  })
  await test.step('a question opens at its safe answer, and gives the focus back', async () => {
    await reach('button', 'Actions')
    await keys('Enter')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.type('Stop')
    await expect(page.getByRole('menuitem', { name: 'Stop cluster' })).toBeFocused()
    await keys('Enter')
    await expect(page.getByRole('button', { name: 'Keep it running' }).last()).toBeFocused()
    await keys('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Actions' })).toBeFocused()
  })
  await test.step('and all of it gone', async () => {
    await keys('Enter')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.type('Delete')
    await expect(page.getByRole('menuitem', { name: 'Delete cluster' })).toBeFocused()
    await keys('Enter')
    await expect(page.getByLabel('Type hands to confirm')).toBeFocused()
    await page.keyboard.type('hands')
    await keys('Enter')
    await expect(said('hands is gone')).toBeVisible({ timeout: 30_000 })
  })
})
