import { z } from 'zod'
import { defineRpc } from './rpc'

const replySchema = z.object({
  errorCode: z.number(),
  apiKeys: z.array(z.object({ apiKey: z.number(), minVersion: z.number(), maxVersion: z.number() })),
  supportedFeatures: z
    .array(z.object({ name: z.string(), minVersion: z.number(), maxVersion: z.number() }))
    .optional(),
  finalizedFeatures: z
    .array(z.object({ name: z.string(), maxVersionLevel: z.number(), minVersionLevel: z.number() }))
    .optional(),
})
export type ApiVersionsReply = z.infer<typeof replySchema>

/** What a broker speaks; the cheapest question there is, and so our probe for "does it answer at all". */
export const apiVersions = defineRpc({
  name: 'ApiVersions',
  body: (_input: object, version) =>
    version >= 3 ? { clientSoftwareName: 'mosaik', clientSoftwareVersion: '1' } : {},
  reply: replySchema,
})
