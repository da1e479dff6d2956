import type { GroupPosition } from '@/lib/domain/metrics/lag-figures'
import { OffsetHistory } from '@/lib/domain/metrics/offset-history'
import { openAdmin, type KafkaAdmin } from '../../../kafka/admin'
import type { WatchedCluster } from '../watched-cluster'
import type { LagView } from './lag-view'

/** What is remembered of groups and partitions from step to step. Lost with the process, and found out again. */
export class LagMemory {
  #admin: { key: string; admin: KafkaAdmin } | null = null
  #view: { at: number; view: LagView } | null = null
  readonly ends = new Map<string, OffsetHistory>()
  readonly commits = new Map<string, OffsetHistory>()
  /** When the past of a partition was last searched for in its records. */
  readonly searchedAt = new Map<string, number>()

  /** Where every group stood at the last look, by the wall clock. */
  seen: { at: number; positions: readonly GroupPosition[] } | null = null

  /** Connections are kept from step to step, as long as the brokers are at the same addresses. */
  admin({ clients }: WatchedCluster): KafkaAdmin {
    const key = JSON.stringify(clients)
    if (this.#admin?.key === key) return this.#admin.admin
    this.close()
    const admin = openAdmin({ bootstrap: clients, timeoutMs: VIEW_TIMEOUT_MS })
    this.#admin = { key, admin }
    return admin
  }

  async view(now: number, read: () => Promise<LagView>): Promise<LagView> {
    if (this.#view === null || now - this.#view.at >= VIEW_FRESH_MS || now < this.#view.at) {
      this.#view = { at: now, view: await read() }
    }
    return this.#view.view
  }

  /** Leaders moved or topics came: the next step looks again. */
  forgetView(): void {
    this.#view = null
  }

  /** Only what was seen in a complete step is kept. */
  retain(partitions: ReadonlySet<string>, positions: ReadonlySet<string>): void {
    for (const key of this.ends.keys()) if (!partitions.has(key)) this.ends.delete(key)
    for (const key of this.searchedAt.keys()) if (!partitions.has(key)) this.searchedAt.delete(key)
    for (const key of this.commits.keys()) if (!positions.has(key)) this.commits.delete(key)
  }

  close(): void {
    this.#admin?.admin.close()
    this.#admin = null
    this.#view = null
  }
}

const VIEW_FRESH_MS = 60_000
const VIEW_TIMEOUT_MS = 1_500

export function historyIn(histories: Map<string, OffsetHistory>, key: string): OffsetHistory {
  const history = histories.get(key) ?? new OffsetHistory()
  histories.set(key, history)
  return history
}
