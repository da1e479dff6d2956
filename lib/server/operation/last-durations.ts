import type { Prisma } from '@/generated/prisma/client'
import type { ClusterShape } from '@/lib/domain/cluster'
import { FIRST_CONTROLLER_ID } from '@/lib/domain/node'
import type { OperationKind } from '@/lib/domain/plan/world'
import { database } from '../process'

const RUNS = 3

/**
 * How long the last three operations of this kind took here that came to a good end before `before`, for clusters
 * of this shape.
 * Never an estimate. The shape is read from the rows, because an operation outlives its cluster: only in MSK's
 * shape do voters have rows of their own.
 */
export async function lastDurations(
  kind: OperationKind,
  shape: ClusterShape,
  before: Date,
): Promise<number[]> {
  const ofVoter: Prisma.OperationRowWhereInput = { nodeId: { gte: FIRST_CONTROLLER_ID } }
  const found = await database().operation.findMany({
    where: {
      kind,
      state: { endsWith: '_COMPLETE' },
      endedAt: { lt: before },
      rows: shape === 'MSK' ? { some: ofVoter } : { none: ofVoter, some: {} },
    },
    orderBy: { endedAt: 'desc' },
    take: RUNS,
    select: { createdAt: true, endedAt: true },
  })
  return found.flatMap(({ createdAt, endedAt }) => (endedAt ? [endedAt.getTime() - createdAt.getTime()] : []))
}
