import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { LOG_FILES_KEPT } from '../node/node-files'

/** server.log.3 … server.log.1, server.log: in the order they were written, those that exist. */
export function logFiles(serverLog: string): readonly string[] {
  const older = Array.from({ length: LOG_FILES_KEPT }, (_, index) => `${serverLog}.${LOG_FILES_KEPT - index}`)
  return [...older, serverLog].filter((path) => existsSync(path))
}

/** The same, but only what was written since a boot began. */
export const logFilesSince = (serverLog: string, startedAt: number): readonly string[] =>
  logFiles(serverLog).filter((path) => modifiedAt(path) >= startedAt)

export function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/**
 * Before a start the log of the boot before becomes server.log.1, as the node's own rotation would do it: server.log
 * then speaks of one boot only. No process of this node runs now, so nobody else renames.
 */
export function rotateBeforeStart(serverLog: string): void {
  if ((statSync(serverLog, { throwIfNoEntry: false })?.size ?? 0) === 0) return
  rmSync(`${serverLog}.${LOG_FILES_KEPT}`, { force: true })
  for (let number = LOG_FILES_KEPT - 1; number >= 1; number--) {
    const from = `${serverLog}.${number}`
    if (existsSync(from)) renameSync(from, `${serverLog}.${number + 1}`)
  }
  renameSync(serverLog, `${serverLog}.1`)
}
