import { z } from 'zod'
import type { Boot } from '@/lib/domain/plan/boot-history'
import type { NodeId } from '@/lib/domain/plan/world'
import type { NodeBoot, Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'

/** The newest boot that is written down of each node, by node. */
export type NewestBoots = ReadonlyMap<NodeId, Boot>

export const newestBoots = (nodes: readonly { boots: readonly NodeBoot[] }[]): NewestBoots =>
  withChanges(
    new Map(),
    nodes.flatMap(({ boots }) => boots.slice(0, 1).map(parseBoot)),
  )

export const withChanges = (boots: NewestBoots, changes: readonly Boot[]): NewestBoots =>
  new Map([...boots, ...changes.map((boot) => [boot.nodeId, boot] as const)])

const parseBoot = (row: NodeBoot): Boot => ({
  nodeId: row.nodeId,
  boot: row.boot,
  startedAt: row.startedAt.getTime(),
  servingAt: row.servingAt?.getTime() ?? null,
  served: row.served,
  asked: z.enum(['stop', 'kill']).nullable().parse(row.asked),
  endedAt: row.endedAt?.getTime() ?? null,
  reason: row.reason,
})

export function bootStatements(
  database: Database,
  clusterId: string,
  changes: readonly Boot[],
): Prisma.PrismaPromise<unknown>[] {
  return changes.map(({ nodeId, boot, ...facts }) => {
    const row = {
      startedAt: new Date(facts.startedAt),
      servingAt: dateOf(facts.servingAt),
      served: facts.served,
      asked: facts.asked,
      endedAt: dateOf(facts.endedAt),
      reason: facts.reason,
    }
    return database.nodeBoot.upsert({
      where: { clusterId_nodeId_boot: { clusterId, nodeId, boot } },
      create: { clusterId, nodeId, boot, ...row },
      update: row,
    })
  })
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at))
