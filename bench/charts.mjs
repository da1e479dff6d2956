// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser, openTimedPage } from './browser.mjs'
import { api, createRequest } from './clusters.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** How long the page stays open; memory is compared between the first and the last third. */
const MINUTES = Number(process.env.BENCH_CHART_MINUTES ?? 10)
/** Brokers report every ten seconds; a page that is later than this by as much again has dropped an update. */
const UPDATE_EVERY_MS = 10_000
const TURNS = 5

/**
 * The monitoring page of a cluster of six brokers on the fake driver: sixteen charts, most of six series.
 *
 * @param {(what: string, bar: string, measured: string) => void} row
 */
export async function chartNumbers(row) {
  const mosaik = await startMosaik({ network: '127.69.0.0/16', environment: { MOSAIK_DRIVER: 'fake' } })
  const browser = await openBrowser()
  try {
    const request = createRequest('charts', 'msk')
    request.provisioned.numberOfBrokerNodes = 6
    const { clusterArn } = await api(mosaik.url, '/api/v2/clusters', { method: 'POST', body: request })
    const id = clusterArn.split('/')[2].slice(0, 36)
    const { page, time, close } = await openTimedPage(
      browser,
      `${mosaik.url}/clusters/${id}/monitoring?range=15m`,
    )
    await page.getByRole('slider', { name: /^Bytes in:/ }).waitFor({ timeout: 60_000 })
    await sleep(60_000)
    const waits = {
      crosshair: await longest(time, () => crosshair(page)),
      zoom: await longest(time, () => zoom(page)),
    }
    const words = Object.entries(waits).map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`)
    row('monitoring page, 16 charts of 6 series, longest wait for a frame', '50 ms', words.join(', '))
    const { dropped, updates, grownBytes } = await watch(page)
    row(`the same, live updates dropped in ${MINUTES} min`, '0', `${dropped} of ${updates}`)
    row('the same, memory grown', 'flat', `${(grownBytes / 1024 ** 2).toFixed(1)} MiB`)
    await close()
  } finally {
    await browser.close()
    await mosaik.dispose()
  }
}

/** @param {(interact: () => Promise<unknown>) => Promise<number>} time @param {() => Promise<unknown>} act */
async function longest(time, act) {
  const turns = []
  for (let turn = 0; turn < TURNS; turn++) turns.push(await time(act))
  return Math.max(...turns)
}

/** @param {Page} page */
async function plotOf(page) {
  const box = await page.getByRole('slider', { name: /^Bytes in:/ }).boundingBox()
  if (box === null) throw new Error('The chart has no place.')
  return box
}

/** @param {Page} page */
async function crosshair(page) {
  const { x, y, width } = await plotOf(page)
  await page.mouse.move(x + width * 0.3, y + 70)
  await page.mouse.move(x + width * 0.9, y + 70, { steps: 40 })
}

/** @param {Page} page */
async function zoom(page) {
  const { x, y, width } = await plotOf(page)
  await page.mouse.move(x + width * 0.5, y + 70)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.95, y + 70, { steps: 10 })
  await page.mouse.up()
  await sleep(1500)
  await page.getByRole('button', { name: '15 min' }).click()
  await sleep(1500)
}

/** @param {Page} page */
async function watch(page) {
  await page.mouse.move(5, 5)
  const network = await page.context().newCDPSession(page)
  const newest = () => page.getByRole('region', { name: 'Bytes in' }).locator('[data-moment]').textContent()
  const until = performance.now() + MINUTES * 60_000
  /** @type {number[]} */
  const heaps = []
  let [last, lastAt, updates, dropped] = [await newest(), performance.now(), 0, 0]
  while (performance.now() < until) {
    await sleep(500)
    const now = await newest()
    if (now !== last) {
      updates++
      if (performance.now() - lastAt > 2 * UPDATE_EVERY_MS) dropped++
      ;[last, lastAt] = [now, performance.now()]
      await network.send('HeapProfiler.collectGarbage')
      const { usedSize } = await network.send('Runtime.getHeapUsage')
      heaps.push(usedSize)
    }
  }
  const third = Math.max(1, Math.floor(heaps.length / 3))
  const mean = (/** @type {number[]} */ all) => all.reduce((sum, each) => sum + each, 0) / all.length
  return { updates, dropped, grownBytes: mean(heaps.slice(-third)) - mean(heaps.slice(0, third)) }
}
