// @ts-check
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { errorCode, Refusal } from '../system/refusal.mjs'
import { BODY_BYTES_MAX, boundBody } from './body-bound.mjs'
import { findPortHolder } from './port-holder.mjs'
import { createGuard } from './request-guard.mjs'

/**
 * The server's own HTTP server; Next only ever sees what passed here. It binds its port before the long steps of a
 * start, so that a taken port is told in the first second, and answers 503 until `open` gives it a handler.
 *
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} Handler
 *
 * @typedef {object} FrontDoor
 * @property {string} url
 * @property {number} port
 * @property {(handler: Handler) => void} open
 * @property {(withinMs: number) => Promise<void>} close
 */

/**
 * @param {{ host: string, port: number, allowedHosts: readonly string[], allowsUpgrade?: boolean }} settings
 * @returns {Promise<FrontDoor>}
 */
export async function buildFrontDoor(settings) {
  /** @type {Handler | null} */
  let handler = null
  /** @type {ReturnType<typeof createGuard> | null} */
  let guard = null
  /** @type {Set<import('node:http').ServerResponse>} */
  const answering = new Set()

  const server = createServer((request, response) => {
    answering.add(response)
    response.once('close', () => answering.delete(response))
    const refused = guard?.(asked(request))
    if (refused) return refuse(response, refused.status, refused.message)
    if (!handler) return refuse(response, 503, 'Mosaik is starting.')
    if (!boundBody(request, () => refuseLongBody(response))) return
    request.url = pathFor(request)
    void handler(request, response)
  })
  // Only hot reload speaks WebSocket, which Next answers itself; the same callers are let in as elsewhere.
  server.on('upgrade', (request, socket) => {
    const isWelcome = settings.allowsUpgrade && guard !== null && guard(asked(request)) === null
    if (!isWelcome) socket.destroy()
  })
  // Longer than the pools of SDKs keep an idle connection, so that the client is the one to close it.
  server.keepAliveTimeout = 75_000

  await listen(server, settings)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const { port } = address
  guard = createGuard({ ...settings, port })

  return {
    port,
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    open: (next) => (handler = next),
    close: (withinMs) => close(server, answering, withinMs),
  }
}

/** @param {import('node:http').IncomingMessage} request */
const asked = ({ method = '', url = '', headers }) => ({ method, url, headers })

/**
 * AWS clients ask CloudWatch with `POST /`, where a browser finds the console with `GET /`. Next has one owner for a
 * path, so the route of the first stands elsewhere.
 *
 * @param {import('node:http').IncomingMessage} request
 */
const pathFor = ({ method, url = '' }) =>
  method === 'POST' ? url.replace(/^\/(?=$|\?)/, '/api/cloudwatch') : url

/**
 * No new connections; event streams end now because they never would; other answers may finish within the bound.
 *
 * @param {import('node:http').Server} server
 * @param {ReadonlySet<import('node:http').ServerResponse>} answering
 * @param {number} withinMs
 */
async function close(server, answering, withinMs) {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  for (const response of answering) {
    response.shouldKeepAlive = false
    if (isEventStream(response)) response.destroy()
  }
  const timer = setTimeout(() => server.closeAllConnections(), withinMs)
  await closed
  clearTimeout(timer)
}

/** Next sets headers one by one, which is what makes them readable here. @param {import('node:http').ServerResponse} response */
const isEventStream = (response) => String(response.getHeader('content-type')).startsWith('text/event-stream')

/**
 * @param {import('node:http').Server} server
 * @param {{ host: string, port: number }} settings
 */
async function listen(server, { host, port }) {
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port }, () => resolve(undefined))
    })
  } catch (error) {
    throw describeListenError(error, host, port)
  }
}

/** @param {unknown} error @param {string} host @param {number} port */
function describeListenError(error, host, port) {
  switch (errorCode(error)) {
    case 'EADDRINUSE': {
      const holder = findPortHolder(port)
      const who = holder ? ` by process ${holder.pid} (${holder.command})` : ''
      return new Refusal(
        `Port ${port} is taken${who}. End that program, or choose another port: PORT=${port + 1} npm start.`,
      )
    }
    case 'EACCES':
      return new Refusal(
        `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Refusal(`${host} is not an address of this machine. Correct HOST or unset it.`)
    default:
      return error
  }
}

/** @type {Readonly<Record<number, string>>} */
const ERROR_TYPES = { 403: 'ForbiddenException', 503: 'ServiceUnavailableException' }

/**
 * In the shape of the AWS protocol, so that SDKs show the sentence too.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} message
 */
function refuse(response, status, message) {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amzn-ErrorType': ERROR_TYPES[status] ?? 'BadRequestException',
    'x-amzn-RequestId': randomUUID(),
    ...(status === 503 && { 'retry-after': '1' }),
    // The rest of an unread body would otherwise be taken for the next request.
    connection: 'close',
  })
  response.end(JSON.stringify({ message }))
}

/** @param {import('node:http').ServerResponse} response */
function refuseLongBody(response) {
  refuse(response, 413, `The request body is longer than ${BODY_BYTES_MAX / 1024 / 1024} MiB.`)
}
