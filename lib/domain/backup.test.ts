import { expect, test } from 'vitest'
import { backupAt, backupName, outdatedBackups } from './backup'

const NOW = Date.parse('2026-12-01T12:30:00Z')
const HOUR_MS = 3_600_000
const ago = (hours: number): string => backupName(NOW - hours * HOUR_MS)

test('a name says when it was taken', () => {
  expect(backupName(NOW)).toBe('20261201T123000Z.db')
  expect(backupAt(backupName(NOW))).toBe(NOW)
  expect(backupAt('before-migration-20261201T123000Z.db')).toBeNull()
})

test('each of the last 24 hours and of the last 14 days keeps one', () => {
  const hourly = Array.from({ length: 24 * 30 }, (_, hours) => ago(hours))
  const outdated = new Set(outdatedBackups(hourly, NOW))
  const kept = hourly.filter((name) => !outdated.has(name))
  // Today's newest and yesterday's are of the last hours too.
  expect(kept).toHaveLength(24 + 13 - 1)
  expect(kept.slice(0, 24)).toEqual(hourly.slice(0, 24))
  expect(kept.at(-1)).toBe('20261118T233000Z.db')
})

test('of two in one hour the newer stays, and what is no copy of ours is left alone', () => {
  const [newer, older] = [backupName(NOW), backupName(NOW - 60_000)]
  expect(outdatedBackups([older, 'before-migration-20200101T000000Z.db', newer], NOW)).toEqual([older])
})

test('the last one never goes', () => {
  expect(outdatedBackups([ago(24 * 400), ago(24 * 401)], NOW)).toEqual([ago(24 * 401)])
})
