import type { BackgroundParts } from '../background/background-work'

/** As CloudWatch keeps it. */
const KEPT_MS = 30 * 24 * 3_600_000

export async function pruneAlarmHistory({
  database,
  clock,
}: Pick<BackgroundParts, 'database' | 'clock'>): Promise<void> {
  await database.alarmHistory.deleteMany({ where: { at: { lt: new Date(clock.now() - KEPT_MS) } } })
}
