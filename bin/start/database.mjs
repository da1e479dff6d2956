// @ts-check
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseTrouble } from '../backup/database-trouble.mjs'
import { wayBack } from '../backup/restore.mjs'
import { showStep } from '../system/progress.mjs'
import { Refusal } from '../system/refusal.mjs'
import { run } from '../system/run.mjs'
import { ROOT } from '../system/settings.mjs'
import { hashSources, isStamped, writeStamp } from '../system/stamp.mjs'
import { fingerprintOf, readMigrations } from './migrations.mjs'

const PRISMA = join(ROOT, 'node_modules/prisma/build/index.js')

/** Writes the database client into `generated/`, if the schema changed since. */
export async function generateClient() {
  const stamp = join(ROOT, 'generated/.stamp')
  const hash = hashSources(['prisma/schema.prisma', 'node_modules/prisma/package.json', 'prisma.config.ts'])
  if (existsSync(join(ROOT, 'generated/prisma/client.ts')) && isStamped(stamp, hash)) return
  await showStep('Generating the database client', () =>
    run('Generating the database client', process.execPath, [PRISMA, 'generate'], {
      cwd: ROOT,
      env: { DATABASE_URL: 'file:unused.db' },
    }),
  )
  writeStamp(stamp, hash)
}

/**
 * Brings the database to the schema of this version. Whether there is anything to do stands in the file itself: the
 * last migration wrote the fingerprint of them all into its header (`user_version`), where four bytes answer what
 * takes Prisma's command line a second, and where a restored backup tells the truth about itself.
 *
 * The work is done by another process (`migrate-copy.mjs`). libsql closes a connection only when it is collected as
 * garbage, and the last one to close deletes the write-ahead log of whatever then has the file's name.
 *
 * @param {string} file
 */
export async function migrateDatabase(file) {
  const fingerprint = readFingerprint(file)
  if (isThere(file)) await refuseDamaged(file)
  else refuseForgotten(file)
  if (fingerprint === fingerprintOf(readMigrations())) return
  const script = fileURLToPath(new URL('migrate-copy.mjs', import.meta.url))
  await showStep('Preparing the database', () =>
    run('Preparing the database', process.execPath, [script, file], { cwd: ROOT, tellsWhy: true }),
  )
}

/** @param {string} file */
const isThere = (file) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0

/** A new database would know nothing of clusters that are there, and nobody would look after them. @param {string} file */
function refuseForgotten(file) {
  const clusters = join(dirname(file), 'clusters')
  if (!existsSync(clusters) || readdirSync(clusters).length === 0) return
  throw new Refusal(
    `The database ${file} is missing or empty, and there are clusters in ${clusters}. ${wayBack(file)}`,
  )
}

/** What is not whole is not written to: every further change could cost more of it. @param {string} file */
async function refuseDamaged(file) {
  const trouble = await databaseTrouble(file)
  if (trouble === null) return
  throw new Refusal(`The database ${file} is damaged (${trouble}). ${wayBack(file)}`)
}

/** Where SQLite keeps `user_version`; the format of the file promises that. */
const USER_VERSION_AT = 60
const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

/** @param {string} file @returns {number | null} null when there is no database */
function readFingerprint(file) {
  if (!existsSync(file)) return null
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = openSync(file, 'r')
  const length = readSync(descriptor, header, 0, HEADER_BYTES, 0)
  closeSync(descriptor)
  if (length > 0 && header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new Refusal(`The database ${file} cannot be read: it is not a SQLite file. ${wayBack(file)}`)
  }
  return header.readUInt32BE(USER_VERSION_AT)
}
