import { environment } from '../../env'
import { validationError } from '../../http/cloudwatch/cloudwatch-error'
import { database } from '../../process'

/**
 * A webhook as the action of an alarm. It is named by an ARN, not by its address: tools of AWS take nothing else for
 * an action (the AWS CLI would even fetch an address), and an address may hold a secret that every DescribeAlarms
 * would tell.
 */
const prefix = (): string => `arn:aws:mosaik::${environment().account}:webhook/`

export const webhookArn = (name: string): string => `${prefix()}${name}`

export const webhookNameOf = (action: string): string | null =>
  action.startsWith(prefix()) ? action.slice(prefix().length) : null

/** Refuses what an alarm could not do when it rings. */
export async function checkActions(actions: readonly string[]): Promise<void> {
  const names = actions.map((action) => {
    const name = webhookNameOf(action)
    if (name === null) {
      throw validationError(
        `Invalid action ${action}: Mosaik tells alarms to webhooks, named like ${prefix()}NAME. Add one in the console, or with POST /api/console/webhooks.`,
      )
    }
    return name
  })
  const known = await database().webhook.findMany({ select: { name: true } })
  const unknown = names.find((name) => !known.some((webhook) => webhook.name === name))
  if (unknown === undefined) return
  throw validationError(
    `There is no webhook ${unknown}. ${known.length === 0 ? 'There are none yet: add one' : `Known are ${known.map(({ name }) => name).join(', ')}. Add it`} in the console, or with POST /api/console/webhooks.`,
  )
}
