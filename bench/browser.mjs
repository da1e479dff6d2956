// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { provideChromium } from '../bin/checks/chromium.mjs'

/**
 * What a person feels, measured by the browser itself. An interaction is real input (it goes through the browser's
 * own input pipeline) and counts from the moment it happened to the next frame on the screen, as the Event Timing API
 * reports it; that API rounds to 8 ms and leaves out what took less than 16.
 */
export async function openBrowser() {
  const found = await provideChromium(process.env)
  if (found === null) throw new Error('Measuring the console needs Chromium.')
  return chromium.launch({
    executablePath: found.path,
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
}

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

const SIZE = { viewport: { width: 1440, height: 900 }, locale: 'en-US' }
/** Shorter ones are not reported; this is what such an interaction is counted as. */
const SHORTEST_MS = 16

/**
 * One visit with an empty cache: script over the wire, largest paint, and how much moved on the page.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {(page: Page) => Promise<void>} untilShown
 */
export async function firstLoad(browser, url, untilShown) {
  const context = await browser.newContext(SIZE)
  try {
    const page = await context.newPage()
    await page.addInitScript(watchPaints)
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    const scripts = new Set()
    let scriptBytes = 0
    network.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId)
    })
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scriptBytes += encodedDataLength
    })
    await page.goto(url)
    await untilShown(page)
    await page.waitForLoadState('networkidle').catch(() => undefined)
    // The last paint and what a late look at the server may still move.
    await sleep(2_000)
    const { largestPaintMs, shift } = await page.evaluate(() => Reflect.get(globalThis, 'seen'))
    return { scriptBytes, largestPaintMs: Number(largestPaintMs), shift: Number(shift) }
  } finally {
    await context.close()
  }
}

/** Runs in the page, before anything of its own. */
function watchPaints() {
  const seen = { largestPaintMs: 0, shift: 0 }
  Reflect.set(globalThis, 'seen', seen)
  /** @param {string} type @param {(entry: any) => void} take */
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  watch('largest-contentful-paint', ({ startTime }) => (seen.largestPaintMs = startTime))
  watch('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value
  })
}

/**
 * A page on which interactions are timed: `time` does something and returns the longest wait of it for a frame.
 *
 * @param {Browser} browser
 * @param {string} url
 */
export async function openTimedPage(browser, url) {
  const context = await browser.newContext(SIZE)
  const page = await context.newPage()
  await page.addInitScript(watchEvents)
  await page.goto(url)
  return {
    page,
    /** @param {() => Promise<unknown>} interact */
    time: async (interact) => {
      await page.evaluate(() => void Reflect.get(globalThis, 'waits').splice(0))
      await interact()
      // Entries come after the frame they tell of.
      await sleep(400)
      const waits = await page.evaluate(() => Reflect.get(globalThis, 'waits'))
      return Math.max(SHORTEST_MS, ...waits.map(Number))
    },
    close: () => context.close(),
  }
}

function watchEvents() {
  /** @type {number[]} */
  const waits = []
  Reflect.set(globalThis, 'waits', waits)
  new PerformanceObserver((list) => waits.push(...list.getEntries().map(({ duration }) => duration))).observe(
    {
      type: 'event',
      durationThreshold: 16,
      buffered: true,
    },
  )
}

/**
 * Scrolling has no entry of its own: from the order to the end of the page until the frame with its last rows.
 *
 * @param {Page} page
 */
export const scrollToEnd = (page) =>
  page.evaluate(async () => {
    const startedAt = performance.now()
    globalThis.scrollTo(0, document.documentElement.scrollHeight)
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // The first frame draws the rows, the second begins when it is on the screen.
    await frame()
    await frame()
    const took = performance.now() - startedAt
    globalThis.scrollTo(0, 0)
    await frame()
    return took
  })
