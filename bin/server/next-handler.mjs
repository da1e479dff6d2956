// @ts-check
import { ROOT } from '../system/settings.mjs'
import { Refusal } from '../system/refusal.mjs'

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
  await app.prepare()
  return app.getRequestHandler()
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
