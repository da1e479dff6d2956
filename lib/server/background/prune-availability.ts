import type { BackgroundParts } from './background-work'

const KEPT_MS = 90 * 24 * 3_600_000

/** Pages look back five weeks; a quarter is kept. */
export async function pruneAvailability({
  database,
  clock,
}: Pick<BackgroundParts, 'database' | 'clock'>): Promise<void> {
  await database.availabilityHour.deleteMany({ where: { at: { lt: new Date(clock.now() - KEPT_MS) } } })
}
