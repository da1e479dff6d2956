import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { OPERATIONS_LISTED_MAX } from '@/lib/contract/console/operations'
import { clusterSpecificationSchema, type ClusterSpecification } from '@/lib/domain/cluster'
import { specificationChanges } from '@/lib/domain/specification-changes'
import type { Operation } from '@/generated/prisma/client'
import type { Verb } from '../http/context'
import { database } from '../process'
import { operationSummary } from './view/operation-summary'

/** Verb and operation are stored in one transaction; their clocks were read within this of each other. */
const SAME_MOMENT_MS = 2000
const VERBS: Record<string, readonly string[]> = {
  CREATE: ['CreateCluster'],
  DELETE: ['DeleteCluster'],
  START: ['StartCluster', 'ChangePower'],
  STOP: ['StopCluster', 'ChangePower'],
}

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
  const oldest = operations.at(-1)?.createdAt ?? new Date(0)
  const [generations, audit] = await Promise.all([
    db.generation.findMany({
      where: { clusterId: { in: [...new Set(operations.map((one) => one.clusterId))] } },
    }),
    db.audit.findMany({
      where: {
        at: { gte: new Date(oldest.getTime() - SAME_MOMENT_MS) },
        target: { in: [...new Set(operations.map((one) => one.clusterArn))] },
      },
      select: { at: true, verb: true, actor: true, target: true },
    }),
  ])
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
      const asked = audit.find(
        ({ at, verb, target: arn }) =>
          arn === operation.clusterArn &&
          Math.abs(at.getTime() - operation.createdAt.getTime()) <= SAME_MOMENT_MS &&
          (VERBS[operation.kind] ?? [verb]).includes(verb),
      )
      return {
        ...operationSummary(operation),
        actor: asked?.actor ?? null,
        changes: isTold && operation.kind !== 'DELETE' ? specificationChanges(source, target) : [],
      }
    }),
  }
}
