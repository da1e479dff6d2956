// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createTimed } from '../bench/clusters.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { growthAnHour, judge, percent } from './judge.mjs'
import { loadCluster } from './load.mjs'
import { sample } from './sample.mjs'

/**
 * `npm run soak -- --minutes 120`: three clusters under a light load, for as long as one likes. Nothing may grow that
 * does not stop growing; what it says at the end is the verdict.
 */
const NODES = 18
const CLUSTERS = 3
const SAMPLE_MS = 60_000
/** The store of metrics fills until its first points are old enough to go: its documented bound is what holds. */
const METRICS_BYTES_MAX = CLUSTERS * 512 * 2 ** 20

const { values } = parseArgs({ options: { minutes: { type: 'string' } } })
const minutes = Number(values.minutes ?? 120)
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`)

const mosaik = await startMosaik({ network: '127.147.0.0/16' })
/** @type {Map<string, number>} */
const failures = new Map()
const failed = (/** @type {string} */ what, /** @type {unknown} */ error) => {
  failures.set(what, (failures.get(what) ?? 0) + 1)
  say(`${what} failed: ${error instanceof Error ? error.message : String(error)}`)
}
/** @type {import('./judge.mjs').Sample[]} */
const samples = []
try {
  const clusters = []
  for (let number = 1; number <= CLUSTERS; number++)
    clusters.push(await createTimed(mosaik.url, `soak-${number}`, 'msk'))
  const pid = await mosaik.serverPid()
  const sinceMs = Date.now()
  const isOver = () => Date.now() - sinceMs > minutes * 60_000
  const loads = clusters.map(({ arn, bootstrap }) =>
    loadCluster({ url: mosaik.url, arn, bootstrap, isOver, failed }),
  )
  while (!isOver()) {
    const now = sample({ home: mosaik.home, pid, sinceMs })
    samples.push(now)
    say(JSON.stringify(now))
    await sleep(SAMPLE_MS)
  }
  await Promise.all(loads)
} finally {
  await mosaik.dispose()
}
for (const key of /** @type {const} */ ([
  'residentBytes',
  'descriptors',
  'threads',
  'databaseBytes',
  'metricsBytes',
]))
  say(`${key}: ${percent(growthAnHour(samples, key))} an hour`)
const broken = judge(samples, { nodes: NODES, metricsBytesMax: METRICS_BYTES_MAX })
for (const [what, count] of failures) say(`${what} failed ${count} times`)
for (const what of broken) say(`BROKEN: ${what}`)
say(broken.length === 0 ? 'Everything held.' : 'Not everything held.')
process.exitCode = broken.length === 0 ? 0 : 1
