// @ts-check
import { createClient } from '@libsql/client'
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../system/make-folder.mjs'
import { Refusal } from '../system/refusal.mjs'
import { run } from '../system/run.mjs'
import { ROOT } from '../system/settings.mjs'
import { fingerprintOf, readMigrations } from './migrations.mjs'

/**
 * Run by `database.mjs` with the database's file: migrates a copy beside it, which then takes its place by one
 * rename. Killed at any instant it leaves the old database or the new one, never half of one. What was there before
 * stays in `backups/`.
 */

const BACKUPS_MAX = 5
const PRISMA = join(ROOT, 'node_modules/prisma/build/index.js')

/** @param {string} file */
async function migrate(file) {
  const migrations = readMigrations()
  const draft = `${file}.migrating`
  makeFolder(dirname(file))
  removeDatabase(draft)
  const isThere = existsSync(file) && statSync(file).size > 0
  if (isThere) {
    await closeLog(file, migrations)
    copyFileSync(file, draft)
  }
  await run('The migration', process.execPath, [PRISMA, 'migrate', 'deploy'], {
    cwd: ROOT,
    env: { DATABASE_URL: `file:${draft}`, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  })
  await createClient({ url: `file:${draft}` }).execute(`PRAGMA user_version = ${fingerprintOf(migrations)}`)
  if (isThere) backUp(file)
  renameSync(draft, file)
}

/**
 * Leaves all of the old database in its one file, so that copying that file copies all of it. One connection does
 * both: a second one of this process would count as a user that is in the way.
 *
 * @param {string} file
 * @param {readonly import('./migrations.mjs').Migration[]} migrations
 */
async function closeLog(file, migrations) {
  const client = createClient({ url: `file:${file}` })
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = (await appliedMigrations(client, file)).filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new Refusal(
      `The database ${file} was written by a newer Mosaik (${unknown.join(', ')}). Update this clone, or set MOSAIK_HOME to another folder.`,
    )
  }
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  await client.execute('PRAGMA journal_mode = DELETE')
}

/** @param {import('@libsql/client').Client} client @param {string} file */
async function appliedMigrations(client, file) {
  try {
    const tables = await client.execute("SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'")
    if (tables.rows.length === 0) return []
    const { rows } = await client.execute('SELECT migration_name FROM _prisma_migrations')
    return rows.map(({ migration_name: name }) => (typeof name === 'string' ? name : ''))
  } catch (error) {
    throw new Refusal(
      `The database ${file} cannot be read (${String(error)}). Restore it from ${join(dirname(file), 'backups')}, or set MOSAIK_HOME to an empty folder.`,
    )
  }
}

/** @param {string} file */
function backUp(file) {
  const folder = join(dirname(file), 'backups')
  makeFolder(folder)
  const instant = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  copyFileSync(file, join(folder, `before-migration-${instant}.db`))
  const old = readdirSync(folder).filter((name) => name.startsWith('before-migration-'))
  for (const name of old.toSorted().slice(0, -BACKUPS_MAX)) rmSync(join(folder, name))
}

/** @param {string} file */
function removeDatabase(file) {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

try {
  await migrate(process.argv[2] ?? '')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
