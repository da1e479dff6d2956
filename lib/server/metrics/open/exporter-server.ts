import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { EXPOSITION_TYPE } from '@/lib/domain/metrics/exposition'
import { formatEndpoint, type Endpoint } from '@/lib/domain/node'

/** Scrapers of one node at a time; more wait in the kernel's queue. */
const CONNECTIONS_MAX = 16
const REQUEST_MS_MAX = 5_000

export type ExporterServer = {
  endpoint: Endpoint
  /** Whom it speaks for, in words. */
  name: string
  figures: () => Promise<string | null>
  /** Further names that this machine answers to. */
  allowedHosts: readonly string[]
}

/** Listens where Prometheus expects a node's host figures. Throws where somebody else does. */
export async function openExporterServer(exporter: ExporterServer): Promise<Server> {
  const server = createServer((request, response) => {
    answer(exporter, request, response).catch((error: unknown) =>
      say(response, 500, `The figures of ${exporter.name} could not be read: ${String(error)}`),
    )
  })
  server.maxConnections = CONNECTIONS_MAX
  server.requestTimeout = REQUEST_MS_MAX
  const { host, port } = exporter.endpoint
  server.listen({ host, port, exclusive: true })
  await once(server, 'listening')
  server.unref()
  return server
}

async function answer(
  { endpoint, name, figures, allowedHosts }: ExporterServer,
  { method, url = '', headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const own = formatEndpoint(endpoint)
  // A web page whose own name was made to lead here asks under that name.
  const asked = headers.host?.toLowerCase() ?? ''
  if (asked !== own && !allowedHosts.includes(asked.replace(/:\d+$/, ''))) {
    return say(response, 403, `Only ${own} is answered for here, not the host "${asked}".`)
  }
  if (method !== 'GET' && method !== 'HEAD') return say(response, 405, 'Figures can be read with GET only.')
  if (url.split('?')[0] !== '/metrics') {
    return say(response, 404, `Host figures of ${name} for Prometheus are at http://${own}/metrics.`)
  }
  const text = await figures()
  if (text === null) return say(response, 503, `${name} does not run: there is nothing to measure.`)
  response.writeHead(200, { 'content-type': EXPOSITION_TYPE }).end(text)
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`)
}
