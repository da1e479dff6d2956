import type { OperationKind } from '@/lib/domain/plan/world'
import { database } from '../process'

const RUNS = 3
/** How far back is searched for operations on equal nodes. */
const SEARCHED = 30

/**
 * How long the last three operations of this kind took here that came to a good end before `before`, on clusters
 * with the same nodes: brokers are numbered from 1 and voters from 10001, so equal ids mean equal shape and size.
 * Never an estimate. An operation outlives its cluster, so its nodes are read from its rows.
 */
export async function lastDurations(
  kind: OperationKind,
  nodeIds: readonly number[],
  before: Date,
): Promise<number[]> {
  const wanted = idsText(nodeIds)
  const found = await database().operation.findMany({
    where: { kind, state: { endsWith: '_COMPLETE' }, endedAt: { lt: before } },
    orderBy: { endedAt: 'desc' },
    take: SEARCHED,
    select: { createdAt: true, endedAt: true, rows: { select: { nodeId: true } } },
  })
  return found
    .filter(({ rows }) => idsText(rows.map(({ nodeId }) => nodeId)) === wanted)
    .flatMap(({ createdAt, endedAt }) => (endedAt ? [endedAt.getTime() - createdAt.getTime()] : []))
    .slice(0, RUNS)
}

/** The same of changes of the configuration that restarted these very nodes, or none. */
export async function lastRolls(nodeIds: readonly number[], before: Date): Promise<number[]> {
  const wanted = idsText(nodeIds)
  const found = await database().operation.findMany({
    where: { mskType: 'UPDATE_CLUSTER_CONFIGURATION', state: 'UPDATE_COMPLETE', endedAt: { lt: before } },
    orderBy: { endedAt: 'desc' },
    take: SEARCHED,
    select: {
      createdAt: true,
      endedAt: true,
      rows: { where: { step: 'roll' }, select: { nodeId: true, phases: true } },
    },
  })
  return found
    .filter(({ rows }) => idsText(restartedIn(rows)) === wanted)
    .flatMap(({ createdAt, endedAt }) => (endedAt ? [endedAt.getTime() - createdAt.getTime()] : []))
    .slice(0, RUNS)
}

type RollRow = { nodeId: number; phases: string }

/** Nodes that a roll restarts, or is going to: the others were through as it began. */
export const restartedIn = (rows: readonly RollRow[]): number[] =>
  rows.filter(({ phases }) => !phases.startsWith('[{"phase":"done"')).map(({ nodeId }) => nodeId)

/** Rows of the whole cluster carry -1 and do not count. */
const idsText = (ids: readonly number[]): string =>
  [...new Set(ids)]
    .filter((id) => id > 0)
    .toSorted((a, b) => a - b)
    .join(' ')
