import type { Outcome, Problem } from '@/lib/domain/plan/plan'
import type { Prisma } from '@/generated/prisma/client'
import { versionToken } from '@/lib/domain/arn'
import type { Engine } from '../engine'
import { rememberAddress } from '../moves/forget'
import type { OperationEvent } from './operation-events'
import { nextGeneration } from './next-generation'
import { problemText } from '../shown/problem-text'
import type { StoredCluster, StoredOperation } from './stored-cluster'

type Statements = Prisma.PrismaPromise<unknown>[]

/**
 * How an operation ends, as statements of one transaction: the operation, what should be, and the cluster's version
 * change together or not at all.
 */
export function outcomeStatements(engine: Engine, cluster: StoredCluster, outcome: Outcome): Statements {
  const { operation } = cluster
  if (!operation) return []
  switch (outcome.is) {
    case 'goOn':
      return []
    case 'complete':
      return complete(engine, cluster, operation, outcome.warning)
    case 'fail':
      return fail(engine, cluster, operation, outcome.why)
    case 'undo':
      return turnBack(engine, cluster, operation, outcome.why)
  }
}

export function outcomeEvents(outcome: Outcome): OperationEvent[] {
  const event = (key: OperationEvent['key'], parameters: OperationEvent['parameters']) => [
    { nodeId: null, key, parameters },
  ]
  switch (outcome.is) {
    case 'goOn':
      return []
    case 'complete':
      return outcome.warning
        ? event('completedWithWarning', { problem: outcome.warning })
        : event('completed', {})
    case 'fail':
      return event('failed', { problem: outcome.why })
    case 'undo':
      return event('turnedBack', { problem: outcome.why })
  }
}

/** MSK's words: `UPDATE_COMPLETE`, `REBOOT_FAILED`. */
const ended = ({ kind }: StoredOperation, word: 'COMPLETE' | 'FAILED'): string =>
  `${kind === 'REBOOT' ? 'REBOOT' : 'UPDATE'}_${word}`

const free = ({ database }: Engine, { ref }: StoredCluster, currentVersion?: string) =>
  database.cluster.update({
    where: { id: ref.id },
    data: { activeOperationId: null, ...(currentVersion ? { currentVersion } : {}) },
  })

function complete(
  engine: Engine,
  cluster: StoredCluster,
  operation: StoredOperation,
  warning: Problem | null,
): Statements {
  const { database, clock } = engine
  // Only a change of the specification makes a new version; power and reboots leave it, as a reboot does on MSK.
  const version = operation.kind === 'UPDATE' ? newVersion() : undefined
  return [
    database.operation.update({
      where: { id: operation.id },
      data: {
        state: ended(operation, 'COMPLETE'),
        endedAt: new Date(clock.now()),
        problem: warning ? JSON.stringify(warning) : null,
      },
    }),
    free(engine, cluster, version),
  ]
}

function fail(engine: Engine, cluster: StoredCluster, operation: StoredOperation, why: Problem): Statements {
  const { database, clock } = engine
  // What turned the operation back says more than that it was taken back.
  const told = operation.problem !== null && why.is === 'undone'
  return [
    database.operation.update({
      where: { id: operation.id },
      data: {
        state: ended(operation, 'FAILED'),
        endedAt: new Date(clock.now()),
        ...(told ? {} : { problem: JSON.stringify(why), errorCode: why.is, errorMessage: problemText(why) }),
      },
    }),
    free(engine, cluster),
  ]
}

/** Desired becomes the source again. */
function turnBack(
  engine: Engine,
  cluster: StoredCluster,
  operation: StoredOperation,
  why: Problem,
): Statements {
  const { database } = engine
  const source = cluster.generations.get(operation.sourceGeneration ?? -1)
  if (!source) throw new Error(`Operation ${operation.id} has no stored source to go back to.`)
  return [
    ...nextGeneration(database, cluster, source).statements,
    database.operation.update({
      where: { id: operation.id },
      data: {
        undoing: true,
        problem: JSON.stringify(why),
        errorCode: why.is,
        errorMessage: problemText(why),
      },
    }),
  ]
}

/** Everything goes but the operations, and the addresses, which the next cluster of this name gets again. */
export function removeCluster({ database }: Engine, cluster: StoredCluster): Statements {
  return [
    ...cluster.nodes.map((node) => rememberAddress(database, cluster, node)),
    database.tag.deleteMany({ where: { resourceArn: cluster.ref.arn } }),
    database.cluster.delete({ where: { id: cluster.ref.id } }),
  ]
}

const newVersion = (): string => versionToken(crypto.getRandomValues(new Uint8Array(13)))
