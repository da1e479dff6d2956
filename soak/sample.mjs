// @ts-check
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'

/** What there is of Mosaik now. @param {{ home: string, pid: number, sinceMs: number }} of @returns {import('./judge.mjs').Sample} */
export function sample({ home, pid, sinceMs }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const figure = (/** @type {string} */ name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  return {
    atMs: Date.now() - sinceMs,
    residentBytes: figure('VmRSS') * 1024,
    threads: figure('Threads'),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    children: childrenOf(pid).length,
    databaseBytes: usedBytes(join(home, 'mosaik.db')),
    metricsBytes: bytesOf(home, (name) => /^metrics.*\.db(-wal)?$/.test(name)),
    logBytes: bytesBelow(join(home, 'clusters'), (path) => path.includes('/logs/')),
    strayFiles: strayFiles(home),
  }
}

/** Brokers are children too until Mosaik is started anew: they are not counted. @param {number} pid */
function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((child) => child !== '')
    .filter((child) => {
      try {
        return !readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('-Dmosaik.node=')
      } catch {
        return false
      }
    })
}

const pragmaSchema = z.array(z.record(z.string(), z.number()))

/** Pages that hold something: the file itself never shrinks. @param {string} file */
function usedBytes(file) {
  const database = new Database(file, { readonly: true })
  try {
    const [pages = 0, free = 0, size = 0] = ['page_count', 'freelist_count', 'page_size'].map((name) => {
      const [row = {}] = pragmaSchema.parse(database.prepare(`PRAGMA ${name}`).all())
      return Object.values(row)[0] ?? 0
    })
    return (pages - free) * size
  } finally {
    database.close()
  }
}

/** @param {string} folder @param {(name: string) => boolean} isMeant */
const bytesOf = (folder, isMeant) =>
  readdirSync(folder)
    .filter(isMeant)
    .reduce((sum, name) => sum + sizeOf(join(folder, name)), 0)

/** @param {string} folder @param {(path: string) => boolean} isMeant @returns {number} */
function bytesBelow(folder, isMeant) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isMeant)
    .reduce((sum, path) => sum + sizeOf(path), 0)
}

/** One that went meanwhile takes nothing. @param {string} path */
function sizeOf(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : 0
}

/** Drafts that nobody finished. @param {string} home */
const strayFiles = (home) =>
  readdirSync(home).filter((name) => /\.(migrating|restoring|tmp|draft)$/.test(name)).length +
  readdirSync(tmpdir()).filter((name) => name.startsWith('mosaik-') && !home.endsWith(name)).length
