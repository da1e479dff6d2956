import type { Prisma } from '@/generated/prisma/client'
import type { Context } from './http/context'
import { systemClock } from './clock'
import { database } from './process'

/**
 * Who changed what, when. A statement, so that it stands in the same transaction as the change: what did not happen
 * is not in the book, and what happened is.
 */
export const audited = (
  { actor, requestId }: Context,
  verb: string,
  target: string,
  detail: Record<string, unknown> = {},
): Prisma.PrismaPromise<unknown> =>
  database().audit.create({
    data: {
      at: new Date(systemClock.now()),
      verb,
      actor,
      target,
      detail: JSON.stringify({ ...detail, requestId }),
    },
  })
