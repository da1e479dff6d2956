import type { Endpoint } from '@/lib/domain/node'
import { openConnection, type KafkaConnection } from '../wire/connection'

type Kept = { endpoint: Endpoint; boot: string | null; connection: Promise<KafkaConnection> }

/**
 * One connection per port we look at, kept from look to look. A connection belongs to one boot of one process: when
 * the boot or the address changes, or the connection died, the old one is closed and a new one opened.
 */
export class KeptConnections {
  readonly #connectTimeoutMs: number
  readonly #kept = new Map<string, Kept>()

  constructor(connectTimeoutMs: number) {
    this.#connectTimeoutMs = connectTimeoutMs
  }

  /** `isNew` says that the connection was opened, and so answered its first question, just now. */
  async get(
    key: string,
    endpoint: Endpoint,
    boot: string | null,
  ): Promise<{ connection: KafkaConnection; isNew: boolean }> {
    const kept = this.#kept.get(key)
    if (kept !== undefined) {
      const isSame =
        kept.boot === boot && kept.endpoint.host === endpoint.host && kept.endpoint.port === endpoint.port
      const connection = isSame ? await kept.connection.catch(() => null) : null
      if (connection?.isOpen === true) return { connection, isNew: false }
      // Someone else may have opened a new one while we waited.
      if (this.#kept.get(key) === kept) this.#drop(key)
    }
    const connection = openConnection({ endpoint, connectTimeoutMs: this.#connectTimeoutMs })
    this.#kept.set(key, { endpoint, boot, connection })
    return { connection: await connection, isNew: true }
  }

  /** Closes what is not in `keys`. */
  retain(keys: ReadonlySet<string>): void {
    for (const key of this.#kept.keys()) if (!keys.has(key)) this.#drop(key)
  }

  close(): void {
    this.retain(new Set())
  }

  // Also one that is still being opened is closed, as soon as it is there.
  #drop(key: string): void {
    const kept = this.#kept.get(key)
    this.#kept.delete(key)
    kept?.connection.then(
      (connection) => connection.close(),
      () => {},
    )
  }
}
