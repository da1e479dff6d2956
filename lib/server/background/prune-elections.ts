import type { BackgroundParts } from './background-work'

/** So many elections of a cluster's quorum can be looked up, and as many of its partitions. */
const KEPT = 500

/** Leaders that change again and again must not fill the database. The last of the quorum is needed by the engine. */
export async function pruneElections({ database }: Pick<BackgroundParts, 'database'>): Promise<void> {
  await database.$executeRaw`
    DELETE FROM "Election" WHERE "id" IN (
      SELECT "id" FROM (
        SELECT "id", row_number() OVER (
          PARTITION BY "clusterId", "partitions" IS NULL ORDER BY "id" DESC
        ) AS place
        FROM "Election"
      ) WHERE place > ${KEPT}
    )`
}
