import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { LAPTOP_TIMING, type FakeTiming } from '@/lib/broker-runtime/fake/timing'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { KAFKA_RELEASES } from '@/lib/domain/kafka-version'
import { setWriteAheadLog, type Database } from '../db'
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
export const quickRuntime = (timing: Partial<FakeTiming> = {}): FakeRuntime =>
  new FakeRuntime({
    clock: () => Date.now(),
    releases: Object.keys(KAFKA_RELEASES),
    timing: { ...quick(LAPTOP_TIMING), ...timing },
  })

const quick = (timing: FakeTiming): FakeTiming => ({
  bootMs: timing.bootMs / 20,
  bootSpreadMs: timing.bootSpreadMs / 20,
  recoveryMs: timing.recoveryMs / 20,
  electionMs: timing.electionMs / 20,
  registerMs: timing.registerMs / 20,
  sessionMs: timing.sessionMs / 20,
  catchUpMs: timing.catchUpMs / 20,
  stopMs: timing.stopMs / 20,
  prepareReleaseMs: timing.prepareReleaseMs / 20,
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
