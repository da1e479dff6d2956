import Database from 'libsql'
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BACKUP_EVERY_MS, backupAt, backupName, outdatedBackups } from '@/lib/domain/backup'
import { environment } from '../env'
import type { BackgroundParts } from './background-work'

/**
 * A consistent copy of the database each hour, whole in one file and read again before it counts. It is there under
 * its name only when it is complete: ended in the middle, a copy leaves a draft that the next one replaces.
 */
export async function backUpDatabase({
  database,
  clock,
}: Pick<BackgroundParts, 'database' | 'clock'>): Promise<void> {
  const folder = join(environment().home, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const now = clock.now()
  // A clock that was wrong once must not end the copies until it is right again.
  const taken = readdirSync(folder).flatMap((name) => backupAt(name) ?? [])
  const newest = Math.max(0, ...taken.filter((at) => at <= now))
  if (now - newest < BACKUP_EVERY_MS) return
  const draft = join(folder, 'draft.db')
  rmSync(draft, { force: true })
  try {
    await database.$executeRaw`VACUUM INTO ${draft}`
    proveWhole(draft)
    renameSync(draft, join(folder, backupName(now)))
  } finally {
    // On a full disk half a copy would only take what others need.
    rmSync(draft, { force: true })
  }
  for (const name of outdatedBackups(readdirSync(folder), now)) rmSync(join(folder, name))
}

const checkSchema = z.array(z.object({ quick_check: z.string() }))

/** Throws with SQLite's own words. */
function proveWhole(file: string): void {
  const copy = new Database(file, { readonly: true })
  try {
    const said = checkSchema.parse(copy.prepare('PRAGMA quick_check').all()).map((row) => row.quick_check)
    if (said.join() !== 'ok') throw new Error(`The copy of the database is damaged: ${said.join('; ')}`)
  } finally {
    copy.close()
  }
}
