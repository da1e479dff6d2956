import type { LiveHint } from '@/lib/contract/console/host'

/**
 * Hints for the pages: "something under this topic changed". A hint carries a version and nothing else; whoever
 * hears it asks again. Topics are `alarms`, `clusters`, `cluster/<id>`, `operation/<id>`,
 * `topics/<cluster id>`, `metrics/<cluster id>`, `charts/<cluster id>`, `groups/<cluster id>` and `host`.
 */
export type EventBus = {
  publish(topic: LiveTopic): void
  /** `ended` is called once, when the process stops: a stream that stays open would keep it from ending. */
  subscribe(subscriber: Subscriber): () => void
  /** Ends every subscription, and each later one at once. */
  close(): void
  readonly subscribers: number
}

export type LiveTopic =
  | 'alarms'
  | 'clusters'
  | 'host'
  | `cluster/${string}`
  | `operation/${string}`
  | `drill/${string}`
  | `topics/${string}`
  | `metrics/${string}`
  | `charts/${string}`
  | `groups/${string}`
export type Subscriber = { hint(hint: LiveHint): void; ended(): void }

export function createEventBus(now: () => number): EventBus {
  const subscribers = new Set<Subscriber>()
  let closed = false
  // One counter for all topics, begun at the wall clock: versions keep growing across restarts of the process.
  let version = now()
  return {
    publish(topic) {
      version = Math.max(version + 1, now())
      for (const subscriber of subscribers) subscriber.hint({ topic, version })
    },
    subscribe(subscriber) {
      if (closed) {
        subscriber.ended()
        return () => undefined
      }
      subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    },
    close() {
      closed = true
      const all = [...subscribers]
      subscribers.clear()
      for (const subscriber of all) subscriber.ended()
    },
    get subscribers() {
      return subscribers.size
    },
  }
}
