import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

type QuotaChange = {
  /** `entityName: null` is the default of that kind. */
  entity: readonly { entityType: 'user' | 'client-id' | 'ip'; entityName: string | null }[]
  ops: readonly ({ key: string; set: number } | { key: string; remove: true })[]
}

/** Since Kafka 2.6. A byte rate near 1 freezes clients for minutes, even after the quota is gone: stay at 1,024 or above. */
export const alterClientQuotas = defineRpc({
  name: 'AlterClientQuotas',
  body: ({ changes, validateOnly }: { changes: readonly QuotaChange[]; validateOnly: boolean }) => ({
    entries: changes.map(({ entity, ops }) => ({
      entity,
      ops: ops.map((op) =>
        'set' in op ? { key: op.key, value: op.set, remove: false } : { key: op.key, value: 0, remove: true },
      ),
    })),
    validateOnly,
  }),
  reply: z.object({
    entries: z.array(z.object({ errorCode: z.number(), errorMessage: z.string().nullable() })),
  }),
})

/** What applies by default to every client of every user, and nothing that is set for some of them. */
export const describeDefaultQuotas = defineRpc({
  name: 'DescribeClientQuotas',
  body: () => ({
    components: ['user', 'client-id'].map((entityType) => ({
      entityType,
      matchType: DEFAULT_NAME,
      match: null,
    })),
    strict: true,
  }),
  reply: z.object({
    errorCode: z.number(),
    errorMessage: z.string().nullable(),
    entries: z
      .array(z.object({ values: z.array(z.object({ key: z.string(), value: z.number() })) }))
      .nullable(),
  }),
})

/** As opposed to 0, one of a name, and 2, any. */
const DEFAULT_NAME = 1
