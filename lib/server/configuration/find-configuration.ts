import { parseConfigurationArn } from '@/lib/domain/arn'
import { assertNamespace } from '../cluster/find-cluster'
import { badRequest } from '../http/api-error'
import type { Context } from '../http/context'
import { database } from '../process'
import { withLatest } from './view'

/** The configuration a caller names, with its latest revision. That there is none is a 400 on MSK, and clients wait for it. */
export async function findConfiguration(ctx: Context, arn: string) {
  assertConfigurationArn(ctx, arn)
  const found = await database().configuration.findUnique({ where: { arn }, include: withLatest })
  if (!found) throw configurationGone()
  return found
}

export function assertConfigurationArn(ctx: Context, arn: string): void {
  const parts = parseConfigurationArn(arn)
  if (!parts) throw badRequest('Invalid Configuration ARN.', 'arn')
  assertNamespace(ctx, parts, 'arn')
}

export const configurationGone = () => badRequest('Configuration ARN does not exist.', 'arn')
