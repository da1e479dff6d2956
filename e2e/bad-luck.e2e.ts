import type { BrowserContext, Page } from '@playwright/test'
import { z } from 'zod'
import { createCluster, deleteCluster, stateOf } from './api'
import { expect, test, type Mosaik } from './fixtures'

/**
 * What goes wrong while a page is open: the server goes away, others change or delete what one looks at, the browser
 * refuses. Fake brokers: nothing here needs Kafka.
 */
test.use({ network: '127.80.0.0/16', environment: { MOSAIK_DRIVER: 'fake' } })

const clustersSchema = z.object({ clusters: z.array(z.object({ id: z.string(), arn: z.string() })) })

async function openCluster(mosaik: Mosaik, name: string): Promise<{ arn: string; path: string }> {
  const arn = await createCluster(mosaik, name)
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  const { clusters } = clustersSchema.parse(await (await fetch(`${mosaik.url}/api/console/clusters`)).json())
  return { arn, path: `${mosaik.url}/clusters/${clusters.find((each) => each.arn === arn)?.id}` }
}

async function openPages(context: BrowserContext, addresses: readonly string[]): Promise<Page[]> {
  const pages = await Promise.all(addresses.map(() => context.newPage()))
  for (const [place, page] of pages.entries()) {
    await page.goto(addresses[place] ?? '')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  return pages
}

const tagCall = (mosaik: Mosaik, arn: string, method: 'POST' | 'DELETE', rest: string, body?: object) =>
  fetch(`${mosaik.url}/v1/tags/${encodeURIComponent(arn)}${rest}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const power = (mosaik: Mosaik, path: string, to: 'on' | 'off') =>
  fetch(`${mosaik.url}/api/console/clusters/${path.split('/').at(-1)}/power`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ power: to }),
  })

test('a server that goes away is told in words, and open pages go on by themselves', async ({
  context,
  mosaik,
}) => {
  const { arn, path } = await openCluster(mosaik, 'away')
  await tagCall(mosaik, arn, 'POST', '', { tags: { owner: 'sales' } })
  const pages = await openPages(context, [path, `${mosaik.url}/clusters/create`, `${path}/tags`, mosaik.url])
  const [overview, create, tags, clusters] = pages
  if (!overview || !create || !tags || !clusters) throw new Error('No pages.')
  await expect(overview.getByText('away serves all traffic.')).toBeVisible()
  await create.getByLabel('Cluster name').fill('typed-before')
  await tags.getByRole('button', { name: 'Change tag owner' }).click()
  await tags.getByRole('textbox', { name: 'Value of owner' }).fill('typed before')

  await mosaik.interrupt()
  await test.step('it is said, and what is shown stays and is old', async () => {
    for (const page of [overview, tags, clusters]) {
      await expect(page.getByText(/The server does not answer\..*npm start/)).toBeVisible({ timeout: 30_000 })
    }
    await expect(overview.getByText(/No new data for/)).toBeVisible()
    await expect(overview.getByText('No data', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
    await expect(overview.getByText(/Last seen Active/)).toBeVisible()
    await expect(overview.getByRole('heading', { name: 'away', level: 1 })).toBeVisible()
    await expect(overview.getByText('127.80.1.11:9092').first()).toBeVisible()
    await expect(clusters.getByRole('main').getByText('No data', { exact: true })).toBeVisible()
    await expect(clusters.getByText(/No answer for/)).toBeVisible()
  })
  await test.step('what is pressed meanwhile fails in words and keeps what was typed', async () => {
    await tags.getByRole('button', { name: 'Save' }).click()
    await expect(tags.getByText('The tag owner was not changed.')).toBeVisible()
    await expect(tags.getByRole('textbox', { name: 'Value of owner' })).toHaveValue('typed before')
    await expect(create.getByLabel('Cluster name')).toHaveValue('typed-before')
  })

  await mosaik.start()
  await test.step('it comes back without a reload', async () => {
    await expect(overview.getByText('away serves all traffic.')).toBeVisible({ timeout: 60_000 })
    for (const page of [overview, tags, clusters]) {
      await expect(page.getByText(/No new data for/)).toHaveCount(0, { timeout: 30_000 })
    }
    await tags.getByRole('button', { name: 'Save' }).click()
    await expect(tags.getByRole('list', { name: 'Tags' })).toContainText('typed before')
    await expect(create.getByLabel('Cluster name')).toHaveValue('typed-before')
    await expect(create.getByText('6 processes start on')).toBeVisible({ timeout: 30_000 })
  })
  for (const page of pages) await page.close()
})

test('a cluster deleted elsewhere is told on every page of it, and its operations lead on', async ({
  context,
  mosaik,
}) => {
  const { arn, path } = await openCluster(mosaik, 'passing')
  const pages = await openPages(context, [path, `${path}/nodes/1`, `${path}/tags`, `${path}/operations`])
  await deleteCluster(mosaik, arn)
  for (const page of pages) {
    await expect(page.getByRole('heading', { name: 'passing no longer exists' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Go to clusters' })).toBeVisible()
  }
  const [page] = pages
  if (!page) throw new Error('No page.')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'passing no longer exists' })).toBeVisible()
  await page.getByRole('link', { name: 'See how it was deleted' }).click()
  await expect(page.getByText('passing is gone, with its processes and data')).toBeVisible()

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Operations' }).click()
  const row = page.getByRole('row', { name: /Create cluster.*passing/ })
  await expect(row).toContainText('deleted')
  await expect(row.getByRole('link', { name: 'passing' })).toHaveCount(0)
  await row.getByRole('link', { name: 'Create cluster' }).click()
  await expect(page.getByRole('heading', { name: 'Create cluster', level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: /passing/ })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link')).toHaveText([
    'Clusters',
  ])
  for (const each of pages) await each.close()
})

test('of two people who change a tag the second is told, and nothing is written over', async ({
  browser,
  mosaik,
}) => {
  const { arn, path } = await openCluster(mosaik, 'shared')
  await tagCall(mosaik, arn, 'POST', '', { tags: { owner: 'sales', stage: 'test' } })
  const [mine, theirs] = await Promise.all([browser.newContext(), browser.newContext()])
  const [page] = await openPages(mine, [`${path}/tags`])
  const [other] = await openPages(theirs, [`${path}/tags`])
  if (!page || !other) throw new Error('No pages.')
  const change = async (who: Page, name: string, value: string) => {
    await who.getByRole('button', { name: `Change tag ${name}` }).click()
    await who.getByRole('textbox', { name: `Value of ${name}` }).fill(value)
  }
  await test.step('changed by both', async () => {
    await change(page, 'owner', 'mine')
    await change(other, 'owner', 'theirs')
    await other.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('it is “theirs” now')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Value of owner' })).toHaveValue('mine')
    await page.getByRole('button', { name: 'Save mine' }).click()
    await expect(other.getByRole('list', { name: 'Tags' })).toContainText('mine')
  })
  await test.step('removed by the one while the other changes it', async () => {
    await change(page, 'stage', 'production')
    await other.getByRole('button', { name: 'Remove tag stage' }).click()
    await expect(page.getByText('Someone removed this tag meanwhile.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Value of stage' })).toHaveValue('production')
    await page.getByRole('button', { name: 'Add mine again' }).click()
    await expect(other.getByRole('list', { name: 'Tags' })).toContainText('production')
  })
  await test.step('added by both', async () => {
    await page.getByLabel('New tag').fill('new')
    await page.getByLabel('Value', { exact: true }).fill('mine')
    await tagCall(mosaik, arn, 'POST', '', { tags: { new: 'theirs' } })
    await page.getByRole('button', { name: 'Add tag' }).click()
    // Told by the form, by the answer, or by both: that depends on when the news of the other's tag arrives.
    await expect(page.getByText(/already; change it above|was not written over/).first()).toBeVisible()
    await expect(page.getByRole('list', { name: 'Tags' })).toContainText('theirs')
  })
  await Promise.all([mine.close(), theirs.close()])
})

test('markup, emoji and long words are text like any other', async ({ page, mosaik }) => {
  const { arn, path } = await openCluster(mosaik, 'x'.repeat(64))
  const long = 'w'.repeat(128)
  const markup = '<img src=x onerror="document.title=1"><b>{0}</b> 🦊👩‍👩‍👧 \u202Egnp'
  await tagCall(mosaik, arn, 'POST', '', { tags: { '<script>': markup, [long]: 'v'.repeat(256) } })
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 })
    for (const address of [mosaik.url, path, `${path}/tags`, `${path}/client`, `${mosaik.url}/operations`]) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByText('x'.repeat(64)).first()).toBeAttached()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
        width,
      )
    }
    await page.goto(`${path}/tags`)
    await expect(page.getByText(markup)).toBeVisible()
    await expect(page.getByText(long)).toBeVisible()
    await expect(page.locator('main img, main script')).toHaveCount(0)
    await expect(page).toHaveTitle(/Tags/)
  }
})

test('a phone on its side: no page scrolls sideways, every dialog fits', async ({ browser, mosaik }) => {
  const { path } = await openCluster(mosaik, 'sideways')
  const viewport = { width: 740, height: 360 }
  const page = await browser.newPage({ viewport })
  const tabs = [
    '',
    '/brokers',
    '/nodes/1',
    '/nodes/10001',
    '/logs',
    '/topics',
    '/groups',
    '/monitoring/explore',
    '/operations',
    '/tags',
    '/availability',
    '/drills',
    '/client',
    '/try',
  ]
  const others = ['', '/clusters/create', '/operations', '/network']
  for (const address of [...others.map((each) => mosaik.url + each), ...tabs.map((tab) => path + tab)]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(740)
  }
  const fits = async (name: RegExp, button: string) => {
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    const box = await dialog.boundingBox()
    expect(box).not.toBeNull()
    if (box === null) return
    expect(Math.min(box.x, box.y), `${name}`).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width, `${name}`).toBeLessThanOrEqual(viewport.width)
    expect(box.y + box.height, `${name}`).toBeLessThanOrEqual(viewport.height)
    await dialog.getByRole('button', { name: button }).first().scrollIntoViewIfNeeded()
    await expect(dialog.getByRole('button', { name: button }).first()).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await page.goto(path)
  const acts = [
    ['Stop cluster', /Stop sideways/],
    ['Pause healing', /Pause healing of sideways/],
    ['Delete cluster', /Delete sideways/],
  ] as const
  for (const [act, question] of acts) {
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: act }).click()
    await fits(question, act)
  }
  await page.keyboard.press('?')
  await fits(/Keys/, 'Close')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeInViewport()
  await page.close()
})

test('a refused clipboard is said, and the text is handed out selected', async ({
  page,
  context,
  mosaik,
}) => {
  const { path } = await openCluster(mosaik, 'copied')
  await page.goto(path)
  const copy = page.getByRole('button', { name: 'Copy: This machine' })
  // What is granted is all that is granted: any other permission is refused.
  await context.grantPermissions(['geolocation'], { origin: mosaik.url })
  await copy.click()
  await expect(page.getByText(/no access to the clipboard/)).toBeVisible()
  const field = page.getByRole('textbox', { name: 'This machine' })
  await expect(field).toBeFocused()
  const selected = await field.evaluate((area) =>
    area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : '',
  )
  expect(selected).toBe(await field.inputValue())
  expect(selected).toMatch(/^127\.80\.\d+\.\d+:9092,/)
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(copy).toBeFocused()
  await context.grantPermissions(['clipboard-write'], { origin: mosaik.url })
  await copy.click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
})

test('the end of what one started is told, also after a reload and in a hidden tab, and only to its author', async ({
  context,
  browser,
  mosaik,
}) => {
  const { path } = await openCluster(mosaik, 'told')
  const [page] = await openPages(context, [path])
  const stranger = await browser.newContext()
  const [other] = await openPages(stranger, [mosaik.url])
  if (!page || !other) throw new Error('No pages.')
  const toast = (who: Page, kind: string) =>
    who.getByRole('region', { name: /Messages/ }).getByText(`${kind} cluster: told`)
  await test.step('on another page', async () => {
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Stop cluster' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop cluster' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Network' }).click()
    await expect(toast(page, 'Stop')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('link', { name: 'View operation' }).click()
    await expect(page.getByRole('heading', { name: 'Stop cluster', level: 1 })).toBeVisible()
  })
  await test.step('after a reload', async () => {
    await page.goto(path)
    await page.getByRole('button', { name: 'Start cluster' }).click()
    await expect(page.getByRole('link', { name: 'View operation' })).toBeVisible()
    await page.goto(`${mosaik.url}/network`)
    await expect(toast(page, 'Start')).toBeVisible({ timeout: 30_000 })
  })
  await test.step('in a hidden tab by its title', async () => {
    await page.goto(path)
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Stop cluster' }).click()
    await hide(page, true)
    await page.getByRole('dialog').getByRole('button', { name: 'Stop cluster' }).click()
    await expect(page).toHaveTitle(/^✓ /, { timeout: 30_000 })
    await hide(page, false)
    await expect(page).not.toHaveTitle(/^✓ /)
  })
  await test.step('not for what others started', async () => {
    await power(mosaik, path, 'on')
    await expect(page.getByText('told serves all traffic.')).toBeVisible({ timeout: 30_000 })
    await expect(toast(page, 'Start')).toHaveCount(0)
    await expect(other.getByRole('region', { name: /Messages/ }).getByRole('listitem')).toHaveCount(0)
  })
  await stranger.close()
  await page.close()
})

/** No browser here can put a tab behind another; the page is told that it was. */
const hide = (page: Page, hidden: boolean) =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

test('what changed elsewhere appears within a second, and the row under the pointer holds still', async ({
  page,
  mosaik,
}) => {
  const { path } = await openCluster(mosaik, 'm-read')
  await page.goto(mosaik.url)
  const row = page.getByRole('row', { name: /m-read/ })
  await row.hover()
  const before = await row.boundingBox()
  const seen = async (change: () => Promise<unknown>, sign: ReturnType<Page['getByText']>) => {
    await change()
    const startedAt = performance.now()
    await expect(sign).toBeVisible()
    return performance.now() - startedAt
  }
  const link = page.getByRole('main').getByRole('link', { name: 'a-newcomer' })
  expect(await seen(() => createCluster(mosaik, 'a-newcomer'), link)).toBeLessThan(1000)
  expect(await row.boundingBox()).toEqual(before)
  const stopped = row.getByText('Stopped', { exact: true })
  expect(await seen(() => power(mosaik, path, 'off'), stopped)).toBeLessThan(15_000)
  expect(await row.boundingBox()).toEqual(before)
  await page.mouse.move(5, 5)
  await expect.poll(async () => (await row.boundingBox())?.y).toBeGreaterThan(before?.y ?? 0)
})
