// @ts-check
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from './refusal.mjs'

/**
 * Makes a folder and those above it, for this user alone. One by one from the first that is there: Node's own
 * recursive way never returns where the system answers ENOENT for a folder whose parent exists, as in `/proc`.
 *
 * @param {string} folder
 */
export function makeFolder(folder) {
  /** @type {string[]} */
  const missing = []
  for (let path = folder; !existsSync(path); path = dirname(path)) missing.unshift(path)
  for (const path of missing) {
    try {
      mkdirSync(path, { mode: 0o700 })
    } catch (error) {
      // Another start may have made it in the meantime.
      if (errorCode(error) !== 'EEXIST' || !isFolder(path)) throw error
    }
  }
}

/** @param {string} path */
const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
