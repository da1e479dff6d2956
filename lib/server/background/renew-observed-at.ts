import type { BackgroundParts } from './background-work'

/** Only what was really looked at of late is renewed; the rest grows old and is shown as such. */
const RECENT_MS = 5_000

/**
 * Statuses are written when something changes; that nothing changed is told here, for all clusters in one statement.
 */
export async function renewObservedAt({ database, clock, engine }: BackgroundParts): Promise<void> {
  const now = clock.now()
  const seen = [...engine.seenAt()].filter(([, at]) => now - at < RECENT_MS).map(([id]) => id)
  if (seen.length === 0) return
  await database.clusterStatus.updateMany({
    where: { clusterId: { in: seen } },
    data: { observedAt: new Date(now) },
  })
}
