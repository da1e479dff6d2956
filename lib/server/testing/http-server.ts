import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as console from '@/app/api/console/[...path]/route'
import * as events from '@/app/api/console/events/route'
import * as v2 from '@/app/api/v2/[...path]/route'
import * as replication from '@/app/replication/v1/[...path]/route'
import * as v1 from '@/app/v1/[...path]/route'

/**
 * The route files behind a real HTTP server, without the build that Next's own needs. A path leads to the route file
 * Next would choose for it; the first that fits is the more special one.
 */
type Handler = (request: Request) => Response | Promise<Response>

const ROUTES: readonly [path: string, route: object][] = [
  ['/api/console/events', events],
  ['/api/console/', console],
  ['/api/v2/', v2],
  ['/replication/v1/', replication],
  ['/v1/', v1],
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
  const handler = handlerOf(incoming)
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

function handlerOf({ url = '', method = '' }: IncomingMessage): Handler | undefined {
  const route = ROUTES.find(([path]) => url.startsWith(path))?.[1]
  const handler: unknown = route && Reflect.get(route, method)
  return isHandler(handler) ? handler : undefined
}

/** Route files export functions under the names of methods and nothing else that is a function. */
const isHandler = (value: unknown): value is Handler => typeof value === 'function'

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
