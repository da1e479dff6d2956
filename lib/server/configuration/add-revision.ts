import { audited } from '../audit'
import { systemClock } from '../clock'
import { isTaken } from '../db'
import { badRequest, conflict } from '../http/api-error'
import type { Context } from '../http/context'
import { database } from '../process'
import { checkedText } from './checked-text'
import { versionsOf } from './view'

/** MSK's quota. */
const REVISIONS_MAX = 50

type Addition = {
  configuration: { arn: string; kafkaVersions: string }
  /** The revision it follows: another one that follows it too is refused. */
  after: number
  serverProperties: string
  description: string | null
}

/** A whole new revision, not a merge. Clusters keep the one they have until they are told otherwise. */
export async function addRevision(ctx: Context, addition: Addition) {
  const { configuration, after, serverProperties, description } = addition
  const { arn } = configuration
  const properties = checkedText(serverProperties, versionsOf(configuration))
  const revision = after + 1
  if (revision > REVISIONS_MAX) {
    throw badRequest(`A configuration has at most ${REVISIONS_MAX} revisions. Create another configuration.`)
  }
  const created = {
    revision,
    description,
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
    if (isTaken(error)) throw revisedMeanwhile(revision)
    throw error
  }
  return created
}

export const revisedMeanwhile = (revision: number) =>
  conflict(`Somebody else just made revision ${revision}. Look at it, and send yours again if it still fits.`)
