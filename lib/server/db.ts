import { PrismaLibSQL } from '@prisma/adapter-libsql'
import { PrismaClient, Prisma } from '@/generated/prisma/client'

/**
 * The database. libsql runs on the calling thread and keeps no connection settings across a transaction, so:
 *
 * - Transactions are arrays of statements (`database.$transaction([...])`), never a callback: nothing but the
 *   database may be awaited inside one.
 * - A condition is part of the statement. `update({ where: { id, generation } })` of no row throws P2025 and rolls
 *   the whole array back: `commit` turns that into `false`. Use it wherever another writer may have been first.
 * - There is one writer process, so a busy database is a bug, not something to wait for.
 */
export type Database = PrismaClient
type Statement = Prisma.PrismaPromise<unknown>

export function openDatabase(url: string): Database {
  return new PrismaClient({ adapter: new PrismaLibSQL({ url }) })
}

/** Of all settings only the journal mode persists; it makes a conditional update cost 1 ms instead of 3. */
export async function setWriteAheadLog(database: Database): Promise<void> {
  await database.$queryRaw`PRAGMA journal_mode = WAL`
}

/** All statements or none. False: a row that a statement's condition names is not (any more) as it was read. */
export async function commit(database: Database, statements: readonly Statement[]): Promise<boolean> {
  try {
    await database.$transaction([...statements])
    return true
  } catch (error) {
    if (isConditionFailed(error)) return false
    throw error
  }
}

/** A row that a statement names is not there (any more), or not as it was read. */
export const isConditionFailed = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025'

/** A unique constraint refused the row: someone else has the name, the address or the slot. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
