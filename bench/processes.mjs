// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { api } from './clusters.mjs'

/** The kernel's hundredth of a second. */
const TICK_MS = 10

/** CPU time of a process so far, in milliseconds; null when it is gone. @param {number} pid */
export const cpuMsOf = (pid) => cpuMsAt(`/proc/${pid}`)

/** @param {string} folder */
function cpuMsAt(folder) {
  try {
    const fields = readFileSync(`${folder}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return null
  }
}

/**
 * CPU time of the threads whose name begins so, of several processes together. Threads that ended count no more.
 *
 * @param {readonly number[]} pids
 * @param {readonly string[]} names
 */
export function threadCpuMs(pids, names) {
  let sum = 0
  for (const folder of pids.flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}`),
  )) {
    const name = nameOf(folder)
    if (names.some((each) => name.startsWith(each))) sum += cpuMsAt(folder) ?? 0
  }
  return sum
}

/**
 * Process of each node of a cluster, by its id.
 *
 * @param {string} url
 * @param {string} clusterId
 * @param {readonly number[]} nodeIds
 */
export async function pidsOf(url, clusterId, nodeIds) {
  const nodes = await Promise.all(
    nodeIds.map((id) => api(url, `/api/console/clusters/${clusterId}/nodes/${id}`)),
  )
  return new Map(nodes.map(({ pid }, index) => [nodeIds[index] ?? 0, Number(pid)]))
}

/** @param {string} folder */
function nameOf(folder) {
  try {
    return readFileSync(`${folder}/comm`, 'utf8')
  } catch {
    return ''
  }
}
