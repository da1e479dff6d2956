import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { clusterIdOf, createCluster, stateOf } from './api'
import { freePort } from './start-mosaik.mjs'

/**
 * The systemd unit, carried out as systemd would: only its own words are followed, and systemctl is asked through a
 * stand-in, for systemd is seldom the first process where tests run.
 */
const run = promisify(execFile)
let home = ''
let tools = ''
const NAME = 'mosaik.service'

type Unit = {
  words: (key: string) => string[]
  environment: NodeJS.ProcessEnv
  value: (key: string) => string
}
let unit: Unit
let url = ''
let main: ChildProcess

const unquoted = (text: string) => text.replaceAll('\\"', '"').replaceAll('\\\\', '\\').replaceAll('%%', '%')

function readUnit(text: string): Unit {
  const lines = text.split('\n').map((line) => line.split(/=(.*)/s))
  const values = (key: string) => lines.filter(([name]) => name === key).map(([, value = '']) => value)
  const value = (key: string) => values(key)[0] ?? ''
  return {
    value,
    words: (key) =>
      [...value(key).matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, inQuotes, bare = '']) =>
        unquoted(inQuotes ?? bare.replace('%n', NAME)).replaceAll('$$', '$'),
      ),
    environment: {
      NODE_ENV: 'production',
      HOME: homedir(),
      ...Object.fromEntries(
        values('Environment').map((each) => unquoted(each.slice(1, -1)).split(/=(.*)/s).slice(0, 2)),
      ),
    },
  }
}

/** `systemctl list-jobs` says this from now on. */
const says = (job: string): void =>
  writeFileSync(join(tools, 'systemctl'), `#!/bin/sh\necho "${job}"\n`, { mode: 0o755 })

async function start(): Promise<void> {
  const [program = '', ...args] = unit.words('ExecStart')
  main = spawn(program, args, { cwd: unit.value('WorkingDirectory'), env: unit.environment, stdio: 'ignore' })
  await expect
    .poll(
      () =>
        fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 120_000 },
    )
    .toBe(true)
}

/** What systemd does when the unit ends: its stop command first, then its main process alone. */
async function end(job: string): Promise<void> {
  says(job)
  const [program = '', ...args] = unit.words('ExecStop')
  const timeout = Number(unit.value('TimeoutStopSec')) * 1_000
  await run(program, args, { cwd: unit.value('WorkingDirectory'), env: unit.environment, timeout })
  if (main.exitCode !== null || main.signalCode !== null) return
  const ended = new Promise((resolve) => main.once('exit', resolve))
  main.kill('SIGTERM')
  await ended
}

const nodesSchema = z.object({ nodes: z.array(z.object({ pid: z.number().nullable(), health: z.string() })) })
const pidsOf = async (arn: string) => {
  const reply = await fetch(`${url}/api/console/clusters/${clusterIdOf(arn)}`)
  return nodesSchema.parse(await reply.json()).nodes.map(({ pid }) => pid)
}
/** One that ended and that nobody has asked about yet is still in the table of processes. */
const runs = (pid: number | null): boolean => {
  try {
    return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
const power = (arn: string, to: 'on' | 'off') =>
  fetch(`${url}/api/console/clusters/${clusterIdOf(arn)}/power`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ power: to }),
  })

test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'mosaik-unit-'))
  tools = mkdtempSync(join(tmpdir(), 'mosaik-tools-'))
  url = `http://127.0.0.1:${await freePort()}`
  const environment = {
    ...process.env,
    PATH: `${tools}:${process.env.PATH}`,
    MOSAIK_HOME: home,
    PORT: new URL(url).port,
    MOSAIK_NETWORK: '127.145.0.0/16',
  }
  const { stdout } = await run(process.execPath, ['bin/mosaik.mjs', 'unit'], { env: environment })
  unit = readUnit(stdout)
})
test.afterAll(async () => {
  await end(`1 ${NAME} stop running`)
  for (const folder of [home, tools]) rmSync(folder, { recursive: true, force: true })
})

test('brokers outlive a restart and a crash, end in order with a stop, and come back with the machine', async () => {
  test.setTimeout(300_000)
  await start()
  const server = { url }
  const arn = await createCluster(server, 'unit', { 'mosaik:shape': 'development' })
  const off = await createCluster(server, 'asleep', { 'mosaik:shape': 'development' })
  for (const each of [arn, off])
    await expect.poll(() => stateOf(server, each), { timeout: 60_000 }).toBe('ACTIVE')
  await power(off, 'off')
  await expect.poll(() => pidsOf(off), { timeout: 30_000 }).toEqual([null])
  await expect.poll(() => pidsOf(arn)).toEqual([expect.any(Number)])
  const [broker = null] = await pidsOf(arn)

  await test.step('restarted', async () => {
    await end(`7 ${NAME} restart running`)
    expect(runs(broker)).toBe(true)
    await start()
    await expect.poll(() => pidsOf(arn)).toEqual([broker])
  })
  await test.step('killed', async () => {
    const ended = new Promise((resolve) => main.once('exit', resolve))
    main.kill('SIGKILL')
    await ended
    await end('')
    expect(runs(broker)).toBe(true)
    await start()
    await expect.poll(() => pidsOf(arn)).toEqual([broker])
  })
  await test.step('stopped', async () => {
    const begunAt = Date.now()
    await end(`9 ${NAME} stop running`)
    expect(Date.now() - begunAt).toBeLessThan(60_000)
    expect(runs(broker)).toBe(false)
  })
  await test.step('the machine starts', async () => {
    await start()
    await expect.poll(() => stateOf(server, arn), { timeout: 60_000 }).toBe('ACTIVE')
    await expect.poll(() => pidsOf(arn), { timeout: 60_000 }).toEqual([expect.any(Number)])
    expect(await pidsOf(off)).toEqual([null])
    const { stdout } = await run('grep', [
      '-rlE',
      'Recovering unflushed|unclean shutdown',
      join(home, 'clusters'),
    ]).catch(() => ({ stdout: '' }))
    expect(stdout).toBe('')
  })
})
