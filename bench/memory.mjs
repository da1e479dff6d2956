// @ts-check
import { readdir, readFile } from 'node:fs/promises'

/** Proportional set size of every process whose command line carries the mark, in MiB. @param {string} mark */
export async function pssOf(mark) {
  let kib = 0
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '')
    if (!command.includes(mark) || !command.includes('java')) continue
    const rollup = await readFile(`/proc/${entry}/smaps_rollup`, 'utf8').catch(() => '')
    kib += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0)
  }
  return kib / 1024
}

/** Resident memory of one process in MiB. @param {number} pid */
export async function residentOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
