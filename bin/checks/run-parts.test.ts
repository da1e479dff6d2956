import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readVitestReport } from './counts.mjs'
import { vitestFailures } from './failures.mjs'
import type { Part } from './parts.mjs'
import { ROOT } from '../system/settings.mjs'
import { runParts } from './run-parts.mjs'

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosaik-parts-'))
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** A program in place of one of node_modules. */
function program(name: string, script: string): readonly string[] {
  const file = join(folder, `${name}.cjs`)
  writeFileSync(file, script)
  return [relative(MODULES, file)]
}

const part = (name: string, script: string, more: Partial<Part> = {}): Part => ({
  name,
  commands: [program(name, script)],
  minutesMax: 1,
  ...more,
})

const reported = (name: string, report: object | null, exitCode: number): Part => {
  const file = join(folder, `${name}.json`)
  const write = report
    ? `require('fs').writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(JSON.stringify(report))});`
    : ''
  return part(name, `${write} process.exit(${exitCode})`, {
    report: { file, read: readVitestReport, failures: vitestFailures },
  })
}

test('goes on after a failure and adds everything up', async () => {
  const counts = await runParts(
    [
      part('format', 'process.exit(1)'),
      part('lint', 'process.exit(0)'),
      reported('unit', { numPassedTests: 10, numFailedTests: 2, numPendingTests: 1, numTodoTests: 0 }, 1),
      reported('broken', null, 1),
    ],
    {},
  )
  expect(counts).toEqual({ passed: 11, failed: 4, skipped: 1 })
})

test('names again at the end what failed', async () => {
  const told = vi.mocked(console.log)
  told.mockClear()
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: `${ROOT}/lib/a.test.ts`,
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed' },
          {
            fullName: 'takes away',
            status: 'failed',
            failureMessages: ['\u001B[31mexpected 3\u001B[39m\n  at a'],
          },
        ],
      },
    ],
  }
  await runParts([reported('named', report, 1)], {})
  expect(told.mock.calls.at(-1)).toEqual(['  failed: lib/a.test.ts › takes away › expected 3'])
})

test('an old report is not counted again', async () => {
  writeFileSync(join(folder, 'stale.json'), JSON.stringify({ numPassedTests: 99 }))
  expect(await runParts([reported('stale', null, 0)], {})).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('all programs of a part are run, one failure fails it', async () => {
  const marker = join(folder, 'second-ran')
  const both: Part = {
    name: 'both',
    commands: [
      program('first', 'process.exit(1)'),
      program('second', `require('fs').writeFileSync(${JSON.stringify(marker)}, '')`),
    ],
    minutesMax: 1,
  }
  expect(await runParts([both], {})).toEqual({ passed: 0, failed: 1, skipped: 0 })
  rmSync(marker)
})

test('a preparation that fails is the failure', async () => {
  const unprepared = part('end-to-end', '', { prepare: () => Promise.reject(new Error('The build failed')) })
  expect(await runParts([unprepared], {})).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a variable can be taken away', async () => {
  process.env.MOSAIK_TEST_LEFTOVER = '1'
  const counts = await runParts([part('clean', 'process.exit(process.env.MOSAIK_TEST_LEFTOVER ? 1 : 0)')], {
    MOSAIK_TEST_LEFTOVER: undefined,
  })
  delete process.env.MOSAIK_TEST_LEFTOVER
  expect(counts.passed).toBe(1)
})

test('a program that hangs is ended', async () => {
  const hanging = part('hanging', 'setInterval(() => undefined, 1000)', { minutesMax: 0.005 })
  expect(await runParts([hanging], {})).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
