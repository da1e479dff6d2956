// @ts-check
import { join } from 'node:path'
import { ROOT } from '../system/settings.mjs'
import { Refusal } from '../system/refusal.mjs'
import { withBuiltFiles } from './built-files.mjs'

/**
 * Loads the built console and API into this process. `next()` runs `instrumentation.ts`, which starts
 * the engine; a throw there is logged by Next and leaves a server that answers 500 to everything, hence `proveAnswer`.
 *
 * @param {{ host: string, port: number, isDevelopment: boolean }} settings
 * @returns {Promise<import('./front-door.mjs').Handler>}
 */
export async function loadNext({ host, port, isDevelopment }) {
  const { default: next } = await import('next')
  const app = next({ dev: isDevelopment, dir: ROOT, hostname: host, port })
  if (isDevelopment) await app.prepare()
  else await withoutChatter(() => app.prepare())
  const handler = app.getRequestHandler()
  return isDevelopment ? handler : withBuiltFiles(handler, join(ROOT, '.next/static'))
}

/**
 * Next says on each start how long it took to read its configuration, and has no setting for that. Its errors go
 * another way, and so does our own log.
 *
 * @param {() => Promise<void>} work
 */
async function withoutChatter(work) {
  const { log } = console
  console.log = () => undefined
  try {
    await work()
  } finally {
    console.log = log
  }
}

/**
 * Asks the server for its first page, as the user will. Ready is said only after that.
 * @param {string} url
 */
export async function proveAnswer(url) {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) })
  await response.arrayBuffer()
  if (response.status < 500) return
  throw new Refusal(
    `Mosaik started but answers its own first page with ${response.status}. The reason is in the lines above.`,
  )
}
