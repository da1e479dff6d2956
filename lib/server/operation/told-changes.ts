import { clusterSpecificationSchema, type ClusterSpecification } from '@/lib/domain/cluster'
import { type SpecificationChange, specificationChanges } from '@/lib/domain/specification-changes'
import type { Operation } from '@/generated/prisma/client'
import { database } from '../process'

type Told = Pick<Operation, 'clusterId' | 'kind' | 'sourceGeneration' | 'targetGeneration'>

/** What each operation changed, setting by setting. Specifications of long ago are not kept: then nothing is told. */
export async function toldChanges(
  operations: readonly Told[],
): Promise<(operation: Told) => SpecificationChange[]> {
  const generations = await database().generation.findMany({
    where: {
      clusterId: { in: [...new Set(operations.map((one) => one.clusterId))] },
      number: { in: [...new Set(operations.flatMap(generationsOf))] },
    },
  })
  const specifications = new Map<string, string>(
    generations.map((row) => [`${row.clusterId}/${row.number}`, row.specification]),
  )
  const specification = ({ clusterId }: Told, number: number | null): ClusterSpecification | null => {
    const stored = specifications.get(`${clusterId}/${number}`)
    return stored === undefined ? null : clusterSpecificationSchema.parse(JSON.parse(stored))
  }
  return (operation) => {
    const target = specification(operation, operation.targetGeneration)
    const source = specification(operation, operation.sourceGeneration)
    // Without its source a change would look like a creation: then nothing is told.
    const isTold = target !== null && (source !== null || operation.kind === 'CREATE')
    return isTold && operation.kind !== 'DELETE' ? specificationChanges(source, target) : []
  }
}

const generationsOf = ({ sourceGeneration, targetGeneration }: Told): number[] =>
  sourceGeneration === null ? [targetGeneration] : [sourceGeneration, targetGeneration]
