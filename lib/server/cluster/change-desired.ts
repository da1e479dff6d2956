import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { operationArn, parseClusterArn } from '@/lib/domain/arn'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import type { OperationKind } from '@/lib/domain/plan/world'
import { systemClock } from '../clock'
import { commit } from '../db'
import { conflict } from '../http/api-error'
import { database, events, wake } from '../process'
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
  mskType?: string
  /** Who asked for it. */
  actor: string
  specification: ClusterSpecification
  presence: 'present' | 'absent'
  /** Stands in the same transaction. */
  further: readonly Prisma.PrismaPromise<unknown>[]
}

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
      data: { generation, presence: change.presence, activeOperationId: operationId },
    }),
    db.generation.create({
      data: {
        clusterId: row.id,
        number: generation,
        specification: JSON.stringify(change.specification),
      },
    }),
    ...change.further,
  ])
  if (!stored) return null
  wake(row.id)
  events().publish('clusters')
  events().publish(`cluster/${row.id}`)
  return { operationId, arn }
}
