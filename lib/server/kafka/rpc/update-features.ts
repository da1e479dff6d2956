import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const UPGRADE = 1

/** Raises finalized feature levels; from Kafka 3.9 on there is no way back. Name every feature: raising them all raises `kraft.version` too. */
export const updateFeatures = defineRpc({
  name: 'UpdateFeatures',
  body: (input: { levels: Readonly<Record<string, number>>; validateOnly: boolean; timeoutMs: number }) => ({
    timeoutMs: input.timeoutMs,
    featureUpdates: Object.entries(input.levels).map(([feature, maxVersionLevel]) => ({
      feature,
      maxVersionLevel,
      upgradeType: UPGRADE,
    })),
    validateOnly: input.validateOnly,
  }),
  reply: z.object({
    errorCode: z.number(),
    errorMessage: z.string().nullable(),
    /** One per feature up to version 1; version 2 (Kafka 4.0) has the one error above for all. */
    results: z
      .array(z.object({ feature: z.string(), errorCode: z.number(), errorMessage: z.string().nullable() }))
      .optional(),
  }),
})
