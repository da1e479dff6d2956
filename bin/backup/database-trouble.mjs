// @ts-check
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const SCRIPT = fileURLToPath(new URL('check-database.mjs', import.meta.url))

/**
 * What SQLite finds wrong with a database, in its own words; null where it is whole. Another process looks: a
 * connection is closed only when it is collected as garbage, and would hold the file until then.
 *
 * @param {string} file
 * @returns {Promise<string | null>}
 */
export async function databaseTrouble(file) {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, file])
  const said = stdout.trim()
  return said === 'ok' ? null : said
}
