// @ts-check
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser, openTimedPage } from './browser.mjs'
import { api, createRequest, createTimed, deleteTimed, describeP99, until } from './clusters.mjs'
import { listTimes, longestWaits, SETTLE_MS } from './console.mjs'
import { prepareStandIn } from './stand-in/prepare.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { quantile, seconds } from './statistics.mjs'

/** @typedef {(what: string, bar: string, measured: string) => void} Row */

const SHOWINGS = 5

/** The list of topics where it is long, and how soon it shows what was made elsewhere. @param {Row} row */
export async function topicNumbers(row) {
  await longList(row)
  await showings(row)
}

/** 10,000 topics with 100,000 partitions, told by stand-ins for brokers. @param {Row} row */
async function longList(row) {
  const standIn = await prepareStandIn()
  const mosaik = await startMosaik({ network: '127.66.0.0/16', environment: standIn.environment })
  const browser = await openBrowser()
  try {
    const { clusterArn } = await api(mosaik.url, '/api/v2/clusters', {
      method: 'POST',
      body: createRequest('many-topics', 'msk'),
    })
    const path = `/v1/clusters/${encodeURIComponent(clusterArn)}`
    await until(async () => (await api(mosaik.url, path)).clusterInfo.state === 'ACTIVE')
    const id = String(clusterArn.split('/')[2]).slice(0, 36)
    const address = `${mosaik.url}/clusters/${id}/topics`
    row(
      'interactions with 10,000 topics, longest wait for a frame',
      '100 ms',
      await interactions(browser, address),
    )
    const { page, close } = await openTimedPage(browser, address)
    await page.getByRole('table').waitFor()
    const times = await listTimes(() => api(mosaik.url, `/api/console/clusters/${id}/topics`))
    row('list of 10,000 topics for a page, p99', '200 ms', `${quantile(times, 0.99).toFixed(0)} ms`)
    const p99 = await describeP99(mosaik.url, clusterArn)
    row('DescribeCluster p99 at 50 requests/s with such a list open', '20 ms', `${p99.toFixed(1)} ms`)
    await close()
    await deleteTimed(mosaik.url, clusterArn)
  } finally {
    await browser.close()
    await mosaik.dispose()
    await standIn.remove()
  }
}

/** @param {import('@playwright/test').Browser} browser @param {string} address */
async function interactions(browser, address) {
  const { page, time, close } = await openTimedPage(browser, address)
  const search = page.getByRole('searchbox', { name: 'Search topics' })
  await search.waitFor()
  await page.getByRole('table').waitFor()
  await sleep(SETTLE_MS)
  /** @type {Record<string, () => Promise<unknown>>} */
  const acts = {
    typing: async () => {
      await search.focus()
      await page.keyboard.type('orders', { delay: 60 })
      await page.keyboard.press('Escape')
    },
    sorting: () => page.getByRole('button', { name: 'Partitions' }).click(),
    filtering: async () => {
      await page.getByRole('button', { name: /^In sync/ }).click()
      await page.getByRole('button', { name: /^All/ }).click()
      await page.getByRole('switch').click()
    },
    'the palette': async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
      await page.keyboard.type('topics', { delay: 60 })
      await page.keyboard.press('Escape')
    },
    'J and K': async () => {
      for (const key of 'jjjjjjkkk') await page.keyboard.press(key, { delay: 20 })
    },
    'opening a row': async () => {
      await page.locator('[data-row-link]').first().click()
      await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
      await page.goBack()
      await search.waitFor()
    },
  }
  try {
    return await longestWaits(acts, time, page)
  } finally {
    await close()
  }
}

/** From a topic that is made, by Kafka's own tool or by another caller of the API, to its name on an open page. @param {Row} row */
async function showings(row) {
  const mosaik = await startMosaik({ network: '127.67.0.0/16' })
  const browser = await openBrowser()
  try {
    const { arn } = await createTimed(mosaik.url, 'shown', 'development')
    const id = String(arn.split('/')[2]).slice(0, 36)
    const { page, close } = await openTimedPage(browser, `${mosaik.url}/clusters/${id}/topics`)
    await page.getByRole('searchbox', { name: 'Search topics' }).waitFor()
    const here = []
    const elsewhere = []
    for (let showing = 0; showing < SHOWINGS; showing++) {
      const name = `here-${showing}`
      here.push(
        await untilShown(page, name, () =>
          api(mosaik.url, `/v1/clusters/${encodeURIComponent(arn)}/topics`, {
            method: 'POST',
            body: { topicName: name, partitionCount: 1, replicationFactor: 1 },
          }),
        ),
      )
      const other = `elsewhere-${showing}`
      elsewhere.push(await untilShown(page, other, () => createByTool(mosaik.env, other)))
    }
    row('a topic made here to visible on an open page, longest', '1 s', seconds(Math.max(...here)))
    row("a topic made by Kafka's own tool to visible, longest", '5 s', seconds(Math.max(...elsewhere)))
    await close()
    await deleteTimed(mosaik.url, arn)
  } finally {
    await browser.close()
    await mosaik.dispose()
  }
}

/**
 * From the moment it was made, as far as whoever made it knows.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {() => Promise<unknown>} create
 */
async function untilShown(page, name, create) {
  const shown = page.getByRole('link', { name, exact: true }).waitFor({ timeout: 20_000 })
  shown.catch(() => {})
  await create()
  const madeAt = performance.now()
  await shown
  return performance.now() - madeAt
}

/** @param {NodeJS.ProcessEnv} env @param {string} topic */
async function createByTool(env, topic) {
  const child = spawn(
    process.execPath,
    ['bin/mosaik.mjs', 'kafka', 'shown', 'topics', '--create', '--topic', topic, '--partitions', '1'],
    { env, stdio: 'ignore' },
  )
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`Kafka's tool ended with ${code}`)
}
