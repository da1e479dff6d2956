import { createClient } from '@libsql/client'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { migrateDatabase } from './database.mjs'

let home = ''
let file = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mosaik-database-'))
  file = join(home, 'mosaik.db')
  // Its progress is not the reporter's business.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(home, { recursive: true, force: true })
})

async function sql(...statements: string[]) {
  const client = createClient({ url: `file:${file}` })
  try {
    const results = []
    for (const statement of statements) results.push(await client.execute(statement))
    return results.at(-1)?.rows ?? []
  } finally {
    client.close()
  }
}

/** As another version of Mosaik would have left it: its fingerprint is not ours. */
const OF_ANOTHER_VERSION = 'PRAGMA user_version = 1'

/** The last migration never ran, as it says itself. */
const forgetLastMigration = () =>
  sql(
    'DELETE FROM _prisma_migrations WHERE id = (SELECT id FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1)',
  )

test('a new database has the tables and nothing lies about', async () => {
  await migrateDatabase(file)
  expect(await sql("SELECT name FROM sqlite_master WHERE name = 'Cluster'")).toHaveLength(1)
  expect(readdirSync(home)).toEqual(['mosaik.db'])
})

test('a database that is up to date is left alone', async () => {
  await migrateDatabase(file)
  const { mtimeMs } = statSync(file)
  const began = performance.now()
  await migrateDatabase(file)
  expect(performance.now() - began).toBeLessThan(900)
  expect(statSync(file).mtimeMs).toBe(mtimeMs)
})

test('a migration that fails leaves the old database as it was', async () => {
  await migrateDatabase(file)
  // The tables are there, so that the migration cannot create them again.
  await forgetLastMigration()
  await sql('INSERT INTO Home (id, epoch) VALUES (1, 7)', OF_ANOTHER_VERSION)
  await expect(migrateDatabase(file)).rejects.toThrow(/The migration failed/)
  expect(await sql('SELECT epoch FROM Home')).toEqual([expect.objectContaining({ epoch: 7 })])
  expect(existsSync(join(home, 'backups'))).toBe(false)
})

test('an older database is migrated with its write-ahead log, and a copy is kept', async () => {
  await sql('PRAGMA journal_mode = WAL', 'CREATE TABLE kept (word TEXT)', "INSERT INTO kept VALUES ('here')")
  // Prisma takes over a database with tables of its own only if told which migrations it has: none, here.
  await sql(
    `CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL, finished_at DATETIME,
       migration_name TEXT NOT NULL, logs TEXT, rolled_back_at DATETIME,
       started_at DATETIME NOT NULL DEFAULT current_timestamp, applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
  )
  await migrateDatabase(file)
  expect(await sql('SELECT word FROM kept')).toEqual([expect.objectContaining({ word: 'here' })])
  expect(await sql("SELECT name FROM sqlite_master WHERE name = 'Cluster'")).toHaveLength(1)
  expect(readdirSync(home).toSorted()).toEqual(['backups', 'mosaik.db'])
  expect(readdirSync(join(home, 'backups'))).toHaveLength(1)
})

test('what an interrupted start left is not taken for a database', async () => {
  writeFileSync(`${file}.migrating`, 'half a copy')
  await migrateDatabase(file)
  expect(readdirSync(home)).toEqual(['mosaik.db'])
})

test('a database of a newer Mosaik is refused', async () => {
  await migrateDatabase(file)
  await sql(
    "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('x', 'y', 1, '29991231000000_later')",
    OF_ANOTHER_VERSION,
  )
  await expect(migrateDatabase(file)).rejects.toThrow(/newer Mosaik \(29991231000000_later\)/)
})

test('a file that is no database is refused and kept', async () => {
  writeFileSync(file, 'this is not a database, but it is long enough to be read as one by mistake'.repeat(20))
  await expect(migrateDatabase(file)).rejects.toThrow(/cannot be read/)
  expect(existsSync(file)).toBe(true)
})
