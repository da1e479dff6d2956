import { z } from 'zod'
import { endpoint } from '../endpoint'
import { operationSummarySchema, specificationChangeSchema } from './clusters'

/** Every operation, creation and power among them, which MSK's own list leaves out. */
export const listedOperationSchema = operationSummarySchema.extend({
  /** Who asked for it: an access key, `console`, or null if that was not written down. */
  actor: z.string().nullable(),
  changes: z.array(specificationChangeSchema),
})
export type ListedOperation = z.infer<typeof listedOperationSchema>

export const OPERATIONS_LISTED_MAX = 1000

export const operationEndpoints = {
  listOperations: endpoint({
    method: 'GET',
    path: '/api/console/operations',
    input: z.object({ region: z.string().default('us-east-1'), clusterId: z.string().optional() }),
    /** Newest first; `truncated` if there are older ones than are told. */
    reply: z.object({ operations: z.array(listedOperationSchema), truncated: z.boolean() }),
  }),
} as const
