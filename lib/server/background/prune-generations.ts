import type { BackgroundParts } from './background-work'

/** So many past specifications of a cluster stay, for a person to look at. */
const KEPT = 20

/** Each stop and start of a cluster stores a specification; those that no node and no operation names may go. */
export async function pruneGenerations({ database }: BackgroundParts): Promise<void> {
  const clusters = await database.cluster.findMany({
    select: {
      id: true,
      generation: true,
      nodes: { select: { assignedGeneration: true } },
      activeOperation: { select: { sourceGeneration: true } },
    },
  })
  for (const { id, generation, nodes, activeOperation } of clusters) {
    const named = [activeOperation?.sourceGeneration, ...nodes.map((node) => node.assignedGeneration)]
    await database.generation.deleteMany({
      where: {
        clusterId: id,
        number: { lt: generation - KEPT, notIn: named.filter((number) => typeof number === 'number') },
      },
    })
  }
}
