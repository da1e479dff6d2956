import type { BackgroundParts } from './background-work'

/** So many incidents of a cluster can be looked up. */
const KEPT = 500

/** A node that fails again and again must not fill the database. What lasts is needed by the engine. */
export async function pruneIncidents({ database }: Pick<BackgroundParts, 'database'>): Promise<void> {
  await database.$executeRaw`
    DELETE FROM "Incident" WHERE "endedAt" IS NOT NULL AND "id" IN (
      SELECT "id" FROM (
        SELECT "id", row_number() OVER (PARTITION BY "clusterId" ORDER BY "id" DESC) AS place FROM "Incident"
      ) WHERE place > ${KEPT}
    )`
}
