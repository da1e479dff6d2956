import { createClient } from '@libsql/client'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { migrateDatabase } from '../start/database.mjs'
import { lockHome } from '../start/home-lock.mjs'
import { run } from './restore.mjs'

const COPY = '20261201T120000Z.db'
let home = ''
let file = ''
let said: string[] = []

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'mosaik-restore-'))
  file = join(home, 'mosaik.db')
  said = []
  vi.stubEnv('MOSAIK_HOME', home)
  vi.stubEnv('DATABASE_URL', '')
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  await migrateDatabase(file)
  await sql('INSERT INTO Home (id, epoch) VALUES (1, 7)')
  mkdirSync(join(home, 'backups'))
  copyFileSync(file, join(home, 'backups', COPY))
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(home, { recursive: true, force: true })
})

async function sql(statement: string) {
  const client = createClient({ url: `file:${file}` })
  try {
    return (await client.execute(statement)).rows
  } finally {
    client.close()
  }
}

/** A page in the middle, as a disk that lies leaves it. */
function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 8_192, 40_960)
  writeFileSync(path, bytes)
}

test('a damaged database is refused with the way back, which brings back what the copy had', async () => {
  damage(file)
  const wayBack = `Brokers run on. Put the newest copy back with: npm run restore -- ${COPY}`
  await expect(migrateDatabase(file)).rejects.toThrow(wayBack)
  await run([COPY])
  expect(said.join()).toMatch(/is again as it was in 20261201T120000Z\.db\. What was there before is kept as/)
  await migrateDatabase(file)
  expect(await sql('SELECT epoch FROM Home')).toEqual([expect.objectContaining({ epoch: 7 })])
  expect(await sql('PRAGMA application_id')).toEqual([expect.objectContaining({ application_id: 1 })])
  expect(readdirSync(join(home, 'backups')).some((name) => name.startsWith('replaced-'))).toBe(true)
})

test('a file that is no database is refused with the way back too', async () => {
  writeFileSync(file, 'not a database at all, but long enough to be taken for one'.repeat(10))
  await expect(migrateDatabase(file)).rejects.toThrow(/it is not a SQLite file.*npm run restore/)
})

test('nothing is put back under a Mosaik that runs, nor what is damaged, nor what is not there', async () => {
  const lock = await lockHome(home)
  await expect(run([COPY])).rejects.toThrow(/Another Mosaik/)
  await lock.free()
  await expect(run(['../mosaik.db'])).rejects.toThrow(/There is no copy/)
  damage(join(home, 'backups', COPY))
  await expect(run([COPY])).rejects.toThrow(/is damaged itself/)
  expect(await sql('SELECT epoch FROM Home')).toHaveLength(1)
})

test('a database that is gone is not made anew where there are clusters', async () => {
  mkdirSync(join(home, 'clusters', 'one'), { recursive: true })
  for (const lose of [() => writeFileSync(file, ''), () => rmSync(file)]) {
    lose()
    await expect(migrateDatabase(file)).rejects.toThrow(/is missing or empty.*npm run restore/)
  }
})

test('an empty copy is refused, and of those that gave way only the newest are kept', async () => {
  writeFileSync(join(home, 'backups', '20261201T130000Z.db'), '')
  await expect(run(['20261201T130000Z.db'])).rejects.toThrow(/is empty/)
  for (const day of [1, 2, 3, 4, 5, 6])
    writeFileSync(join(home, 'backups', `replaced-2026010${day}T000000Z.db`), '')
  await run([COPY])
  const kept = readdirSync(join(home, 'backups')).filter((name) => name.startsWith('replaced-'))
  expect(kept).toHaveLength(5)
  expect(kept).not.toContain('replaced-20260102T000000Z.db')
})

test('without a name it says what there is', async () => {
  await run([])
  expect(said.join()).toContain(COPY)
})
