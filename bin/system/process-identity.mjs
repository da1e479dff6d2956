// @ts-check
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A pid alone names nobody: the system gives it again to the next process. A pid together with the instant that
 * process started does, so nothing here signals a process before both agree with what was written down.
 *
 * @typedef {{ pid: number, startTicks: string }} ProcessIdentity
 */

/**
 * When a process started, in the system's own count; null when there is none.
 * On Linux field 22 of /proc/PID/stat; elsewhere the start time as `ps` prints it.
 * @param {number} pid
 * @returns {string | null}
 */
export function startTicksOf(pid) {
  if (process.platform !== 'linux') return startTimeFromPs(pid)
  const fields = statFields(pid)
  if (!fields || fields[0] === 'X') return null
  // A zombie has ended, only its parent has not looked yet; but a dying JVM shows as one as soon as its first thread
  // is gone, while others still hold its sockets.
  if (fields[0] === 'Z' && Number(fields[17]) <= 1) return null
  return fields[19] ?? null
}

/** @param {ProcessIdentity} identity */
export const isRunning = ({ pid, startTicks }) => startTicksOf(pid) === startTicks

/** The identity of this very process. @returns {ProcessIdentity} */
export const ownIdentity = () => ({ pid: process.pid, startTicks: startTicksOf(process.pid) ?? '' })

/**
 * The command line of a process, empty when it is gone or hidden.
 * @param {number} pid
 * @returns {readonly string[]}
 */
export function commandLineOf(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ')
  } catch {
    return []
  }
}

/**
 * Asks a process to end, then forces it. Resolves when it is gone, which both outcomes reach.
 * @param {ProcessIdentity} identity
 * @param {number} graceMs
 * @returns {Promise<'ended' | 'forced'>}
 */
export async function endProcess(identity, graceMs) {
  signal(identity, 'SIGTERM')
  if (await isGoneWithin(identity, graceMs)) return 'ended'
  signal(identity, 'SIGKILL')
  await isGoneWithin(identity, 10_000)
  return 'forced'
}

/** @param {ProcessIdentity} identity @param {number} withinMs */
async function isGoneWithin(identity, withinMs) {
  const end = performance.now() + withinMs
  while (isRunning(identity)) {
    if (performance.now() > end) return false
    await sleep(20)
  }
  return true
}

/** @param {ProcessIdentity} identity @param {NodeJS.Signals} name */
function signal(identity, name) {
  if (!isRunning(identity)) return
  try {
    process.kill(identity.pid, name)
  } catch {
    // It ended between the look and the signal.
  }
}

/** Fields of /proc/PID/stat from the third on; the second is the command in parentheses and may hold anything. @param {number} pid */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** @param {number} pid */
function startTimeFromPs(pid) {
  try {
    const options = { encoding: /** @type {const} */ ('utf8'), env: { ...process.env, LC_ALL: 'C' } }
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options)
        .trim()
        .replaceAll(/\s+/g, ' ') || null
    )
  } catch {
    return null
  }
}
