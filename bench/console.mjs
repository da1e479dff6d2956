// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { api } from './clusters.mjs'
import { firstLoad, openBrowser, openTimedPage, scrollToEnd } from './browser.mjs'
import { startFleet } from './fleet.mjs'
import { median, quantile } from './statistics.mjs'

/** @typedef {(what: string, bar: string, measured: string) => void} Row */

const LOADS = 5
/** What a page still loads and draws by itself is no part of an interaction. */
export const SETTLE_MS = 5_000
const TURNS = 5

/** The console with 200 clusters on the fake driver, in headless Chromium. @param {Row} row */
export async function consoleNumbers(row) {
  const mosaik = await startFleet('127.68.0.0/14')
  const browser = await openBrowser()
  try {
    const address = `${mosaik.url}/clusters`
    await loadNumbers(browser, address, row)
    const times = await listTimes(() => api(mosaik.url, '/api/console/clusters?region=us-east-1'))
    row('list of 200 clusters for a page, p99', '200 ms', `${quantile(times, 0.99).toFixed(0)} ms`)
    row(
      'interactions with 200 clusters, longest wait for a frame',
      '100 ms',
      await interactions(browser, address),
    )
  } finally {
    await browser.close()
    await mosaik.dispose()
  }
}

/** @param {import('@playwright/test').Browser} browser @param {string} address @param {Row} row */
async function loadNumbers(browser, address, row) {
  const loads = []
  for (let load = 0; load < LOADS; load++) {
    loads.push(
      await firstLoad(browser, address, (page) =>
        page.getByRole('link', { name: 'fleet-0', exact: true }).waitFor(),
      ),
    )
  }
  const kilobytes = Math.max(...loads.map(({ scriptBytes }) => scriptBytes)) / 1000
  row('first load of the clusters page, script compressed', '250 kB', `${kilobytes.toFixed(0)} kB`)
  const paints = loads.map(({ largestPaintMs }) => largestPaintMs)
  row('the same, largest paint, p50', '1.5 s', `${(median(paints) / 1000).toFixed(2)} s`)
  row('the same, layout shift', '0', Math.max(...loads.map(({ shift }) => shift)).toFixed(3))
}

/** @param {import('@playwright/test').Browser} browser @param {string} address */
async function interactions(browser, address) {
  const { page, time, close } = await openTimedPage(browser, address)
  const search = page.getByRole('searchbox', { name: 'Name, version, address' })
  await search.waitFor()
  await sleep(SETTLE_MS)
  /** @type {Record<string, () => Promise<unknown>>} */
  const acts = {
    typing: async () => {
      await search.focus()
      await page.keyboard.type('fleet-19', { delay: 60 })
      await page.keyboard.press('Escape')
    },
    sorting: () => page.getByRole('button', { name: 'State' }).click(),
    filtering: async () => {
      const active = page.getByRole('button', { name: /^Active/ })
      await active.click()
      await active.click()
    },
    'the palette': async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
      await page.keyboard.type('fleet-7', { delay: 60 })
      await page.keyboard.press('Escape')
    },
    'J and K': async () => {
      for (const key of 'jjjjjjkkk') await page.keyboard.press(key, { delay: 20 })
    },
    'opening a row': async () => {
      await page.getByRole('link', { name: 'fleet-0', exact: true }).click()
      await page.getByRole('heading', { name: 'fleet-0', level: 1 }).waitFor()
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

/**
 * @param {Record<string, () => Promise<unknown>>} acts
 * @param {(interact: () => Promise<unknown>) => Promise<number>} time
 * @param {import('@playwright/test').Page} page
 */
export async function longestWaits(acts, time, page) {
  /** @type {[name: string, ms: number][]} */
  const waits = []
  for (const [name, act] of Object.entries(acts)) {
    const turns = []
    for (let turn = 0; turn < TURNS; turn++) turns.push(await time(act))
    waits.push([name, Math.max(...turns)])
  }
  const scrolls = []
  for (let turn = 0; turn < TURNS; turn++) scrolls.push(await scrollToEnd(page))
  waits.push(['scrolling', Math.max(...scrolls)])
  const [name, ms] = waits.toSorted((left, right) => right[1] - left[1])[0] ?? ['', Number.NaN]
  process.stderr.write(`${waits.map(([each, wait]) => `${each} ${wait.toFixed(0)} ms`).join(', ')}\n`)
  return `${ms.toFixed(0)} ms (${name})`
}

/** @param {() => Promise<unknown>} ask */
export async function listTimes(ask) {
  const times = []
  for (let index = 0; index < 100; index++) {
    const startedAt = performance.now()
    await ask()
    times.push(performance.now() - startedAt)
  }
  return times
}
