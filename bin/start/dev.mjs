// @ts-check
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../system/settings.mjs'

/**
 * What the engine is made of. Hot reload is for pages: an edited module of these would be loaded beside the old one,
 * whose timers go on, and two engines would drive the same brokers. So the process is started anew.
 */
const RESTARTS = ['lib/server', 'lib/domain', 'lib/broker-runtime', 'lib/contract', 'prisma', 'bin']
const SETTLE_MS = 200

/** `npm run dev`: the server with hot reload for its pages, started again when what is below them changes. */
export function run() {
  const entry = fileURLToPath(new URL('../mosaik.mjs', import.meta.url))
  let isEnding = false
  let isStale = false
  /** @type {NodeJS.Timeout | undefined} */
  let settling
  let child = startServer()

  function startServer() {
    isStale = false
    const server = spawn(process.execPath, [entry, 'start', '--development'], { stdio: 'inherit' })
    server.on('exit', (code) => {
      if (isEnding) process.exit(code ?? 0)
      // One that could not start said why; the next change tries again.
      if (isStale) child = startServer()
    })
    return server
  }

  const restart = () => {
    console.log('A file below the pages changed: starting anew.')
    isStale = true
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    else child = startServer()
  }
  for (const folder of RESTARTS) {
    watch(join(ROOT, folder), { recursive: true }, (_event, name) => {
      if (/\.test\.|~$/.test(name ?? '')) return
      clearTimeout(settling)
      settling = setTimeout(restart, SETTLE_MS)
    })
  }
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(name, () => {
      isEnding = true
      child.kill(name)
    })
  }
  return new Promise(() => undefined)
}
