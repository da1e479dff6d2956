import { randomUUID } from 'node:crypto'
import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { configurationArn } from '@/lib/domain/arn'
import { isConfigurationName } from '@/lib/domain/configuration/configuration-name'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { isTaken } from '../db'
import { environment } from '../env'
import { badRequest, conflict } from '../http/api-error'
import type { Verb } from '../http/context'
import { database } from '../process'
import { checkedText } from './checked-text'
import { revisionView } from './view'

/** MSK's soft quota of an account. */
const CONFIGURATIONS_MAX = 100

export const createConfiguration: Verb<typeof mskEndpoints.CreateConfiguration> = async ({ ctx, input }) => {
  const { name, description = null, kafkaVersions = [], serverProperties } = input
  if (!isConfigurationName(name)) {
    throw badRequest('The parameter value contains one or more characters that are not valid.', 'name')
  }
  const properties = checkedText(serverProperties, kafkaVersions)
  const { region } = ctx
  const db = database()
  if ((await db.configuration.count({ where: { region } })) >= CONFIGURATIONS_MAX) {
    throw badRequest(
      `There are ${CONFIGURATIONS_MAX} configurations in ${region}, the most an account has. Delete one that no cluster uses.`,
    )
  }
  const arn = configurationArn({ region, account: environment().account, name, uuid: randomUUID() })
  const createdAt = new Date(systemClock.now())
  const revision = { revision: 1, description, properties, actor: ctx.actor, createdAt }
  try {
    await db.$transaction([
      db.configuration.create({
        data: { arn, region, name, kafkaVersions: JSON.stringify(kafkaVersions), createdAt },
      }),
      db.configurationRevision.create({ data: { configurationArn: arn, ...revision } }),
      audited(ctx, 'CreateConfiguration', arn),
    ])
  } catch (error) {
    if (isTaken(error)) {
      throw conflict(`A configuration with the name ${name} already exists in ${region}.`, 'name')
    }
    throw error
  }
  return {
    arn,
    name,
    creationTime: createdAt.toISOString(),
    latestRevision: revisionView(revision),
    state: 'ACTIVE' as const,
  }
}
