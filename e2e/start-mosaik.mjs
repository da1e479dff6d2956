// @ts-check
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A Mosaik of its own for one journey or one measurement: own home, own port, own loopback network, started by the
 * command a user types. The jar cache is the user's, so that fetching Kafka is not part of any number.
 *
 * @param {{ network: string, environment?: Record<string, string> }} options
 */
export async function startMosaik({ network, environment = {} }) {
  const home = await mkdtemp(join(tmpdir(), 'mosaik-bench-'))
  const port = await freePort()
  const env = {
    ...process.env,
    // As the start script of package.json has it.
    MALLOC_ARENA_MAX: '2',
    PORT: String(port),
    MOSAIK_HOME: home,
    MOSAIK_NETWORK: network,
    ...environment,
  }
  const url = `http://127.0.0.1:${port}`
  const start = async () => {
    const startedAt = performance.now()
    const child = spawn(process.execPath, ['bin/mosaik.mjs', 'start'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    await readyLine(child)
    return { child, readyMs: performance.now() - startedAt }
  }
  let running = await start()
  return {
    url,
    home,
    env,
    async serverPid() {
      /** @type {{ pid: number }} */
      const server = JSON.parse(await readFile(join(home, 'server.json'), 'utf8'))
      return server.pid
    },
    /** Ctrl-C, as a person ends the console. Returns how it ended and how long that took. */
    async interrupt() {
      const startedAt = performance.now()
      return { code: await end(running.child, 'SIGINT'), tookMs: performance.now() - startedAt }
    },
    /** The worst that can happen to the console: no handler runs, nothing is written any more. */
    async kill() {
      await end(running.child, 'SIGKILL')
    },
    /** Starts again on the same home; milliseconds from the command to `Mosaik is ready`. */
    async start() {
      running = await start()
      return running.readyMs
    },
    /** Ends the console and its clusters and removes the home. */
    async dispose() {
      await end(running.child, 'SIGINT')
      await new Promise((resolve) => {
        spawn(process.execPath, ['bin/mosaik.mjs', 'stop'], { env, stdio: 'ignore' }).once('exit', resolve)
      })
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function readyLine(child) {
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString()
      if (output.includes('Mosaik is ready at')) resolve(undefined)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) =>
      reject(new Error(`Mosaik ended with code ${code} before it was ready:\n${output}`)),
    )
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {'SIGINT' | 'SIGKILL'} signal
 * @returns {Promise<number | null>} the exit code, null after a kill
 */
async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
