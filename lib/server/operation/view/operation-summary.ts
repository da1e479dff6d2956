import { operationName } from '@/lib/domain/operation-name'
import { z } from 'zod'
import { reasonSchema, type OperationSummary, type Reason } from '@/lib/contract/console/clusters'
import { OPERATION_KINDS } from '@/lib/domain/plan/world'
import type { Operation, OperationRow } from '@/generated/prisma/client'
import { consoleState } from '../operation-state'

export type SummarisedOperation = Operation & { rows: readonly Pick<OperationRow, 'phase'>[] }

export function operationSummary(operation: SummarisedOperation): OperationSummary {
  const kind = z.enum(OPERATION_KINDS).parse(operation.kind)
  return {
    id: operation.id,
    arn: operation.arn,
    clusterId: operation.clusterId,
    clusterArn: operation.clusterArn,
    clusterName: operation.clusterName,
    kind,
    name: operationName(kind, operation.mskType),
    state: consoleState(operation),
    startedAt: operation.createdAt.toISOString(),
    endedAt: operation.endedAt?.toISOString() ?? null,
    doneRows: operation.rows.filter(({ phase }) => phase === 'done').length,
    totalRows: operation.rows.length,
    problem: reasonOf(operation.problem),
    errorMessage: operation.errorMessage,
  }
}

/** A reason as the engine stored it: JSON of a `Waiting` or a `Problem`. */
export const reasonOf = (stored: string | null): Reason | null =>
  stored === null ? null : reasonSchema.parse(JSON.parse(stored))
