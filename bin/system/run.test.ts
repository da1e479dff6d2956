import { expect, test } from 'vitest'
import { run } from './run.mjs'

const node = (script: string, options: { tellsWhy?: boolean; timeoutMs?: number } = {}) =>
  run('The step', process.execPath, ['-e', script], { cwd: process.cwd(), ...options })

test('returns what was printed', async () => {
  expect(await node('console.log("out"); console.error("err")')).toBe('out\nerr\n')
})

test('a failure shows how it began and how it ended', async () => {
  const printed = node('for (let i = 1; i <= 100; i++) console.log("line", i); process.exitCode = 3')
  await expect(printed).rejects.toThrow(
    /^The step failed: .* ended with 3\.\n\nline 1\n[^]*\n…\n[^]*line 100$/,
  )
})

test('a step of ours says itself why', async () => {
  await expect(node('console.error("No."); process.exitCode = 1', { tellsWhy: true })).rejects.toThrow(
    /^No\.$/,
  )
})

test('a program that is not there', async () => {
  const missing = run('The step', '/nowhere/program', [], { cwd: process.cwd() })
  await expect(missing).rejects.toThrow(/The step failed: \/nowhere\/program could not be run/)
})

test('a bound on its time', async () => {
  await expect(node('setInterval(() => undefined, 1000)', { timeoutMs: 100 })).rejects.toThrow('SIGTERM')
})
