import { log } from '../log'
import { events } from '../process'

/** Proxies and browsers take a silent connection for a dead one. */
const HEARTBEAT_MS = 15_000
/** Hints a client may be behind before it is let go; it connects again and asks for everything. */
const BEHIND_MAX = 256

const bytes = new TextEncoder()

/**
 * The stream of hints, as server-sent events. It ends with the client or with the process, whichever is first, and
 * holds a subscription and a timer exactly that long.
 */
export function serveLiveStream(request: Request): Response {
  let end = (): void => undefined
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string): void => {
          if ((controller.desiredSize ?? 0) < -BEHIND_MAX) return end()
          controller.enqueue(bytes.encode(text))
        }
        const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
        let isOpen = true
        let unsubscribe = (): void => undefined
        end = () => {
          if (!isOpen) return
          isOpen = false
          clearInterval(heartbeat)
          unsubscribe()
          request.signal.removeEventListener('abort', end)
          try {
            controller.close()
          } catch (error) {
            // The client was first: a stream it cancelled is closed already.
            log.debug({ error }, 'An event stream had ended before it was closed')
          }
        }
        request.signal.addEventListener('abort', end)
        // The first bytes make the browser fire `open` now and not with the first hint.
        send(': here\n\n')
        unsubscribe = events().subscribe({
          hint: (hint) => send(`data: ${JSON.stringify(hint)}\n\n`),
          ended: () => end(),
        })
        if (!isOpen || request.signal.aborted) {
          unsubscribe()
          end()
        }
      },
      cancel: () => end(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
