import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { ELECTIONS_MAX } from '@/lib/contract/console/nodes'
import { leadersOf } from '../engine/stored/elections'
import type { Verb } from '../http/context'
import { database } from '../process'

/** The first leader that was ever seen of a quorum replaced nobody, and is not told. */
export const listElections: Verb<typeof consoleEndpoints.listElections> = async ({
  input: { clusterId, since },
}) => {
  const rows = await database().election.findMany({
    where: { clusterId, at: { gte: new Date(since) } },
    orderBy: { id: 'desc' },
    take: ELECTIONS_MAX,
  })
  return {
    elections: rows.flatMap((row) =>
      row.former === null
        ? []
        : [
            {
              at: row.at.toISOString(),
              lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
              from: row.former,
              to: leadersOf(row),
              epoch: row.epoch,
              partitions: row.partitions,
            },
          ],
    ),
  }
}
