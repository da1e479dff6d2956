// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { openBrowser, openTimedPage } from './browser.mjs'
import { createTimed, deleteTimed } from './clusters.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { seconds } from './statistics.mjs'

/** From the last record of a burst being acknowledged to its rate on a page that was open before. */

const BURSTS = 10
/** Bursts begin at different times of a step. */
const FURTHER_MS = 1_100
const RECORDS = Array.from({ length: 1_000 }, () => ({ value: 'x'.repeat(1_000) }))
const BATCHES = 20

/** @param {(what: string, bar: string, measured: string) => void} row */
export async function burstNumbers(row) {
  const mosaik = await startMosaik({ network: '127.74.0.0/16' })
  const browser = await openBrowser()
  try {
    const { arn, bootstrap } = await createTimed(mosaik.url, 'seen', 'development')
    const id = String(arn.split('/')[2]).slice(0, 36)
    const { page, close } = await openTimedPage(browser, `${mosaik.url}/clusters/${id}/monitoring?range=15m`)
    const rate = page.locator('dl').first().getByText('In', { exact: true }).locator('xpath=../../dd[1]')
    const kafka = new Kafka({
      brokers: bootstrap.split(','),
      logLevel: logLevel.NOTHING,
      retry: { retries: 20 },
    })
    const producer = kafka.producer()
    await producer.connect()
    const waits = []
    for (let burst = 0; burst < BURSTS; burst++) {
      await rate.filter({ hasNotText: 'MB/s' }).waitFor({ timeout: 120_000 })
      await sleep(burst * FURTHER_MS)
      const shown = rate.filter({ hasText: 'MB/s' }).waitFor({ timeout: 60_000 })
      shown.catch(() => {})
      for (let batch = 0; batch < BATCHES; batch++) await producer.send({ topic: 'bench', messages: RECORDS })
      const sentAt = performance.now()
      await shown
      waits.push(performance.now() - sentAt)
    }
    await producer.disconnect()
    row('a produced burst to visible on the open page, longest', '12 s', seconds(Math.max(...waits)))
    await close()
    await deleteTimed(mosaik.url, arn)
  } finally {
    await browser.close()
    await mosaik.dispose()
  }
}
