import type { BackgroundParts } from './background-work'

/** So many starts of a node can be looked up. */
const KEPT = 100

/** A node that fails again and again must not fill the database with its starts. */
export async function pruneBoots({ database }: BackgroundParts): Promise<void> {
  await database.$executeRaw`
    DELETE FROM "NodeBoot" WHERE rowid IN (
      SELECT rowid FROM (
        SELECT rowid, row_number() OVER (PARTITION BY "clusterId", "nodeId" ORDER BY "startedAt" DESC) AS place
        FROM "NodeBoot"
      ) WHERE place > ${KEPT}
    )`
}
