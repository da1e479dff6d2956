// @ts-check
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, ownIdentity } from '../system/process-identity.mjs'

/**
 * `server.json` tells other commands which process serves a home and where. It is a hint only: the lock decides who
 * owns a home, and a file whose process is gone counts as absent.
 *
 * @typedef {import('../system/process-identity.mjs').ProcessIdentity & { url: string | null }} ServerFile
 */

/** @param {string} home */
const fileOf = (home) => join(home, 'server.json')

/** @param {string} home @param {string | null} url null while it starts */
export function writeServerFile(home, url) {
  const content = { ...ownIdentity(), url }
  writeFileSync(fileOf(home), `${JSON.stringify(content)}\n`, { mode: 0o600 })
}

/** @param {string} home @returns {ServerFile | null} */
export function readServerFile(home) {
  try {
    const { pid, startTicks, url } = JSON.parse(readFileSync(fileOf(home), 'utf8'))
    const server = {
      pid: Number(pid),
      startTicks: String(startTicks),
      url: typeof url === 'string' ? url : null,
    }
    return isRunning(server) ? server : null
  } catch {
    return null
  }
}

/** @param {string} home */
export const removeServerFile = (home) => rmSync(fileOf(home), { force: true })
