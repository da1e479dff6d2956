import type { BackgroundParts } from './background-work'

/** The deletion of a cluster, and what went before, can be looked up for this long. */
const KEPT_MS = 30 * 24 * 3_600_000
const AT_ONCE = 200

/** Ended operations of clusters that are gone. Those of living clusters stay. */
export async function pruneOperations({ database, clock }: BackgroundParts): Promise<void> {
  const old = await database.operation.findMany({
    where: { endedAt: { lt: new Date(clock.now() - KEPT_MS) } },
    orderBy: { endedAt: 'asc' },
    select: { id: true, clusterId: true },
  })
  const living = new Set((await database.cluster.findMany({ select: { id: true } })).map(({ id }) => id))
  const gone = old.filter(({ clusterId }) => !living.has(clusterId)).slice(0, AT_ONCE)
  if (gone.length > 0)
    await database.operation.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
}
