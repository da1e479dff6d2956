import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'

const SERVER = fileURLToPath(new URL('testing/small-server.mjs', import.meta.url))

let child: ChildProcess | null = null
afterEach(() => child?.kill('SIGKILL'))

type Running = { url: string; output: () => string; ended: Promise<{ code: number | null; afterMs: number }> }

async function startServer(workMs = 0): Promise<Running & { signal: (name: NodeJS.Signals) => void }> {
  const server = spawn(process.execPath, [SERVER, String(workMs)], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = server
  let output = ''
  server.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(server.stdout, 'data')
  let askedAt = 0
  return {
    url: output.trim(),
    output: () => output,
    ended: once(server, 'exit').then(([code]) => ({
      code: typeof code === 'number' ? code : null,
      afterMs: performance.now() - askedAt,
    })),
    signal: (name) => {
      askedAt ||= performance.now()
      server.kill(name)
    },
  }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it with code 0 and a word', async (name) => {
  const server = await startServer()
  server.signal(name)
  const { code, afterMs } = await server.ended
  expect(code).toBe(0)
  expect(afterMs).toBeLessThan(1_000)
  expect(server.output()).toContain('goodbye')
})

test('open pages do not hold it', async () => {
  const server = await startServer()
  const streams = await Promise.all([1, 2, 3].map(() => fetch(`${server.url}/events`)))
  server.signal('SIGINT')
  const { code, afterMs } = await server.ended
  expect(code).toBe(0)
  expect(afterMs).toBeLessThan(1_000)
  await Promise.allSettled(streams.map((stream) => stream.text()))
})

test('a request that is never answered holds it for less than two seconds', async () => {
  const server = await startServer()
  const never = fetch(`${server.url}/never`).catch(() => undefined)
  while (!server.output().includes('never asked')) await sleep(10)
  server.signal('SIGTERM')
  const { code, afterMs } = await server.ended
  expect(code).toBe(0)
  expect(afterMs).toBeLessThan(2_500)
  await never
})

test('work that was handed over is awaited', async () => {
  const server = await startServer(500)
  server.signal('SIGTERM')
  const { code } = await server.ended
  expect(code).toBe(0)
  expect(server.output()).toContain('work is done')
})

test('work that takes too long is not', async () => {
  const server = await startServer(10_000)
  server.signal('SIGTERM')
  const { code, afterMs } = await server.ended
  expect(code).toBe(0)
  expect(afterMs).toBeLessThan(3_000)
})

test('a second Ctrl-C ends it at once', async () => {
  const server = await startServer(10_000)
  server.signal('SIGINT')
  await sleep(600)
  server.signal('SIGINT')
  const { code, afterMs } = await server.ended
  expect(code).toBe(130)
  expect(afterMs).toBeLessThan(1_000)
})

test('one Ctrl-C that npm passes on a second time is still one', async () => {
  const server = await startServer(500)
  server.signal('SIGINT')
  await sleep(50)
  server.signal('SIGINT')
  expect((await server.ended).code).toBe(0)
  expect(server.output()).toContain('work is done')
})
