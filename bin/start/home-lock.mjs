// @ts-check
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../system/refusal.mjs'
import { readServerFile } from './server-file.mjs'

/**
 * One home has one writer. The lock is an exclusive SQLite transaction that is never ended: the kernel frees it with
 * the process, also after SIGKILL, and refuses a second process at once. Nobody else in this process may open
 * `lock.db`: POSIX drops all locks of a file when any descriptor of it is closed.
 *
 * @param {string} home
 * @param {number} [withinMs] how long to wait for a holder that is ending
 * @returns {Promise<{ free: () => Promise<void> }>}
 */
export async function lockHome(home, withinMs = 0) {
  const deadline = performance.now() + withinMs
  for (;;) {
    const lock = await tryLock(home)
    if (lock) return lock
    if (performance.now() >= deadline) throw new Refusal(describeHolder(home))
    await sleep(50)
  }
}

/** @param {string} home */
async function tryLock(home) {
  const { createClient } = await import('@libsql/client')
  const file = join(home, 'lock.db')
  closeSync(openSync(file, 'a', 0o600))
  const client = createClient({ url: `file:${file}` })
  try {
    await client.execute('BEGIN EXCLUSIVE')
    return { free: () => end(client) }
  } catch (error) {
    client.close()
    if (error instanceof Error && /SQLITE_BUSY|locked/.test(error.message)) return null
    throw error
  }
}

/** Closing alone frees nothing before the next garbage collection. @param {import('@libsql/client').Client} client */
async function end(client) {
  await client.execute('ROLLBACK')
  client.close()
}

/** @param {string} home */
function describeHolder(home) {
  const server = readServerFile(home)
  const who = server ? ` (pid ${server.pid}${server.url ? `, ${server.url}` : ''})` : ''
  return `Another Mosaik${who} uses ${home}. Stop it first, or start this one with its own MOSAIK_HOME and PORT.`
}
