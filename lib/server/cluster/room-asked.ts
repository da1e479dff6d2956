import type { Database } from '../db'

/**
 * Somebody had Kafka keep less, or may have: a broker can delete only while it runs, so that none is stopped for its
 * full volume for a while, and those that are get the time to. Nothing where no volume is.
 */
export const roomAsked = (database: Database, id: string, at: number) =>
  database.cluster.updateMany({
    where: { id, status: { view: { contains: '"action":"CRITICAL_ACTION_REQUIRED"' } } },
    data: { roomAskedAt: new Date(at) },
  })
