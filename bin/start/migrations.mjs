// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../system/settings.mjs'

/** @typedef {{ name: string, checksum: string }} Migration with the checksum that Prisma stores for it */

/** What the schema of this version of Mosaik consists of. @returns {readonly Migration[]} */
export function readMigrations() {
  const folder = join(ROOT, 'prisma/migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, checksum: hashOf(readFileSync(join(folder, name, 'migration.sql'))) }))
}

/** Positive and of 31 bits, as `user_version` keeps it. @param {readonly Migration[]} migrations */
export const fingerprintOf = (migrations) =>
  Number.parseInt(hashOf(JSON.stringify(migrations)).slice(0, 8), 16) >>> 1 || 1

/** @param {string | Buffer} content */
const hashOf = (content) => createHash('sha256').update(content).digest('hex')
