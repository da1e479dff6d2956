import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { OPERATIONS_LISTED_MAX } from '@/lib/contract/console/operations'
import type { Verb } from '../http/context'
import { database } from '../process'
import { toldChanges } from './told-changes'
import { operationSummary } from './view/operation-summary'

/** Operations of a region, or of one cluster; one that is gone is still told about. */
export const listOperations: Verb<typeof consoleEndpoints.listOperations> = async ({
  input: { region, clusterId },
}) => {
  const found = await database().operation.findMany({
    where: clusterId === undefined ? { region } : { clusterId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: OPERATIONS_LISTED_MAX + 1,
    include: { rows: { select: { phase: true } } },
  })
  const operations = found.slice(0, OPERATIONS_LISTED_MAX)
  const changes = await toldChanges(operations)
  return {
    truncated: found.length > operations.length,
    operations: operations.map((operation) => ({
      ...operationSummary(operation),
      actor: operation.actor,
      changes: changes(operation),
    })),
  }
}
