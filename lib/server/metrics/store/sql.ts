import Database from 'libsql'

/**
 * The file of metrics, by prepared statements. `libsql` and not the client above it: that one prepares each statement
 * anew, which costs ten times as much, and this file is written ten thousand rows at a time. It works on the calling
 * thread, which is therefore not the server's own.
 */
export type Sql = {
  prepare(text: string): Statement
  /** All or nothing. What it throws is thrown on. */
  transaction(work: () => void): void
  run(text: string): void
  fileBytes(): number
  close(): void
}
export type Statement = {
  run(...values: readonly Cell[]): void
  first(...values: readonly Cell[]): Row | null
  all(...values: readonly Cell[]): readonly Row[]
}
export type Cell = number | string | Uint8Array | ArrayBuffer | null
export type Row = readonly Cell[]

const BUSY_MS = 250
const CACHE_KIB = 2_048
const LOG_BYTES_MAX = 16 * 1024 ** 2

export function openSql(file: string): Sql {
  const database = new Database(file)
  database.pragma(`busy_timeout = ${BUSY_MS}`)
  database.pragma('journal_mode = WAL')
  // Of a power cut the last commits may not survive; the file does.
  database.pragma('synchronous = NORMAL')
  database.pragma(`cache_size = -${CACHE_KIB}`)
  database.pragma(`journal_size_limit = ${LOG_BYTES_MAX}`)
  const prepare = (text: string): Statement => {
    const statement = database.prepare(text)
    return {
      run: (...values) => void statement.run(values),
      first: (...values) => {
        const row: unknown = statement.raw(true).get(values)
        return isRow(row) ? row : null
      },
      all: (...values) => statement.raw(true).all(values).filter(isRow),
    }
  }
  return {
    prepare,
    run: (text) => database.exec(text),
    transaction(work) {
      database.exec('BEGIN IMMEDIATE')
      try {
        work()
        database.exec('COMMIT')
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    fileBytes() {
      const [pages, bytes] = ['page_count', 'page_size'].map((name) => prepare(`PRAGMA ${name}`).first()?.[0])
      return Number(pages) * Number(bytes)
    },
    close: () => void database.close(),
  }
}

/** In raw mode a row is an array of what SQLite holds. */
const isRow = (row: unknown): row is Row => Array.isArray(row)

export const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')

export const bytesOf = (cell: Cell | undefined): Uint8Array =>
  cell instanceof ArrayBuffer ? new Uint8Array(cell) : new Uint8Array()

const DAMAGED = /malformed|not a database|SQLITE_CORRUPT|SQLITE_NOTADB/i

/** The file cannot be trusted any more; everything else passes by itself. */
export const isDamaged = (error: unknown): boolean =>
  error instanceof Error &&
  (DAMAGED.test(error.message) || ('code' in error && DAMAGED.test(String(error.code))))
