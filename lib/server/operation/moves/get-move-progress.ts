import { z } from 'zod'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { MoveProgress } from '@/lib/contract/console/operation-moves'
import { MOVE_OUTCOMES } from '@/lib/domain/plan/partitions/move-news'
import type { NodeId, PartitionId } from '@/lib/domain/plan/world'
import {
  copyRate,
  copyTimeLeftMs,
  moveState,
  progressOfAll,
  progressOfCopy,
  withSample,
  type CopySample,
  type CopySeen,
} from '@/lib/domain/rebalance/copy-progress'
import type { Operation, OperationMove } from '@/generated/prisma/client'
import { systemClock } from '../../clock'
import { clientEndpoints } from '../../cluster/view/connection'
import { readMove } from '../../engine/stored/open-move'
import { notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { keepNewest } from '../../keep-newest'
import { openAdmin } from '../../kafka/admin'
import { isKafkaError } from '../../kafka/wire/kafka-error'
import { lookAtCopies, type Copied } from '../../kafka/topics/copies'
import { database, runtime } from '../../process'
import { plannedMoves } from './planned-moves'

/** Brokers are asked at most this often, however many pages look. */
const LOOK_EVERY_MS = 900
const LOOKS_KEPT = 20

type Look = { at: number; isOver: boolean; reply: Promise<MoveProgress>; samples: readonly CopySample[] }
const looks = new Map<string, Look>()

/** How far the moves of an operation are: what was written down of each, and of those under way what brokers say. */
export const getMoveProgress: Verb<typeof consoleEndpoints.getMoveProgress> = async ({
  input: { operationId },
}) => {
  const operation = await database().operation.findUnique({ where: { id: operationId } })
  if (!operation) throw notFound(`There is no operation ${operationId}.`, 'operationId')
  const isOver = operation.endedAt !== null
  const now = performance.now()
  const before = looks.get(operationId)
  // A page asks once more when it is over, and must not be told how it was a moment before.
  if (before !== undefined && before.isOver === isOver && now - before.at < LOOK_EVERY_MS) return before.reply
  const look: Look = {
    at: now,
    isOver,
    samples: before?.samples ?? [],
    reply: Promise.resolve().then(() => progress(operation, look)),
  }
  keepNewest(looks, operationId, look, LOOKS_KEPT)
  return look.reply
}

async function progress(operation: Operation, look: Look): Promise<MoveProgress> {
  const { id: operationId } = operation
  const { isOver } = look
  const [{ listed, all }, rows, open] = await Promise.all([
    plannedMoves(operationId),
    database().operationMove.findMany({
      where: { operationId },
      select: { partition: true, outcome: true },
      orderBy: { beganAt: 'asc' },
    }),
    database().operationMove.findMany({ where: { operationId, outcome: null } }),
  ])
  const records = new Map(rows.map((row) => [row.partition, row]))
  const seen = isOver ? new Map<PartitionId, CopySeen>() : await copiesOf(operation, open)
  const copies = new Map([...seen].map(([id, copy]) => [id, progressOfCopy(copy)]))
  const stateOf = (id: PartitionId) => moveState(recordOf(records.get(id)), isOver)
  const total = progressOfAll(
    all.map(({ id, from, to, bytes }) => ({
      state: stateOf(id),
      bytes,
      replicas: added(from, to).length,
      seen: copies.get(id) ?? null,
    })),
  )
  const at = systemClock.now()
  look.samples = isOver ? [] : withSample(look.samples, { at, bytes: total.bytesDone })
  const bytesPerSecond = copyRate(look.samples)
  const planned = new Set(all.map(({ id }) => id))
  const further = rows.map(({ partition }) => partition).filter((id) => !planned.has(id))
  return {
    at: new Date(at).toISOString(),
    states: listed.map(({ id }) => stateOf(id)),
    further: (await movesOf(operationId, further)).map(({ id, before, after }) => ({
      id,
      from: [...before],
      to: [...after],
      bytes: 0,
      state: stateOf(id),
    })),
    copies: Object.fromEntries(copies),
    total,
    bytesPerSecond,
    leftMs: copyTimeLeftMs(total, bytesPerSecond),
  }
}

const outcomeSchema = z.enum(MOVE_OUTCOMES).nullable()

const recordOf = (row: Pick<OperationMove, 'outcome'> | undefined) =>
  row === undefined ? undefined : { outcome: outcomeSchema.parse(row.outcome) }

const added = (from: readonly NodeId[], to: readonly NodeId[]): readonly NodeId[] =>
  to.filter((id) => !from.includes(id))

async function movesOf(operationId: string, ids: readonly PartitionId[]) {
  if (ids.length === 0) return []
  const partition = { in: [...ids] }
  return (await database().operationMove.findMany({ where: { operationId, partition } })).map(readMove)
}

/** Asked about what is under way alone: the engine never has more than a few at a time. */
async function copiesOf(
  { clusterId, undoing }: Operation,
  rows: readonly OperationMove[],
): Promise<ReadonlyMap<PartitionId, CopySeen>> {
  const moving = rows
    .map(readMove)
    .map(({ id, before, after }): Copied => ({
      id,
      to: undoing ? added(after, before) : added(before, after),
    }))
    .filter(({ to }) => to.length > 0)
  if (moving.length === 0 || runtime().observeKafka) return new Map()
  const nodes = await database().node.findMany({ where: { clusterId } })
  const admin = openAdmin({ bootstrap: clientEndpoints(nodes), connectTimeoutMs: 1_000 })
  try {
    return await lookAtCopies(admin, moving)
  } catch (error) {
    if (!isKafkaError(error)) throw error
    // Nobody answers at the moment: how far it is, is not known.
    return new Map()
  } finally {
    admin.close()
  }
}
