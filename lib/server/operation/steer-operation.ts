import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { FINALIZING_EVENTS } from '@/lib/domain/operation-event'
import { operationCan } from '@/lib/domain/operation-steering'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { changedMeanwhile } from '../cluster/change-desired'
import { commit } from '../db'
import { badRequest, notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events, wake } from '../process'
import { standingOf } from './view/operation-detail'

/**
 * What may be said to a change while it is under way: not so fast, not now, or back. No generation and no operation
 * of its own; the planner takes it up with its next look.
 */
export const steerOperation: Verb<typeof consoleEndpoints.steerOperation> = async ({ ctx, input }) => {
  const { operationId, pace, bytesPerSecond, takeBack } = input
  const db = database()
  const operation = await db.operation.findUnique({
    where: { id: operationId },
    include: { events: { where: { key: { in: [...FINALIZING_EVENTS] } }, take: 1 } },
  })
  if (!operation) throw notFound(`There is no operation ${operationId}.`, 'operationId')
  const standing = standingOf(operation)
  const wanted = [
    ...(takeBack === true ? [operationCan.takeBack(standing)] : []),
    ...(pace === undefined ? [] : [operationCan.pause(standing)]),
    ...(bytesPerSecond === undefined ? [] : [operationCan.steerMoves(standing)]),
  ]
  const [refused] = wanted.flatMap((permission) => (permission.may ? [] : [permission.why]))
  if (refused !== undefined) throw badRequest(refused)
  if (wanted.length === 0) throw badRequest('The request changes nothing.')
  const stored = await commit(db, [
    db.operation.update({
      where: { id: operationId, endedAt: null },
      data: {
        ...(takeBack === true ? { cancelAskedAt: new Date(systemClock.now()) } : {}),
        ...(pace === undefined ? {} : { paused: pace === 'paused' }),
        ...(bytesPerSecond === undefined ? {} : { throttle: bytesPerSecond }),
      },
    }),
    audited(ctx, 'SteerOperation', operation.clusterArn, {
      operationId,
      pace,
      bytesPerSecond,
      takeBack,
    }),
  ])
  if (!stored) throw changedMeanwhile()
  wake(operation.clusterId)
  events().publish(`operation/${operationId}`)
  return {}
}
