import { LIVE_PATH } from '@/lib/contract/console/live-path'
import { type LiveHint, liveHintSchema } from '@/lib/contract/console/host'
import { serverNow } from './clock'

/**
 * One event stream per browser, however many tabs are open: over HTTP/1.1 a browser has six connections to a host,
 * and a stream per tab would starve the seventh. A Web Lock elects the leader, which holds the stream and passes
 * hints on by BroadcastChannel; when its tab closes, the lock and with it the lead falls to another. A hint carries
 * no data, only that something changed. Without a stream (no locks, server gone) queries poll faster.
 */
export type LiveState = { streaming: boolean; heardAt: number | null }
type Message = { is: 'hint'; hint: LiveHint } | { is: 'streaming'; streaming: boolean } | { is: 'hello' }

let state: LiveState = { streaming: false, heardAt: null }
const watchers = new Set<() => void>()

export const liveState = (): LiveState => state
export const isStreaming = (): boolean => state.streaming

export function watchLive(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function heardFromServer() {
  change({ heardAt: serverNow() })
}

function change(part: Partial<LiveState>) {
  state = { ...state, ...part }
  for (const watcher of watchers) watcher()
}

/** `onGap` is called when hints may have been missed: everything shown must be asked for again. */
export function startLive(onHint: (hint: LiveHint) => void, onGap: () => void): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return () => {}
  const ended = new AbortController()
  const channel = new BroadcastChannel('mosaik-live')
  let leads = false

  const receive = (message: Message) => {
    switch (message.is) {
      case 'hint':
        heardFromServer()
        return onHint(message.hint)
      case 'streaming':
        if (message.streaming && !state.streaming) onGap()
        return change({ streaming: message.streaming })
      case 'hello':
        if (leads) post(channel, { is: 'streaming', streaming: state.streaming })
    }
  }
  const tell = (message: Message) => {
    post(channel, message)
    receive(message)
  }

  channel.addEventListener('message', (event: MessageEvent<Message>) => receive(event.data))
  post(channel, { is: 'hello' })
  navigator.locks
    .request('mosaik-live', { signal: ended.signal }, async () => {
      // Granted in the moment the page ended: give it on at once, or no tab would ever lead again.
      if (ended.signal.aborted) return
      leads = true
      await holdStream(tell, ended.signal)
    })
    // The request is given up with the page that made it.
    .catch(() => {})
  return () => {
    ended.abort()
    channel.close()
  }
}

function post(channel: BroadcastChannel, message: Message) {
  // A channel reaches this origin only, unlike a window; there is no target to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage(message)
}

const RETRY_MS = 3000

/**
 * Keeps the stream, and with the promise the lock, until the page ends. The browser reconnects a broken stream by
 * itself, but not one that was refused (the server was starting): that is tried again here.
 */
function holdStream(tell: (message: Message) => void, ended: AbortSignal): Promise<void> {
  let stream: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  const connect = () => {
    const opened = new EventSource(LIVE_PATH)
    stream = opened
    opened.addEventListener('open', () => tell({ is: 'streaming', streaming: true }))
    opened.addEventListener('message', (event: MessageEvent<string>) => {
      const hint = readHint(event.data)
      if (hint !== null) tell({ is: 'hint', hint })
    })
    opened.addEventListener('error', () => {
      tell({ is: 'streaming', streaming: false })
      if (opened.readyState === EventSource.CLOSED) retry = setTimeout(connect, RETRY_MS)
    })
  }
  connect()
  return new Promise((resolve) => {
    ended.addEventListener('abort', () => {
      clearTimeout(retry)
      stream?.close()
      resolve()
    })
  })
}

function readHint(text: string): LiveHint | null {
  try {
    const hint = liveHintSchema.safeParse(JSON.parse(text))
    return hint.success ? hint.data : null
  } catch {
    return null
  }
}
