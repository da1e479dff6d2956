// @ts-check
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { showStep } from '../system/progress.mjs'
import { Refusal } from '../system/refusal.mjs'
import { run } from '../system/run.mjs'
import { ROOT } from '../system/settings.mjs'
import { hashSources, isStamped, writeStamp } from '../system/stamp.mjs'

/**
 * How the database comes to rest. A new or older database is migrated as a copy beside the real one, which then takes
 * its place by one rename: a start that is killed at any instant leaves the old database or the new one, and the old
 * one stays in `backups/`. Whether there is anything to do is read from the database itself, in 5 ms; the Prisma
 * command line takes a second to find the same out.
 */

const PRISMA = join(ROOT, 'node_modules/prisma/build/index.js')
const BACKUPS_MAX = 5

/** Writes the database client into `generated/`, if the schema changed since. */
export async function generateClient() {
  const stamp = join(ROOT, 'generated/.stamp')
  const hash = hashSources(['prisma/schema.prisma', 'node_modules/prisma/package.json', 'prisma.config.ts'])
  if (existsSync(join(ROOT, 'generated/prisma/client.ts')) && isStamped(stamp, hash)) return
  await showStep('Generating the database client', () =>
    prisma('Generating the database client', ['generate']),
  )
  writeStamp(stamp, hash)
}

/**
 * @param {string} file the database
 */
export async function migrateDatabase(file) {
  const wanted = readMigrations()
  if (existsSync(file)) {
    const applied = await appliedMigrations(file)
    refuseNewerDatabase(file, applied, wanted)
    if (wanted.every(({ name, checksum }) => applied.get(name) === checksum)) return
  }
  await showStep('Preparing the database', () => migrateCopy(file))
}

/** @param {string} file */
async function migrateCopy(file) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.migrating`
  removeDatabase(draft)
  if (existsSync(file)) await foldLogIn(file)
  if (existsSync(file)) copyFileSync(file, draft)
  await prisma('Preparing the database', ['migrate', 'deploy'], `file:${draft}`)
  await foldLogIn(draft)
  if (existsSync(file)) backUp(file)
  renameSync(draft, file)
}

/** Leaves the whole database in its one file, so that a copy and a rename of that file move all of it. @param {string} file */
async function foldLogIn(file) {
  const { createClient } = await import('@libsql/client')
  const client = createClient({ url: `file:${file}` })
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  await client.execute('PRAGMA journal_mode = DELETE')
  client.close()
}

/** @param {string} file */
function backUp(file) {
  const folder = join(dirname(file), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const instant = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  copyFileSync(file, join(folder, `before-migration-${instant}.db`))
  const old = readdirSync(folder).filter((name) => name.startsWith('before-migration-'))
  for (const name of old.toSorted().slice(0, -BACKUPS_MAX)) rmSync(join(folder, name))
}

/** @param {string} file */
function removeDatabase(file) {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

/** What the schema of this version of Mosaik consists of, with the checksums Prisma stores. */
function readMigrations() {
  const folder = join(ROOT, 'prisma/migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'))
      return { name, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * @param {string} file
 * @returns {Promise<ReadonlyMap<string, string>>} checksum by name
 */
async function appliedMigrations(file) {
  const { createClient } = await import('@libsql/client')
  const client = createClient({ url: `file:${file}` })
  try {
    const tables = await client.execute("SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'")
    if (tables.rows.length === 0) return new Map()
    const { rows } = await client.execute(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return new Map(rows.map((row) => [text(row.migration_name), text(row.checksum)]))
  } catch (error) {
    throw new Refusal(
      `The database ${file} cannot be read (${String(error)}). Restore it from ${join(dirname(file), 'backups')}, or set MOSAIK_HOME to an empty folder.`,
    )
  } finally {
    client.close()
  }
}

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '')

/**
 * @param {string} file
 * @param {ReadonlyMap<string, string>} applied
 * @param {readonly { name: string }[]} wanted
 */
function refuseNewerDatabase(file, applied, wanted) {
  const known = new Set(wanted.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new Refusal(
    `The database ${file} was written by a newer Mosaik (${unknown.join(', ')}). Update this clone, or set MOSAIK_HOME to another folder.`,
  )
}

/** @param {string} what @param {readonly string[]} args @param {string} [databaseUrl] */
const prisma = (what, args, databaseUrl = 'file:unused.db') =>
  run(what, process.execPath, [PRISMA, ...args], {
    cwd: ROOT,
    env: { DATABASE_URL: databaseUrl, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  })
