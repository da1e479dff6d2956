import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { OPERATION_KINDS } from '@/lib/domain/plan/world'
import { z } from 'zod'
import { notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database } from '../process'
import { lastDurations, lastRolls, restartedIn } from './last-durations'
import { plannedMoves } from './moves/planned-moves'
import { nodesOfOperation } from './nodes-of-operation'
import { toldChanges } from './told-changes'
import { operationDetail } from './view/operation-detail'

/** Enough for the story of any operation; one that goes on for days must not make its page heavy. */
const EVENTS_MAX = 500

export const getOperation: Verb<typeof consoleEndpoints.getOperation> = async ({
  input: { operationId },
}) => {
  const operation = await database().operation.findUnique({
    where: { id: operationId },
    include: {
      rows: { orderBy: [{ startedAt: 'asc' }, { nodeId: 'asc' }] },
      events: { orderBy: { id: 'desc' }, take: EVENTS_MAX },
    },
  })
  if (!operation) throw notFound(`There is no operation ${operationId}.`, 'operationId')
  const { nodes, zones } = await nodesOfOperation(operation)
  return operationDetail({
    operation: { ...operation, events: operation.events.toReversed() },
    nodes,
    zones,
    // A creation changes everything at once; what it made is on the cluster's own pages.
    changes: operation.kind === 'CREATE' ? [] : (await toldChanges([operation]))(operation),
    moves: operation.movesPlanned === 0 ? [] : (await plannedMoves(operationId)).all,
    lastDurationsMs:
      operation.mskType === 'UPDATE_CLUSTER_CONFIGURATION'
        ? await lastRolls(
            restartedIn(operation.rows.filter(({ step }) => step === 'roll')),
            operation.createdAt,
          )
        : await lastDurations(
            z.enum(OPERATION_KINDS).parse(operation.kind),
            [...operation.rows, ...nodes].map(({ nodeId }) => nodeId),
            operation.createdAt,
          ),
  })
}
