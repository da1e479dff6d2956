import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { add, NOTHING, readPlaywrightReport, readVitestReport, reconcile, summary } from './counts.mjs'

function withReport<T>(content: string, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'mosaik-counts-'))
  const file = join(folder, 'report.json')
  writeFileSync(file, content)
  try {
    return read(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the last line', () => {
  expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(summary({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped')
})

test('the report of vitest', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, success: false }
  expect(withReport(JSON.stringify(report), readVitestReport)).toEqual({ passed: 5, failed: 1, skipped: 3 })
})

test('the report of Playwright', () => {
  const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }
  expect(withReport(JSON.stringify(report), readPlaywrightReport)).toEqual({
    passed: 4,
    failed: 1,
    skipped: 2,
  })
})

test.each(['', '{', '[]', '{"stats": 3}'])('"%s" is no report of Playwright', (content) => {
  expect(withReport(content, readPlaywrightReport)).toBeNull()
})

test('a program that fails without a failed test counts as one failure', () => {
  expect(reconcile({ passed: 5, failed: 0, skipped: 0 }, false)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  expect(reconcile({ passed: 5, failed: 2, skipped: 0 }, false)).toEqual({ passed: 5, failed: 2, skipped: 0 })
  expect(reconcile(null, false)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('parts add up', () => {
  expect(add({ passed: 1, failed: 2, skipped: 3 }, NOTHING)).toEqual({ passed: 1, failed: 2, skipped: 3 })
})
