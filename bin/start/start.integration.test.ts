import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runMosaik } from '../testing/run-mosaik'

/** The command itself, on the built console. The first run builds it when a source changed. */
const ENTRY = fileURLToPath(new URL('../mosaik.mjs', import.meta.url))
const BUILD_MS = 300_000

type Server = { child: ChildProcess; url: string; port: string; output: () => string }

let folder = ''
const homeOf = (name: string): string => join(folder, name)
const environment = (name: string, more: Record<string, string> = {}): Record<string, string> => ({
  MOSAIK_HOME: homeOf(name),
  MOSAIK_NETWORK: '127.78.0.0/16',
  PORT: '0',
  ...more,
})

const servers: ChildProcess[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosaik-start-'))
})
afterAll(() => {
  for (const child of servers) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function startServer(env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, [ENTRY, 'start'], { env: { ...process.env, ...env } })
  servers.push(child)
  let output = ''
  const ended = once(child, 'exit')
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const ready = /Mosaik is ready at (http:\S+)/.exec(output)?.[1]
      if (ready) resolve(ready)
    })
    void ended.then(() => reject(new Error(`Mosaik ended before it was ready:\n${output}`)))
  })
  return { child, url, port: new URL(url).port, output: () => output }
}

async function end(server: Server, signal: NodeJS.Signals): Promise<{ code: unknown; afterMs: number }> {
  const began = performance.now()
  const ended = once(server.child, 'exit')
  server.child.kill(signal)
  const [code] = await ended
  return { code, afterMs: performance.now() - began }
}

describe('a server', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(environment('main'))
  }, BUILD_MS)

  test('answers pages and the API when it says that it is ready', async () => {
    expect((await fetch(server.url)).status).toBe(200)
    const reply = await fetch(`${server.url}/v1/clusters`)
    expect(await reply.json()).toEqual({ clusterInfoList: [] })
  })

  test('keeps everything for its user alone', () => {
    expect(statSync(homeOf('main')).mode & 0o777).toBe(0o700)
    const open = readdirSync(homeOf('main')).filter(
      (name) => (statSync(join(homeOf('main'), name)).mode & 0o077) !== 0,
    )
    expect(open).toEqual([])
  })

  test('refuses a page of another origin', async () => {
    const headers = { origin: 'http://evil.example' }
    expect((await fetch(`${server.url}/v1/clusters`, { method: 'POST', headers })).status).toBe(403)
  })

  test('a second one on its home is refused with a sentence', async () => {
    const second = await runMosaik(['start'], environment('main'))
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr).toBe(
      `Another Mosaik (pid ${server.child.pid}, ${server.url}) uses ${homeOf('main')}. Stop it first, or start this one with its own MOSAIK_HOME and PORT.\n`,
    )
  })

  test('a second one on its port is refused, and makes no home', async () => {
    const second = await runMosaik(['start'], environment('other', { PORT: server.port }))
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr).toContain(`Port ${server.port} is taken by process ${server.child.pid}`)
    expect(second.stderr.trim().split('\n')).toHaveLength(1)
    expect(existsSync(homeOf('other'))).toBe(false)
  })

  test('ends within two seconds with pages open, and says so', async () => {
    const pages = await Promise.all(
      Array.from({ length: 8 }, () => fetch(`${server.url}/api/console/events`)),
    )
    const { code, afterMs } = await end(server, 'SIGINT')
    expect(code).toBe(0)
    expect(afterMs).toBeLessThan(2_500)
    expect(server.output()).toContain('Mosaik has stopped. No cluster is running.')
    expect(existsSync(join(homeOf('main'), 'server.json'))).toBe(false)
    await Promise.allSettled(pages.map((page) => page.text()))
  })

  test('starts again after the worst, quietly', async () => {
    const killed = await startServer(environment('main'))
    await end(killed, 'SIGKILL')
    const again = await startServer(environment('main'))
    expect(again.output()).toBe(`Mosaik is ready at ${again.url}\n`)
    expect((await fetch(again.url)).status).toBe(200)
    server = again
  })

  test('npm run stop ends it too', async () => {
    const ended = once(server.child, 'exit')
    const stopped = await runMosaik(['stop'], environment('main'))
    expect(stopped).toMatchObject({ code: 0, stdout: expect.stringContaining('Stopped the server') })
    expect((await ended)[0]).toBe(0)
  })
})

describe('is refused with one sentence, before anything is written', () => {
  test.each([
    ['HOST', { HOST: '0.0.0.0' }, 'no sign-in yet'],
    ['PORT', { PORT: 'http' }, 'not a port'],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost' }, 'SQLite file'],
    ['MOSAIK_KAFKA_DIST', { MOSAIK_KAFKA_DIST: '/nowhere' }, 'Correct MOSAIK_KAFKA_DIST'],
    ['MOSAIK_JAVA_HOME', { MOSAIK_JAVA_HOME: '/nowhere' }, 'Install Java 17 or newer'],
    ['PATH', { PATH: '/nowhere' }, 'Install Maven'],
  ])('%s', async (name, more, sentence) => {
    const refused = await runMosaik(['start'], environment(`refused-${name}`, more))
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain(sentence)
    expect(refused.stderr).not.toContain('    at ')
    expect(existsSync(homeOf(`refused-${name}`))).toBe(false)
  })
})

test('an unknown command names the known ones', async () => {
  expect(await runMosaik(['begin'], {})).toMatchObject({
    code: 1,
    stderr: 'Usage: node bin/mosaik.mjs <start|dev|stop|kafka|restore|unit|test|verify>\n',
  })
})
