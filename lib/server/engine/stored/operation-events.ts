import type { OperationEventKey } from '@/lib/domain/operation-event'
import type { Decision, Move } from '@/lib/domain/plan/plan'
import { BRAKE_BYTES_PER_SECOND } from '@/lib/domain/volume-limit'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'
import type { StoredCluster } from './stored-cluster'

export type OperationEvent = {
  nodeId: number | null
  key: OperationEventKey
  parameters: Record<string, unknown>
}

/** Stored in the same transaction as what they tell of; nothing while no operation runs. */
export function eventStatements(
  database: Database,
  { operation }: StoredCluster,
  at: Date,
  events: readonly OperationEvent[],
): Prisma.PrismaPromise<unknown>[] {
  if (!operation || events.length === 0) return []
  const data = events.map(({ nodeId, key, parameters }) => ({
    operationId: operation.id,
    at,
    nodeId,
    key,
    parameters: JSON.stringify(parameters),
  }))
  return [database.operationEvent.createMany({ data })]
}

/** What this decision sets going, and what it learnt: written before the moves are made. */
export const eventsOf = (
  { ledger }: StoredCluster,
  decision: Decision,
  reasons: ExitReasons,
): OperationEvent[] => [
  ...newExits(ledger, decision.ledger).map((nodeId) => ({
    nodeId,
    key: 'nodeExited' as const,
    parameters: { reason: reasons(nodeId) },
  })),
  ...(decision.outcome.is === 'goOn'
    ? [...decision.moves, ...decision.guarded].flatMap((move) => eventsOfMove(move))
    : []),
]

type ExitReasons = (nodeId: number) => string | null

function newExits(before: Decision['ledger'], after: Decision['ledger']): number[] {
  return after.flatMap((entry) => {
    const former = before.find(
      ({ node, generation }) => node === entry.node && generation === entry.generation,
    )
    const known = former?.failedBoots ?? []
    return entry.node !== null && entry.failedBoots.some((boot) => !known.includes(boot)) ? [entry.node] : []
  })
}

function tellEvents({ node, set, remove }: Extract<Move, { do: 'tell' }>): OperationEvent[] {
  const told = Object.entries(set).map(([name, value]) => `${name}=${value}`)
  return [
    ...(told.length > 0
      ? [{ nodeId: node, key: 'settingsTold' as const, parameters: { set: told.join(', ') } }]
      : []),
    ...(remove.length > 0
      ? [{ nodeId: node, key: 'settingsTakenBack' as const, parameters: { removed: remove.join(', ') } }]
      : []),
  ]
}

function eventsOfMove(move: Move): OperationEvent[] {
  if (move.do === 'tell') return tellEvents(move)
  // Told on the page of the drill.
  if (move.do === 'inject' || move.do === 'lift') return []
  return [isOfBrake(move) ? brakeEvent(move) : eventOf(move)]
}

type BrakeMove = Extract<Move, { do: 'noteBrake' | 'brake' | 'unbraked' }>
const isOfBrake = (move: Move): move is BrakeMove =>
  move.do === 'noteBrake' || move.do === 'brake' || move.do === 'unbraked'

function brakeEvent(move: BrakeMove): OperationEvent {
  const rate = BRAKE_BYTES_PER_SECOND
  switch (move.do) {
    case 'noteBrake':
      return { nodeId: null, key: 'brakeNoted', parameters: {} }
    case 'brake':
      return { nodeId: null, key: move.rate === rate ? 'brakeSet' : 'brakeLifted', parameters: { rate } }
    case 'unbraked':
      return { nodeId: null, key: 'brakeGone', parameters: {} }
  }
}

function eventOf(move: Exclude<Move, BrakeMove | { do: 'tell' | 'inject' | 'lift' }>): OperationEvent {
  switch (move.do) {
    case 'prepareRelease':
      return { nodeId: null, key: 'releasePreparing', parameters: { release: move.release } }
    case 'assign':
      return { nodeId: move.node, key: 'nodeAssigned', parameters: { generation: move.to.generation } }
    case 'start':
      return {
        nodeId: move.node,
        key: 'nodeStarting',
        parameters: { generation: move.specification.generation },
      }
    case 'stop':
      return { nodeId: move.node, key: 'nodeStopping', parameters: {} }
    case 'kill':
      return { nodeId: move.node, key: 'nodeKilled', parameters: { why: move.why } }
    case 'finalize':
      return { nodeId: null, key: 'featureRaised', parameters: { feature: move.feature, level: move.level } }
    case 'raiseProtocol':
      return { nodeId: null, key: 'protocolRaised', parameters: { protocol: move.protocol } }
    case 'electPreferred':
      return { nodeId: null, key: 'leadersBack', parameters: { nodes: move.nodes.join(', ') } }
    case 'reassign':
      return {
        nodeId: null,
        key: move.partitions.every(({ to }) => to === null) ? 'partitionsCalledBack' : 'partitionsMoving',
        parameters: { count: move.partitions.length },
      }
    case 'throttle':
      return {
        nodeId: null,
        key: move.rate === null ? 'throttleLifted' : 'throttled',
        parameters: move.rate === null ? {} : { rate: move.rate },
      }
    case 'unthrottled':
      return { nodeId: null, key: 'throttleGone', parameters: {} }
    case 'unregister':
      return { nodeId: move.node, key: 'nodeUnregistered', parameters: {} }
    case 'destroy':
      return { nodeId: move.node, key: 'directoryRemoved', parameters: {} }
    case 'forget':
      return { nodeId: move.node, key: 'nodeForgotten', parameters: {} }
  }
}
