// @ts-check
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, ownIdentity } from '../system/process-identity.mjs'
import { showStep } from '../system/progress.mjs'
import { errorCode } from '../system/refusal.mjs'
import { ROOT } from '../system/settings.mjs'

const LOCK_FILE = join(ROOT, '.cache/setup.lock')

/**
 * Runs work that writes into the clone (node_modules, generated, .next) while no other command does. Two homes may
 * be started from one clone at once, and `npm test` beside them. A lock of the database cannot be used here: it
 * comes with the packages.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [file]
 * @returns {Promise<T>}
 */
export async function aloneInClone(work, file = LOCK_FILE) {
  mkdirSync(join(file, '..'), { recursive: true })
  if (!tryLock(file)) {
    await showStep('Waiting for another command that prepares this clone', async () => {
      while (!tryLock(file)) await sleep(250)
    })
  }
  const free = () => rmSync(file, { force: true })
  process.once('exit', free)
  try {
    return await work()
  } finally {
    process.off('exit', free)
    free()
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, JSON.stringify(ownIdentity()), { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    if (!isHolderAlive(file)) setAside(file)
    return false
  }
}

/** Between making the file and naming oneself in it lies an instant in which one may also be killed. */
const NAMING_MS = 5_000

/** A holder that was killed leaves its file behind. @param {string} file */
function isHolderAlive(file) {
  try {
    const text = readFileSync(file, 'utf8')
    if (text === '') return Date.now() - statSync(file).mtimeMs < NAMING_MS
    return isRunning(JSON.parse(text))
  } catch {
    return true
  }
}

/** Renamed before it is removed: of two waiters only one can rename, so none removes the other's new lock. @param {string} file */
function setAside(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch {
    // Another waiter was faster.
  }
}
