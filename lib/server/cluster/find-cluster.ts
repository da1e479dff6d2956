import { parseClusterArn } from '@/lib/domain/arn'
import type { Prisma } from '@/generated/prisma/client'
import { environment } from '../env'
import { badRequest, notFound, type ApiError } from '../http/api-error'
import type { Context } from '../http/context'
import { database } from '../process'

/**
 * The row of a cluster that a caller names by its ARN. An ARN of another region or account is refused before the
 * database is asked: a namespace does not answer for another one.
 */
export async function findCluster<Include extends Prisma.ClusterInclude>(
  ctx: Context,
  arn: string,
  include: Include,
): Promise<Prisma.ClusterGetPayload<{ include: Include }>> {
  assertClusterArn(ctx, arn)
  const cluster = await database().cluster.findUnique({ where: { arn }, include })
  if (!cluster) throw clusterGone(arn)
  return cluster
}

export function assertClusterArn(ctx: Context, arn: string): void {
  const parts = parseClusterArn(arn)
  if (!parts) {
    throw badRequest(
      `"${arn}" is not the ARN of a cluster. One looks like arn:aws:kafka:us-east-1:000000000000:cluster/NAME/UUID-1.`,
      'clusterArn',
    )
  }
  assertNamespace(ctx, parts, 'clusterArn')
}

/** Whoever named no region is served in the one the ARN names. */
export function assertNamespace(
  ctx: Context,
  { region, account }: { region: string; account: string },
  parameter: string,
): void {
  if (ctx.regionIsSaid && region !== ctx.region) {
    throw badRequest(
      `The ARN belongs to the region ${region}, and the request is for ${ctx.region}.`,
      parameter,
    )
  }
  const own = environment().account
  if (account !== own) {
    throw notFound(`The ARN belongs to the account ${account}; this server's account is ${own}.`, parameter)
  }
}

export const clusterGone = (arn: string): ApiError =>
  notFound(`The cluster ${arn} does not exist.`, 'clusterArn')
