import type { Database } from '../db'

/**
 * Somebody had Kafka keep less, or may have: a broker that is stopped because its volume is full can delete only when
 * it runs, and is given the time to. Nothing where no broker is.
 */
export const roomAsked = (database: Database, id: string, at: number) =>
  database.cluster.updateMany({
    where: { id, status: { view: { contains: '"isVolumeFull":true' } } },
    data: { roomAskedAt: new Date(at) },
  })
