import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { serveCloudWatch } from '../http/cloudwatch/serve-cloudwatch'
import { serveConsole } from '../http/console'
import { serveLiveStream } from '../http/live-stream'
import { serveMsk } from '../http/msk'
import { serveTargets } from '../metrics/open/serve-targets'

/**
 * The handlers that the route files name, behind a real HTTP server: without pages, and without the build that Next's
 * own server needs. The first path that fits is the more special one, as in Next.
 */
type Handler = (request: Request) => Response | Promise<Response>

const ROUTES: readonly (readonly [path: string, handler: Handler])[] = [
  ['/api/console/events', serveLiveStream],
  ['/api/console/', serveConsole],
  ['/api/v2/', serveMsk],
  ['/replication/v1/', serveMsk],
  ['/v1/', serveMsk],
  ['/prometheus/targets', serveTargets],
  // The front door sends it to the route of its own that it has beside the console's first page.
  ['/', serveCloudWatch],
]

export type TestServer = { url: string; close(): Promise<void> }

export async function openTestServer(): Promise<TestServer> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) =>
      outgoing.destroy(new Error('failed', { cause: error })),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const handler = ROUTES.find(([path]) => incoming.url?.startsWith(path))?.[1]
  if (!handler) {
    outgoing.writeHead(404).end()
    return
  }
  const response = await handler(requestOf(incoming, gone.signal))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) {
    outgoing.end()
    return
  }
  // The headers of an event stream must go out before its first event.
  outgoing.flushHeaders()
  const reader = response.body.getReader()
  gone.signal.addEventListener('abort', () => void reader.cancel())
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    outgoing.write(value)
  }
  outgoing.end()
}

function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', url = '', headers } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
  const init: RequestInit & { duplex?: 'half' } = { method, headers: entries, signal }
  if (hasBody) Object.assign(init, { body: streamOf(incoming), duplex: 'half' })
  return new Request(`http://${headers.host ?? 'localhost'}${url}`, init)
}

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false })
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
  })
}
