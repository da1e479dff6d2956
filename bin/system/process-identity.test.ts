import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { commandLineOf, endProcess, isRunning, ownIdentity, startTicksOf } from './process-identity.mjs'

const sleeper = (script = 'setInterval(() => undefined, 1000)') => {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  const { pid } = child
  if (pid === undefined) throw new Error('not started')
  const startTicks = startTicksOf(pid)
  if (startTicks === null) throw new Error('not found')
  return { child, identity: { pid, startTicks } }
}

test('this process is running', () => {
  expect(isRunning(ownIdentity())).toBe(true)
  expect(commandLineOf(process.pid).join(' ')).toContain('node')
})

test('a process with the same pid but another start is somebody else', async () => {
  const { child, identity } = sleeper()
  const earlier = { ...identity, startTicks: '1' }
  expect(isRunning(earlier)).toBe(false)
  await endProcess(earlier, 0)
  expect(isRunning(identity)).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isRunning(identity)).toBe(false)
})

test('asks first', async () => {
  const { child, identity } = sleeper()
  const exit = once(child, 'exit')
  expect(await endProcess(identity, 5_000)).toBe('ended')
  // It has ended before anyone here was told.
  await exit
  expect(child.exitCode ?? child.signalCode).toBe('SIGTERM')
})

test('forces who does not listen', async () => {
  const { child, identity } = sleeper(
    'process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000); console.log("up")',
  )
  await once(child.stdout, 'data')
  expect(await endProcess(identity, 100)).toBe('forced')
  expect(isRunning(identity)).toBe(false)
})

test('a process that is gone already has ended', async () => {
  const { child, identity } = sleeper('0')
  await once(child, 'exit')
  expect(await endProcess(identity, 0)).toBe('ended')
  expect(commandLineOf(identity.pid)).toEqual([])
})
