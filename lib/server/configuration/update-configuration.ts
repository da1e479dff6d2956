import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { isTaken } from '../db'
import { badRequest, conflict } from '../http/api-error'
import type { Verb } from '../http/context'
import { database } from '../process'
import { checkedText } from './checked-text'
import { findConfiguration } from './find-configuration'
import { latestOf, revisionView, versionsOf } from './view'

/** MSK's quota. */
const REVISIONS_MAX = 50

/** A whole new revision, not a merge. Clusters keep the one they have until they are told otherwise. */
export const updateConfiguration: Verb<typeof mskEndpoints.UpdateConfiguration> = async ({ ctx, input }) => {
  const configuration = await findConfiguration(ctx, input.arn)
  const { arn } = configuration
  const properties = checkedText(input.serverProperties, versionsOf(configuration))
  const revision = latestOf(configuration).revision + 1
  if (revision > REVISIONS_MAX) {
    throw badRequest(`A configuration has at most ${REVISIONS_MAX} revisions. Create another configuration.`)
  }
  const created = {
    revision,
    description: input.description ?? null,
    properties,
    actor: ctx.actor,
    createdAt: new Date(systemClock.now()),
  }
  const db = database()
  try {
    await db.$transaction([
      db.configurationRevision.create({ data: { configurationArn: arn, ...created } }),
      audited(ctx, 'UpdateConfiguration', arn, { revision }),
    ])
  } catch (error) {
    if (isTaken(error)) {
      throw conflict(
        `Somebody else just made revision ${revision}. Look at it, and send yours again if it still fits.`,
      )
    }
    throw error
  }
  return { arn, latestRevision: revisionView(created) }
}
