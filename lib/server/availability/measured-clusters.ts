import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/plan/world'
import type { Endpoint } from '@/lib/domain/node'
import type { Database } from '../db'
import { readWatchedCluster, type WatchedCluster } from '../metrics/collect/watched-cluster'

export type MeasuredCluster = { id: string; brokers: readonly Endpoint[] }

/** Of a cluster on its way up or down nobody expects an answer. */
const WITHOUT_SERVICE: readonly OperationKind[] = OPERATION_KINDS.filter(
  (kind) => kind === 'CREATE' || kind === 'DELETE' || kind === 'START' || kind === 'STOP',
)

/** A cluster that has only just come up is left alone: whoever made it waits for it, and its leaders still settle. */
const SETTLING_MS = 20_000

/** Clusters that shall serve now, and that nobody wanted left out. What was read of each before is kept. */
export class MeasuredClusters {
  private readonly database: Database
  private known = new Map<string, WatchedCluster>()

  constructor(database: Database) {
    this.database = database
  }

  async read(now: number): Promise<readonly MeasuredCluster[]> {
    const rows = await this.database.cluster.findMany({
      where: {
        presence: 'present',
        measuresAvailability: true,
        heldBecause: null,
        OR: [{ activeOperation: null }, { activeOperation: { kind: { notIn: [...WITHOUT_SERVICE] } } }],
        status: { state: { not: 'FAILED' } },
      },
      select: { id: true },
    })
    const begun = await this.settledBefore(now - SETTLING_MS)
    const watched: (readonly [string, WatchedCluster])[] = []
    for (const { id } of rows) {
      if (!begun.has(id)) continue
      const cluster = await readWatchedCluster(this.database, id, this.known.get(id) ?? null)
      if (cluster?.specification.power === 'on') watched.push([id, cluster])
    }
    this.known = new Map(watched)
    return watched.map(([id, { clients }]) => ({ id, brokers: clients }))
  }

  /** Those whose last way up, by creation or by start, ended before this. */
  private async settledBefore(at: number): Promise<ReadonlySet<string>> {
    const ups = await this.database.operation.groupBy({
      by: ['clusterId'],
      where: { kind: { in: ['CREATE', 'START'] }, endedAt: { not: null } },
      _max: { endedAt: true },
    })
    return new Set(
      ups.filter(({ _max }) => (_max.endedAt?.getTime() ?? Infinity) <= at).map(({ clusterId }) => clusterId),
    )
  }
}
