import Database from 'libsql'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { BACKUP_EVERY_MS, backupName } from '@/lib/domain/backup'
import { createClusterV2 } from '../cluster/create-cluster'
import { database } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { backUpDatabase } from './back-up-database'

let home: TestHome<FakeRuntime>
beforeEach(async () => {
  home = await openTestHome()
})
afterEach(() => home.close())

const NOW = Date.parse('2026-12-01T12:00:00Z')
const folder = () => join(home.path, 'backups')
const backUp = (at: number) =>
  backUpDatabase({ database: database(), clock: { now: () => at, monotonicMs: () => at } })

test('a copy has all that was stored, for this user alone, once an hour', async () => {
  await createClusterV2({ ctx: testContext(), input: createInput('orders') })
  await backUp(NOW)
  const file = join(folder(), backupName(NOW))
  const copy = new Database(file, { readonly: true })
  expect(copy.prepare('SELECT name FROM "Cluster"').all()).toEqual([{ name: 'orders' }])
  copy.close()
  expect(statSync(folder()).mode & 0o077).toBe(0)
  await backUp(NOW + BACKUP_EVERY_MS - 1)
  expect(readdirSync(folder())).toEqual([backupName(NOW)])
  await backUp(NOW + BACKUP_EVERY_MS)
  expect(readdirSync(folder())).toEqual([backupName(NOW), backupName(NOW + BACKUP_EVERY_MS)])
})

test('a clock that was a month ahead once does not end the copies', async () => {
  await backUp(NOW + 30 * 24 * BACKUP_EVERY_MS)
  await backUp(NOW)
  expect(readdirSync(folder())).toContain(backupName(NOW))
})

test('a draft that was left behind is no copy, and is in nobody’s way', async () => {
  await backUp(NOW)
  const draft = join(folder(), 'draft.db')
  const left = new Database(draft)
  left.exec('CREATE TABLE half (made)')
  left.close()
  await backUp(NOW + BACKUP_EVERY_MS)
  expect(existsSync(draft)).toBe(false)
  expect(readdirSync(folder())).toHaveLength(2)
})
