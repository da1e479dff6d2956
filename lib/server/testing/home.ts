import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { setWriteAheadLog, type Database } from '../db'
import { database, resetProcess, setRuntime, shutdown } from '../process'

/**
 * A home of a test's own: an empty folder with a migrated database in it, and a process that knows no other. The
 * migrations are applied as plain SQL: `prisma migrate deploy` takes a second, this takes ten milliseconds.
 */
export type TestHome = {
  path: string
  database: Database
  /** As after SIGKILL and a new start: the process forgets everything, the home stays. */
  restart(): Promise<void>
  close(): Promise<void>
}

const MIGRATIONS = join(process.cwd(), 'prisma', 'migrations')

export async function openTestHome(runtime: BrokerRuntime): Promise<TestHome> {
  const path = await mkdtemp(join(tmpdir(), 'mosaik-test-'))
  const before = { home: process.env.MOSAIK_HOME, url: process.env.DATABASE_URL }
  process.env.MOSAIK_HOME = path
  process.env.DATABASE_URL = `file:${join(path, 'mosaik.db')}`
  await migrate(process.env.DATABASE_URL)
  const open = async (): Promise<void> => {
    resetProcess()
    await setWriteAheadLog(database())
    setRuntime(runtime)
  }
  await open()
  return {
    path,
    get database() {
      return database()
    },
    async restart() {
      // What the old process still awaits must fail, not write: that is what being killed means.
      await database().$disconnect()
      await open()
    },
    async close() {
      await shutdown()
      resetProcess()
      restore('MOSAIK_HOME', before.home)
      restore('DATABASE_URL', before.url)
      await rm(path, { recursive: true, force: true })
    },
  }
}

async function migrate(url: string): Promise<void> {
  const client = createClient({ url })
  const folders = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  for (const { name } of folders.toSorted((a, b) => a.name.localeCompare(b.name))) {
    await client.executeMultiple(await readFile(join(MIGRATIONS, name, 'migration.sql'), 'utf8'))
  }
  client.close()
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}
