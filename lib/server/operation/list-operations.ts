import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { OPERATIONS_LISTED_MAX } from '@/lib/contract/console/operations'
import { clusterSpecificationSchema, type ClusterSpecification } from '@/lib/domain/cluster'
import { specificationChanges } from '@/lib/domain/specification-changes'
import type { Operation } from '@/generated/prisma/client'
import type { Verb } from '../http/context'
import { database } from '../process'
import { operationSummary } from './view/operation-summary'

/** Operations of a region, or of one cluster; one that is gone is still told about. */
export const listOperations: Verb<typeof consoleEndpoints.listOperations> = async ({
  input: { region, clusterId },
}) => {
  const db = database()
  const found = await db.operation.findMany({
    where: clusterId === undefined ? { region } : { clusterId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: OPERATIONS_LISTED_MAX + 1,
    include: { rows: { select: { phase: true } } },
  })
  const operations = found.slice(0, OPERATIONS_LISTED_MAX)
  const generations = await db.generation.findMany({
    where: { clusterId: { in: [...new Set(operations.map((one) => one.clusterId))] } },
  })
  const specifications = new Map<string, string>(
    generations.map((row) => [`${row.clusterId}/${row.number}`, row.specification]),
  )
  const specification = (operation: Operation, number: number | null): ClusterSpecification | null => {
    const stored = specifications.get(`${operation.clusterId}/${number}`)
    return stored === undefined ? null : clusterSpecificationSchema.parse(JSON.parse(stored))
  }
  return {
    truncated: found.length > operations.length,
    operations: operations.map((operation) => {
      const target = specification(operation, operation.targetGeneration)
      const source = specification(operation, operation.sourceGeneration)
      // Without its source a change would look like a creation: then nothing is told.
      const isTold = target !== null && (source !== null || operation.kind === 'CREATE')
      return {
        ...operationSummary(operation),
        actor: operation.actor,
        changes: isTold && operation.kind !== 'DELETE' ? specificationChanges(source, target) : [],
      }
    }),
  }
}
