import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { createCluster, stateOf } from './api'
import { aws, expect, kafka, test, type Mosaik } from './fixtures'

/**
 * Every page and every dialog, in both languages and both themes: held to axe, and kept as pictures in
 * `test-results/pictures`, wide and as on a phone, for the eyes of whoever changes one.
 */
test.use({ network: '127.79.0.0/16' })
test.describe.configure({ mode: 'serial' })

const PICTURES = 'test-results/pictures'
const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

type View = {
  name: string
  path: string
  /** What is done to see it: a dialog opened, the end of a run awaited. */
  open?: (page: Page) => Promise<void>
}

/** Words of both languages: what is pressed is found by what it is called. */
const press =
  (name: RegExp, role: 'button' | 'menuitem' = 'button') =>
  async (page: Page) => {
    await page.getByRole(role, { name }).first().click()
  }
const inMenu = (name: RegExp) => async (page: Page) => {
  await press(/^(Actions|アクション)$/)(page)
  await press(name, 'menuitem')(page)
}

async function viewsOf(mosaik: Mosaik): Promise<readonly View[]> {
  const id = await clusterId(mosaik)
  const { operations } = await consoleCall(mosaik, 'operations', operationsSchema)
  const found = (name: string, kind: string) =>
    operations.find((each) => each.clusterName === name && each.kind === kind)
  const watched = (name: string, kind: string) => {
    const operation = found(name, kind)
    return `/clusters/${operation?.clusterId}/operations/${operation?.id}`
  }
  const cluster = `/clusters/${id}`
  return [
    { name: 'clusters', path: '/' },
    { name: 'clusters-nothing-found', path: '/clusters?q=nowhere' },
    { name: 'create', path: '/clusters/create' },
    { name: 'overview', path: cluster },
    { name: 'brokers', path: `${cluster}/brokers` },
    { name: 'broker', path: `${cluster}/nodes/1` },
    { name: 'controller', path: `${cluster}/nodes/10001` },
    { name: 'logs', path: `${cluster}/logs` },
    { name: 'topics', path: `${cluster}/topics` },
    { name: 'topic', path: `${cluster}/topics/orders` },
    { name: 'topic-gone', path: `${cluster}/topics/nothing` },
    { name: 'monitoring', path: `${cluster}/monitoring` },
    { name: 'upgrade', path: `${cluster}/upgrade` },
    { name: 'change', path: `${cluster}/change?brokers=2&type=kafka.m5.xlarge&volume=20` },
    { name: 'rebalance', path: `${cluster}/rebalance` },
    { name: 'leaders', path: `${cluster}/rebalance?topic=orders&leaders=chosen` },
    { name: 'replication', path: `${cluster}/rebalance?topic=orders&factor=2` },
    { name: 'operations-of-cluster', path: `${cluster}/operations` },
    { name: 'operation', path: watched('orders', 'CREATE') },
    { name: 'operation-of-gone', path: watched('passing', 'CREATE') },
    { name: 'cluster-gone', path: watched('passing', 'CREATE').replace(/\/operations.*/, '') },
    { name: 'alarms-of-cluster', path: `${cluster}/alarms` },
    { name: 'tags', path: `${cluster}/tags` },
    { name: 'availability', path: `${cluster}/availability` },
    { name: 'drills', path: `${cluster}/drills` },
    { name: 'client', path: `${cluster}/client` },
    { name: 'try', path: `${cluster}/try` },
    { name: 'try-run', path: `${cluster}/try?run=${await passedRun(mosaik)}` },
    { name: 'operations', path: '/operations' },
    { name: 'alarms', path: '/alarms' },
    { name: 'alarm-gone', path: '/alarms/named/nothing' },
    { name: 'webhooks', path: '/alarms/webhooks' },
    { name: 'network', path: '/network' },
    { name: 'not-found', path: '/nowhere' },
    { name: 'cluster-not-found', path: '/clusters/00000000-0000-4000-8000-000000000000' },
    { name: 'dialog-stop', path: cluster, open: inMenu(/^(Stop cluster|クラスターを停止)$/) },
    {
      name: 'dialog-pause-healing',
      path: cluster,
      open: inMenu(/^(Pause healing|自己修復を一時停止)$/),
    },
    { name: 'dialog-delete', path: cluster, open: inMenu(/^(Delete cluster|クラスターを削除)$/) },
    { name: 'dialog-create-alarm', path: `${cluster}/alarms?create=alarm` },
    { name: 'dialog-create-topic', path: `${cluster}/topics?create=topic` },
    {
      name: 'dialog-grow',
      path: `${cluster}/topics/orders`,
      open: press(/^(Add partitions|パーティションを追加)$/),
    },
    {
      name: 'dialog-delete-topic',
      path: `${cluster}/topics/orders`,
      open: press(/^(Delete topic|トピックを削除)$/),
    },
    { name: 'dialog-setting', path: `${cluster}/topics/orders?edit=retention.ms` },
    { name: 'dialog-help', path: '/clusters', open: (page) => page.keyboard.press('?') },
    { name: 'dialog-palette', path: '/clusters', open: (page) => page.keyboard.press('Control+k') },
    {
      name: 'dialog-log',
      path: watched('orders', 'CREATE'),
      open: press(/^(Log of broker 1|ブローカー 1 のログ)$/i),
    },
  ]
}

const clustersSchema = z.object({ clusters: z.array(z.object({ id: z.string(), name: z.string() })) })
const operationsSchema = z.object({
  operations: z.array(
    z.object({ id: z.string(), clusterId: z.string(), clusterName: z.string(), kind: z.string() }),
  ),
})

const trySchema = z.object({ runs: z.array(z.object({ id: z.string(), state: z.string() })) })

async function consoleCall<T>(mosaik: Mosaik, path: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await fetch(`${mosaik.url}/api/console/${path}`)).json())
}

async function clusterId(mosaik: Mosaik): Promise<string> {
  const { clusters } = await consoleCall(mosaik, 'clusters', clustersSchema)
  return clusters.find(({ name }) => name === 'orders')?.id ?? ''
}

/** Records through every broker, once for all pictures. */
async function passedRun(mosaik: Mosaik): Promise<string> {
  const { runs } = await consoleCall(mosaik, `clusters/${await clusterId(mosaik)}/try`, trySchema)
  return runs.find(({ state }) => state === 'complete')?.id ?? ''
}

/** A theme changes nothing but colours: in the second one only these are looked at again. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // No page has a frame; the other mode opens a page of its own for each run.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  if (theme === 'dark') axe.options({ runOnly: { type: 'rule', values: ['color-contrast'] } })
  const { violations: found } = await axe.analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('a cluster at work, one that is stopped, one that is gone', async ({ mosaik }) => {
  const arn = await createCluster(mosaik, 'orders', { team: 'sales', 'cost-centre': '4711' })
  const stopped = await createCluster(mosaik, 'sandbox', { 'mosaik:shape': 'development' })
  const gone = await createCluster(mosaik, 'passing', { 'mosaik:shape': 'development' })
  for (const each of [arn, stopped, gone]) {
    await expect.poll(() => stateOf(mosaik, each), { timeout: 90_000 }).toBe('ACTIVE')
  }
  await fetch(`${mosaik.url}/v1/clusters/${encodeURIComponent(gone)}`, { method: 'DELETE' })
  const { clusters } = await consoleCall(mosaik, 'clusters', clustersSchema)
  await fetch(
    `${mosaik.url}/api/console/clusters/${clusters.find(({ name }) => name === 'sandbox')?.id}/power`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ power: 'off' }),
    },
  )
  const topics = ['orders', 'payments', 'shipments.eu-central', 'customer-profile-changes', 'dead-letters']
  for (const [place, topic] of topics.entries()) {
    const counts = ['--partition-count', String(3 * (place + 1)), '--replication-factor', '3']
    await aws(mosaik, 'create-topic', '--cluster-arn', arn, '--topic-name', topic, ...counts)
  }
  const lines = Array.from({ length: 500 }, (_, nth) => `order ${nth}\n`).join('')
  await kafka(mosaik, ['orders', 'console-producer', '--topic', 'orders'], lines)
  await fetch(`${mosaik.url}/api/console/clusters/${await clusterId(mosaik)}/try`, { method: 'POST' })
  await expect.poll(() => passedRun(mosaik)).not.toBe('')
  await expect.poll(() => stateOf(mosaik, gone)).toBe('GONE')
})

for (const locale of ['en', 'ja'] as const) {
  test(`every page has no accessibility violation and its pictures, ${locale}`, async ({
    browser,
    mosaik,
  }) => {
    test.slow()
    const page = await browser.newPage({
      locale: locale === 'ja' ? 'ja-JP' : 'en-GB',
      viewport: SIZES.wide,
      reducedMotion: 'reduce',
    })
    for (const view of await viewsOf(mosaik)) {
      await visit(page, mosaik, view)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect.soft(await violations(page, colorScheme), `${view.name} ${colorScheme}`).toEqual([])
        for (const [size, viewport] of Object.entries(SIZES)) {
          await page.setViewportSize(viewport)
          // Charts follow a new width a frame later.
          await expectSoftly
            .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
              message: `${view.name} ${size} is not scrolled sideways`,
            })
            .toBeLessThanOrEqual(viewport.width)
          await page.screenshot({
            path: `${PICTURES}/${view.name}-${size}-${colorScheme}-${locale}.png`,
            fullPage: !isDialog(view),
          })
        }
        await page.setViewportSize(SIZES.wide)
      }
    }
    await page.close()
  })
}

const expectSoftly = expect.configure({ soft: true })

const isDialog = ({ name }: View): boolean => name.startsWith('dialog')

async function visit(page: Page, mosaik: Mosaik, view: View): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${mosaik.url}${view.path}`)
  // Not by its role: what is under an open dialog has none.
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('main output:has(i)')).toHaveCount(0)
  await view.open?.(page)
  if (isDialog(view)) await expect(page.getByRole('dialog')).toBeVisible()
}
