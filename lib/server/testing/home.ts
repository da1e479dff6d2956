import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { LAPTOP_TIMING, type FakeTiming } from '@/lib/broker-runtime/fake/timing'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { KAFKA_RELEASES } from '@/lib/domain/kafka-version'
import { openDatabase, setWriteAheadLog, type Database } from '../db'
import { database, resetProcess, setRuntime, shutdown } from '../process'

/**
 * A home of a test's own: an empty folder with a migrated database in it, and a process that knows no other. The
 * migrations are applied as plain SQL: `prisma migrate deploy` takes a second, this takes ten milliseconds.
 */
export type TestHome<Runtime extends BrokerRuntime> = {
  path: string
  readonly database: Database
  runtime: Runtime
  /** As after SIGKILL and a new start: the process forgets everything, the home stays. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** A fake world that runs twenty times as fast as a laptop. */
export const quickRuntime = (
  timing: Partial<FakeTiming> = {},
  clock: () => number = () => Date.now(),
): FakeRuntime =>
  new FakeRuntime({
    clock,
    releases: Object.keys(KAFKA_RELEASES),
    timing: { ...quick(LAPTOP_TIMING), ...timing },
  })

const TWENTIETH = 1 / 20

const quick = (timing: FakeTiming): FakeTiming => ({
  ...timing,
  bootMs: timing.bootMs * TWENTIETH,
  bootSpreadMs: timing.bootSpreadMs * TWENTIETH,
  recoveryMs: timing.recoveryMs * TWENTIETH,
  electionMs: timing.electionMs * TWENTIETH,
  registerMs: timing.registerMs * TWENTIETH,
  sessionMs: timing.sessionMs * TWENTIETH,
  catchUpMs: timing.catchUpMs * TWENTIETH,
  catchUpSpreadMs: timing.catchUpSpreadMs * TWENTIETH,
  stopMs: timing.stopMs * TWENTIETH,
  prepareReleaseMs: timing.prepareReleaseMs * TWENTIETH,
})

const MIGRATIONS = join(process.cwd(), 'prisma', 'migrations')

/** With the fake driver, unless a test brings its own. */
export function openTestHome(): Promise<TestHome<FakeRuntime>>
export function openTestHome<Runtime extends BrokerRuntime>(runtime: Runtime): Promise<TestHome<Runtime>>
export async function openTestHome(
  runtime: BrokerRuntime = quickRuntime(),
): Promise<TestHome<BrokerRuntime>> {
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
    runtime,
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

/** A migrated database of its own, for tests that need several homes in one process. */
export async function openTestDatabase(): Promise<{ database: Database; close(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'mosaik-test-'))
  const url = `file:${join(path, 'mosaik.db')}`
  await migrate(url)
  const opened = openDatabase(url)
  await setWriteAheadLog(opened)
  return {
    database: opened,
    async close() {
      await opened.$disconnect()
      await rm(path, { recursive: true, force: true })
    },
  }
}

export async function migrate(url: string): Promise<void> {
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
