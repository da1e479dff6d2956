import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playwrightFailures, vitestFailures } from './failures.mjs'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosaik-failures-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

test('a file that could not be loaded is named with its reason', () => {
  const testResults = [
    { name: 'lib/b.test.ts', status: 'failed', message: 'Cannot find x\nstack', assertionResults: [] },
    { name: 'lib/c.test.ts', status: 'passed', message: '', assertionResults: [] },
  ]
  expect(vitestFailures(report({ testResults }))).toEqual(['lib/b.test.ts › Cannot find x'])
})

test('a journey is named with its line, however deep it stands', () => {
  const spec = (title: string, ok: boolean) => ({
    title,
    file: 'alarms.e2e.ts',
    line: 7,
    ok,
    tests: [{ results: ok ? [{}] : [{ error: { message: 'Error: \u001B[2mtimed out\u001B[22m\nmore' } }] }],
  })
  const suites = [{ specs: [spec('rings', true)], suites: [{ specs: [spec('calms down', false)] }] }]
  expect(playwrightFailures(report({ suites }))).toEqual(['alarms.e2e.ts:7 › calms down › Error: timed out'])
})

test.each(['', '{', '{}'])('"%s" names nothing', (content) => {
  expect(vitestFailures(report(content))).toEqual([])
  expect(playwrightFailures(report(content))).toEqual([])
})
