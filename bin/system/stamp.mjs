// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ROOT } from './settings.mjs'

/**
 * A stamp is a file inside what a step produced that holds the hash of what it was made from. Equal hash: skip the
 * step. Whoever deletes the product deletes the stamp with it, and a step that was interrupted leaves none.
 *
 * @param {string} file
 * @param {string} hash
 */
export const isStamped = (file, hash) => existsSync(file) && readFileSync(file, 'utf8') === hash

/** @param {string} file @param {string} hash */
export function writeStamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, hash)
}

/** @param {string} file */
export const clearStamp = (file) => rmSync(file, { force: true })

/**
 * Hash of the names and contents of files; folders are walked. Paths are relative to the clone and need not exist.
 * @param {readonly string[]} paths
 * @param {(path: string) => boolean} [isWanted]
 * @param {readonly string[]} [facts] anything else the product depends on, such as a version
 */
export function hashSources(paths, isWanted = () => true, facts = []) {
  const hash = createHash('sha256')
  for (const fact of facts) hash.update(`${fact}\0`)
  for (const path of paths) {
    for (const file of filesBelow(join(ROOT, path))) {
      const name = relative(ROOT, file)
      if (!isWanted(name)) continue
      hash.update(`${name}\0`).update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** Files below a path in a stable order. @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return []
  const entries = readEntries(path)
  if (entries === null) return [path]
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return filesBelow(join(path, entry.name))
      return entry.isFile() ? [join(path, entry.name)] : []
    })
}

/** @param {string} path */
function readEntries(path) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return null
  }
}
