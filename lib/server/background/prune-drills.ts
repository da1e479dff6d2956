import type { BackgroundParts } from './background-work'

/** So many reports of a cluster are kept. */
const KEPT = 100

export async function pruneDrills({ database }: Pick<BackgroundParts, 'database'>): Promise<void> {
  await database.$executeRaw`
    DELETE FROM "Drill" WHERE "activeOn" IS NULL AND "id" IN (
      SELECT "id" FROM (
        SELECT "id", row_number() OVER (PARTITION BY "clusterId" ORDER BY "startedAt" DESC) AS place
        FROM "Drill"
      ) WHERE place > ${KEPT}
    )`
}
