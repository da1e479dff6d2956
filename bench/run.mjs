// @ts-check
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { availabilityNumbers } from './availability.mjs'
import { brokerNumbers } from './brokers.mjs'
import { burstNumbers } from './burst.mjs'
import { chartNumbers } from './charts.mjs'
import { api, createTimed, deleteTimed, describeP99, stopTimed } from './clusters.mjs'
import { configurationNumbers } from './configuration.mjs'
import { configurationTextNumbers } from './configuration-text.mjs'
import { consoleNumbers } from './console.mjs'
import { enduranceNumbers } from './endurance.mjs'
import { startFleet } from './fleet.mjs'
import { healingNumbers } from './healing.mjs'
import { pssOf, residentOf } from './memory.mjs'
import { metricNumbers } from './metrics.mjs'
import { metricsCostNumbers } from './metrics-cost.mjs'
import { restartNumbers } from './restart.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { median, quantile, seconds } from './statistics.mjs'
import { topicNumbers } from './topics.mjs'
import { upgradeNumbers } from './upgrade.mjs'
import { valueNumbers } from './values.mjs'
import { volumeNumbers } from './volumes.mjs'

/**
 * Prints the table of numbers the README carries. Ratios come from one run, alternating, because the machine's noise
 * is larger than what they compare. `BENCH_RUNS` (default 5) creations each; `BENCH_MINUTES` (default 10) of requests
 * before the server's memory is read. `npm run bench -- creations` measures one part; `console`, `topics`, `burst`,
 * `charts` and `configuration-text` need Chromium.
 */
const RUNS = Number(process.env.BENCH_RUNS ?? 5)
const MINUTES = Number(process.env.BENCH_MINUTES ?? 10)

/** @type {[string, string, string][]} */
const rows = []
const row = (/** @type {string} */ what, /** @type {string} */ bar, /** @type {string} */ measured) => {
  rows.push([what, bar, measured])
  process.stderr.write(`${what}: ${measured} (bar ${bar})\n`)
}

const PARTS = {
  creations,
  fleet,
  memory,
  console: () => consoleNumbers(row),
  topics: () => topicNumbers(row),
  metrics: () => metricNumbers(row),
  values: () => valueNumbers(row),
  'metrics-cost': () => metricsCostNumbers(row),
  burst: () => burstNumbers(row),
  charts: () => chartNumbers(row),
  brokers: () => brokerNumbers(row),
  upgrade: () => upgradeNumbers(row),
  volumes: () => volumeNumbers(row),
  healing: () => healingNumbers(row),
  availability: () => availabilityNumbers(row),
  restart: () => restartNumbers(row),
  endurance: () => enduranceNumbers(row),
  configuration: () => configurationNumbers(row),
  'configuration-text': () => configurationTextNumbers(row),
}
const asked = process.argv.slice(2)
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length === 0 || asked.includes(name)) await measure()
}
print()

async function creations() {
  const withArchive = await startMosaik({ network: '127.60.0.0/16' })
  const without = await startMosaik({ network: '127.61.0.0/16', environment: { MOSAIK_ARCHIVE: 'off' } })
  try {
    /** @type {Record<'on' | 'off' | 'development' | 'delete', number[]>} */
    const times = { on: [], off: [], development: [], delete: [] }
    await createAndDelete(withArchive.url, 'warm', 'msk')
    for (let run = 0; run < RUNS; run++) {
      const on = await createAndDelete(withArchive.url, `on-${run}`, 'msk')
      const off = await createAndDelete(without.url, `off-${run}`, 'msk')
      const development = await createAndDelete(withArchive.url, `dev-${run}`, 'development')
      times.on.push(on.firstRecordMs)
      times.off.push(off.firstRecordMs)
      times.development.push(development.firstRecordMs)
      times.delete.push(on.deleteMs)
    }
    const ratio = median(times.on.map((value, run) => value / (times.off[run] ?? Number.NaN)))
    row('3 + 3, call to ACTIVE and first record, p50', '8 s', seconds(median(times.on)))
    row('the same, ratio to the archive off', '0.80', ratio.toFixed(2))
    row('first creation after dropping the page cache', 'printed', await coldCreation(withArchive.url))
    row('development shape, p50', '4 s', seconds(median(times.development)))
    row('DeleteCluster to gone, p50', '2 s', seconds(median(times.delete)))
    const described = await createTimed(withArchive.url, 'described', 'msk')
    row(
      'DescribeCluster p99 at 50 requests/s',
      '20 ms',
      `${(await describeP99(withArchive.url, described.arn)).toFixed(1)} ms`,
    )
    await deleteTimed(withArchive.url, described.arn)
    row('second start to ready', '3 s', seconds(await restart(withArchive)))
  } finally {
    await withArchive.dispose()
    await without.dispose()
  }
}

/** @param {Awaited<ReturnType<typeof startMosaik>>} mosaik */
async function restart(mosaik) {
  await mosaik.interrupt()
  return mosaik.start()
}

/** @param {string} url @param {string} name @param {'msk' | 'development'} shape */
async function createAndDelete(url, name, shape) {
  const created = await createTimed(url, name, shape)
  return { ...created, deleteMs: await deleteTimed(url, created.arn) }
}

/** @param {string} url */
async function coldCreation(url) {
  try {
    execFileSync('sync')
    writeFileSync('/proc/sys/vm/drop_caches', '3')
  } catch {
    return 'not measured: dropping the page cache needs root'
  }
  return seconds((await createAndDelete(url, 'cold', 'msk')).firstRecordMs)
}

async function memory() {
  const mosaik = await startMosaik({ network: '127.62.0.0/16' })
  try {
    const clusters = []
    for (const [name, shape] of /** @type {const} */ ([
      ['a', 'msk'],
      ['b', 'msk'],
      ['dev', 'development'],
    ])) {
      clusters.push({ shape, ...(await createTimed(mosaik.url, name, shape)) })
    }
    await requests(
      mosaik.url,
      clusters.map(({ arn }) => arn),
      MINUTES,
    )
    const pss = await Promise.all(clusters.map(({ arn }) => pssOf(uuidOf(arn))))
    row('idle memory of 3 + 3 (Pss)', '900 MB', `${Math.round(((pss[0] ?? 0) * 1024 ** 2) / 1e6)} MB`)
    row(
      'idle memory of the development shape (Pss)',
      '250 MB',
      `${Math.round(((pss[2] ?? 0) * 1024 ** 2) / 1e6)} MB`,
    )
    const resident = await residentOf(await mosaik.serverPid())
    row(
      `console and API, 3 clusters, ${MINUTES} min of requests, resident`,
      '256 MiB',
      `${Math.round(resident)} MiB`,
    )
    const [first] = clusters
    if (first) row('stop of 3 + 3, data kept', '3 s', seconds(await stopTimed(mosaik.url, uuidOf(first.arn))))
    for (const { arn } of clusters) await deleteTimed(mosaik.url, arn)
  } finally {
    await mosaik.dispose()
  }
}

/** The cluster's id as it stands in its node processes' arguments. @param {string} arn */
function uuidOf(arn) {
  return arn.split('/')[2]?.slice(0, 36) ?? arn
}

/** Pages and API calls as a person and a script would make them. @param {string} url @param {string[]} arns @param {number} minutes */
async function requests(url, arns, minutes) {
  const until = performance.now() + minutes * 60_000
  let count = 0
  while (performance.now() < until) {
    const arn = encodeURIComponent(arns[count % arns.length] ?? '')
    await api(url, `/v1/clusters/${arn}`)
    await api(url, '/api/v2/clusters')
    if (count % 5 === 0) await fetch(`${url}/clusters`).then((response) => response.text())
    count++
    await sleep(200)
  }
}

/** The API with 200 clusters on the fake driver. */
async function fleet() {
  const mosaik = await startFleet('127.64.0.0/14')
  try {
    const times = []
    for (let index = 0; index < 100; index++) {
      const startedAt = performance.now()
      const first = await api(mosaik.url, '/v1/clusters?maxResults=100')
      await api(mosaik.url, `/v1/clusters?maxResults=100&nextToken=${encodeURIComponent(first.nextToken)}`)
      times.push(performance.now() - startedAt)
    }
    row('ListClusters with 200 clusters, both pages, p99', '100 ms', `${quantile(times, 0.99).toFixed(0)} ms`)
  } finally {
    await mosaik.dispose()
  }
}

function print() {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`
  process.stdout.write(`\n${machine}\n\n| What | Bar | Measured |\n|---|---|---|\n`)
  for (const cells of rows) process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
