// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { api, createTimed, deleteTimed } from './clusters.mjs'
import { cpuMsOf } from './processes.mjs'
import { median } from './statistics.mjs'

const MEASURED_MS = 30_000
const ROUNDS = 3
const EVERY_MS = 2_000
/** It begins once a cluster has settled. */
const SETTLED_MS = 35_000

/**
 * What it costs to look all the time whether a cluster can be written and read: Mosaik's own CPU time with it and
 * without, turn about in one run.
 *
 * @param {(what: string, bar: string, measured: string) => void} row
 */
export async function availabilityNumbers(row) {
  const mosaik = await startMosaik({ network: '127.148.0.0/16' })
  try {
    const { arn } = await createTimed(mosaik.url, 'measured', 'msk')
    const path = `/api/console/clusters/${String(arn.split('/')[2]).slice(0, 36)}/availability`
    const pid = await mosaik.serverPid()
    const cost = async (/** @type {boolean} */ isOn) => {
      await api(mosaik.url, path, { method: 'POST', body: { isOn } })
      await sleep(isOn ? 6_000 : 3_000)
      const before = cpuMsOf(pid) ?? 0
      await sleep(MEASURED_MS)
      return ((cpuMsOf(pid) ?? 0) - before) / (MEASURED_MS / EVERY_MS)
    }
    await sleep(SETTLED_MS)
    /** @type {number[]} */
    const differences = []
    for (let round = 0; round < ROUNDS; round++) differences.push((await cost(true)) - (await cost(false)))
    const figure = median(differences)
    row(
      'availability of 3 brokers measured every 2 s: Mosaik’s CPU time an attempt; of one core',
      '–',
      `${figure.toFixed(1)} ms; ${((100 * figure) / EVERY_MS).toFixed(2)} %`,
    )
    await deleteTimed(mosaik.url, arn)
  } finally {
    await mosaik.dispose()
  }
}
