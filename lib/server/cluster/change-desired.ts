import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { operationArn, parseClusterArn } from '@/lib/domain/arn'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import type { OperationKind } from '@/lib/domain/plan/world'
import { onlyLeads, type PartitionMove } from '@/lib/domain/rebalance/proposal'
import { systemClock } from '../clock'
import { commit } from '../db'
import { conflict } from '../http/api-error'
import { database, events, wake } from '../process'
import { roomAsked } from './room-asked'
import { clusterGone } from './find-cluster'

type Row = {
  id: string
  arn: string
  name: string
  region: string
  generation: number
  presence: string
  activeOperationId: string | null
}
type Change = {
  kind: OperationKind
  /** Null for what MSK does not list among its operations. */
  mskType?: string | null
  /** Who asked for it. */
  actor: string
  specification: ClusterSpecification
  presence: 'present' | 'absent'
  /** Partitions that it moves. */
  placement?: readonly PartitionMove[]
  /** Brokers that go are emptied, whatever lies on them. */
  drains?: boolean
  /** Stands in the same transaction. */
  further: readonly Prisma.PrismaPromise<unknown>[]
}

/** Bytes a second that each broker copies for moved partitions, unless somebody asks for another rate. */
export const COPY_RATE = 50 * 1024 ** 2

/** Somebody else was first: what was read is no longer so. */
export const changedMeanwhile = () =>
  conflict('The cluster changed while it was asked to. Look again and retry.')

/** The same as `changeDesired` for whoever does not try again: a lost race is refused. */
export async function changeOrRefuse(
  row: Row,
  change: Change,
): Promise<{ operationId: string; arn: string }> {
  const changed = await changeDesired(row, change)
  if (changed === null) throw changedMeanwhile()
  return changed
}

/**
 * Stores what shall be from now on as a new generation, with the operation that brings it about. Conditional on the
 * row as it was read, because the engine and other callers write too: null means that one of them was first.
 */
export async function changeDesired(
  row: Row,
  change: Change,
): Promise<{ operationId: string; arn: string } | null> {
  const parts = parseClusterArn(row.arn)
  if (!parts) throw clusterGone(row.arn)
  const db = database()
  const operationId = randomUUID()
  const arn = operationArn(parts, operationId)
  const generation = row.generation + 1
  const { placement = [], drains = false } = change
  // Where only leaders change nothing is copied, and there is nothing to hold back.
  const copies = drains || placement.some((move) => !onlyLeads(move))
  const stored = await commit(db, [
    db.operation.create({
      data: {
        id: operationId,
        arn,
        clusterId: row.id,
        clusterArn: row.arn,
        clusterName: row.name,
        region: row.region,
        kind: change.kind,
        mskType: change.mskType ?? null,
        actor: change.actor,
        state: change.kind === 'REBOOT' ? 'REBOOT_IN_PROGRESS' : 'UPDATE_IN_PROGRESS',
        sourceGeneration: row.generation,
        targetGeneration: generation,
        movesPlanned: placement.length,
        bytesPlanned: placement.reduce((sum, { bytes }) => sum + bytes, 0),
        ...(placement.length > 0 ? { placement: { create: { moves: JSON.stringify(placement) } } } : {}),
        drains,
        throttle: copies ? COPY_RATE : null,
        createdAt: new Date(systemClock.now()),
      },
    }),
    db.cluster.update({
      where: {
        id: row.id,
        generation: row.generation,
        presence: row.presence,
        AND: { activeOperationId: row.activeOperationId },
      },
      data: {
        generation,
        presence: change.presence,
        activeOperationId: operationId,
        // Written before anything is throttled, so that it is lifted again whatever happens.
        ...(copies ? { throttled: true } : {}),
      },
    }),
    db.generation.create({
      data: {
        clusterId: row.id,
        number: generation,
        specification: JSON.stringify(change.specification),
      },
    }),
    roomAsked(db, row.id, systemClock.now()),
    ...change.further,
  ])
  if (!stored) return null
  wake(row.id)
  events().publish('clusters')
  events().publish(`cluster/${row.id}`)
  return { operationId, arn }
}
