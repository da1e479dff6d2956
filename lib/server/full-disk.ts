/**
 * The disk below MOSAIK_HOME can fill while Mosaik runs: with the brokers' own data, or a neighbour's. The database
 * is on it too, so nothing can be stored until there is space again; everything goes on by itself then.
 */
export const FULL_DISK =
  'The disk that holds MOSAIK_HOME is full, so nothing was changed. Free some space and try again: clusters are not driven until then, and brokers that need to write end and are started again afterwards.'

const CODES = new Set<unknown>(['SQLITE_FULL', 'ENOSPC'])
/** The last is what the database client makes of a COMMIT that failed: it tries to roll back and tells of that. */
const WORDS = /database or disk is full|ENOSPC|rollback cannot be executed on a committed transaction/

export function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && CODES.has(error.code)) return true
  return WORDS.test(error.message) || isFullDisk(error.cause)
}
