import { z } from 'zod'
import { MOVE_STATES } from '@/lib/domain/rebalance/copy-progress'
import { endpoint } from '../endpoint'

/** So many of a plan are told; the largest come first. */
export const MOVES_LISTED_MAX = 20_000

const moveSchema = z.object({
  /** `orders-0` */
  id: z.string(),
  from: z.array(z.number().int()),
  to: z.array(z.number().int()),
  /** To copy, all new replicas together, as it was planned. */
  bytes: z.number(),
})
export type OperationMove = z.infer<typeof moveSchema>

const copySchema = z.object({
  bytesDone: z.number(),
  bytesTotal: z.number(),
  /** New replicas that are in sync, of all. */
  caughtUp: z.number().int(),
  replicas: z.number().int(),
})

export const moveProgressSchema = z.object({
  at: z.iso.datetime(),
  /** How each of the plan stands, in the order of the plan's own list. */
  states: z.array(z.enum(MOVE_STATES)),
  /** Those that came beside the plan: brokers that go are emptied of what was made since, too. */
  further: z.array(moveSchema.extend({ state: z.enum(MOVE_STATES) })),
  /** Of each that is being copied now; null where a broker does not answer. */
  copies: z.record(z.string(), copySchema.nullable()),
  total: copySchema,
  /** Bytes a second over the last seconds; null as long as it is not known. */
  bytesPerSecond: z.number().nullable(),
  leftMs: z.number().nullable(),
})
export type MoveProgress = z.infer<typeof moveProgressSchema>

export const operationMoveEndpoints = {
  /** What was planned, which never changes. */
  listOperationMoves: endpoint({
    method: 'GET',
    path: '/api/console/operations/{operationId}/moves',
    input: z.object({ operationId: z.string() }),
    reply: z.object({ moves: z.array(moveSchema), total: z.number().int() }),
  }),
  getMoveProgress: endpoint({
    method: 'GET',
    path: '/api/console/operations/{operationId}/moves/progress',
    input: z.object({ operationId: z.string() }),
    reply: moveProgressSchema,
  }),
} as const
