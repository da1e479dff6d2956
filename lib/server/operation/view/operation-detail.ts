import { z } from 'zod'
import type { OperationDetail, OperationRow } from '@/lib/contract/console/clusters'
import { brokerReceiptSchema } from '@/lib/domain/broker-receipt'
import { canaryReceiptSchema } from '@/lib/domain/canary-receipt'
import type { Zone } from '@/lib/domain/cluster'
import { FINALIZING_EVENTS } from '@/lib/domain/operation-event'
import type { OperationMove } from '@/lib/contract/console/operation-moves'
import { copyTimeMs } from '@/lib/domain/rebalance/copy-time'
import { operationCan } from '@/lib/domain/operation-steering'
import { ROW_PHASES } from '@/lib/domain/plan/plan'
import { STEP_NAMES } from '@/lib/domain/plan/world'
import type { Operation, OperationEvent, OperationRow as StoredRow } from '@/generated/prisma/client'
import { endpointText } from '../../cluster/place-of'
import type { OperationNode } from '../nodes-of-operation'
import { operationSummary, reasonOf } from './operation-summary'

type Sources = {
  operation: Operation & { rows: readonly StoredRow[]; events: readonly OperationEvent[] }
  nodes: readonly OperationNode[]
  zones: readonly Zone[]
  changes: OperationDetail['changes']
  /** Those that were planned. */
  moves: readonly OperationMove[]
  lastDurationsMs: number[]
}

export const operationDetail = ({
  operation,
  nodes,
  zones,
  changes,
  moves,
  lastDurationsMs,
}: Sources): OperationDetail => ({
  ...operationSummary(operation),
  rows: operation.rows.map((row) => operationRow(row, nodes)),
  events: operation.events.map(({ at, nodeId, key, parameters }) => ({
    at: at.toISOString(),
    nodeId,
    key,
    parameters: parametersSchema.parse(JSON.parse(parameters)),
  })),
  mayTakeBack: operationCan.takeBack(standingOf(operation)).may,
  mayPause: operationCan.pause(standingOf(operation)).may,
  isPaused: operation.paused,
  isTakenBack: operation.cancelAskedAt !== null || operation.undoing,
  placement: placementOf(operation, moves),
  zones: [...zones],
  changes,
  lastDurationsMs,
  receipt: operation.receipt === null ? null : canaryReceiptSchema.parse(JSON.parse(operation.receipt)),
  brokerReceipt:
    operation.brokerReceipt === null ? null : brokerReceiptSchema.parse(JSON.parse(operation.brokerReceipt)),
})

/** How it stands, for what may be said to it. */
export const standingOf = (operation: Operation & { events: readonly Pick<OperationEvent, 'key'>[] }) => ({
  kind: operation.kind,
  isOver: operation.endedAt !== null,
  isUndoing: operation.undoing,
  isTakenBack: operation.cancelAskedAt !== null,
  isFinalized: operation.events.some(({ key }) => FINALIZING_EVENTS.includes(key)),
  // Where only leaders change there is nothing to copy.
  movesPartitions: operation.throttle !== null,
})

function placementOf(
  { movesPlanned, bytesPlanned, throttle, drains }: Operation,
  moves: readonly OperationMove[],
): OperationDetail['placement'] {
  if (movesPlanned === 0 && !drains) return null
  const copyMs = throttle === null ? 0 : copyTimeMs(moves, throttle)
  return { partitions: movesPlanned, bytes: bytesPlanned, rate: throttle, copyMs }
}

const parametersSchema = z.record(z.string(), z.unknown())
const phasesSchema = z.array(z.object({ phase: z.enum(ROW_PHASES), at: z.iso.datetime() }))

function operationRow(row: StoredRow, nodes: readonly OperationNode[]): OperationRow {
  const node = nodes.find(({ nodeId }) => nodeId === row.nodeId)
  return {
    step: z.enum(STEP_NAMES).parse(row.step),
    // The database has no null in a key: below zero stands for the whole cluster.
    nodeId: row.nodeId < 0 ? null : row.nodeId,
    role: node?.role ?? null,
    zoneId: node?.zoneId ?? null,
    endpoint: node?.role ? endpointText(node.role, node.place) : null,
    phase: z.enum(ROW_PHASES).parse(row.phase),
    since: row.since.toISOString(),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    why: reasonOf(row.why),
    phases: phasesSchema.parse(JSON.parse(row.phases)),
  }
}
