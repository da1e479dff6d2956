import { z } from 'zod'

/** MSK's lists take 1..100 a page and answer `nextToken` only while there is more. */
export const pagingInput = {
  maxResults: z.coerce.number().int().min(1).max(100).default(100),
  nextToken: z.string().optional(),
}

export const pagingReply = { nextToken: z.string().optional() }

/** A list in the query is its key repeated; one key alone arrives as a plain string. */
export const queryList = z.union([z.string().transform((one) => [one]), z.array(z.string())])
