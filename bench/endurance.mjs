// @ts-check
import { spawn } from 'node:child_process'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { api, createTimed, deleteTimed, until } from './clusters.mjs'

const MINUTES = Number(process.env.BENCH_MINUTES ?? 10)
const BUSY_A_CPU = 2
const AFTERWARDS_MS = 30_000

/**
 * Nobody is taken for dead because the processor was busy, or because the whole machine slept.
 *
 * @param {(what: string, bar: string, measured: string) => void} row
 */
export async function enduranceNumbers(row) {
  const mosaik = await startMosaik({ network: '127.127.0.0/16' })
  const { url } = mosaik
  try {
    const { arn } = await createTimed(url, 'patient', 'msk')
    const path = `/api/console/clusters/${String(arn.split('/')[2]).slice(0, 36)}`
    /** @returns {Promise<{ nodeId: number, pid: number | null }[]>} */
    const nodes = async () => (await api(url, path)).nodes
    const running = async () => (await nodes()).flatMap(({ pid }) => (pid === null ? [] : [pid]))
    const measure = async (
      /** @type {string} */ what,
      /** @type {(pids: readonly number[]) => Promise<void>} */ trouble,
    ) => {
      await sleep(AFTERWARDS_MS)
      const before = await running()
      await trouble(before)
      await sleep(AFTERWARDS_MS)
      await until(async () => (await api(url, path)).state === 'ACTIVE')
      const after = await running()
      const gone = before.filter((pid) => !after.includes(pid)).length
      row(`${MINUTES} minutes ${what}: nodes ended by Mosaik`, '0', `${gone} of ${before.length}`)
    }
    await measure(`of full CPU load (${BUSY_A_CPU} busy processes a CPU)`, underLoad)
    await measure('asleep, brokers and Mosaik alike', async (pids) =>
      asleep([...pids, await mosaik.serverPid()]),
    )
    await deleteTimed(url, arn)
  } finally {
    await mosaik.dispose()
  }
}

async function underLoad() {
  const busy = Array.from({ length: cpus().length * BUSY_A_CPU }, () =>
    spawn(process.execPath, ['-e', 'for (;;) {}'], { stdio: 'ignore' }),
  )
  await sleep(MINUTES * 60_000)
  for (const child of busy) child.kill('SIGKILL')
}

/** As a machine that is suspended: nobody runs, and the clock goes on. @param {readonly number[]} pids */
async function asleep(pids) {
  // Mosaik last to sleep would see the brokers sleep: on a real machine nobody sees it.
  for (const pid of pids.toReversed()) process.kill(pid, 'SIGSTOP')
  await sleep(MINUTES * 60_000)
  for (const pid of pids) process.kill(pid, 'SIGCONT')
}
