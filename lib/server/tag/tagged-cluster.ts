import { assertClusterArn, clusterGone } from '../cluster/find-cluster'
import type { Context } from '../http/context'
import { database } from '../process'

/** The resource of a tag call: clusters are what can be tagged. */
export async function findTaggedCluster(
  ctx: Context,
  resourceArn: string,
): Promise<{ id: string; arn: string }> {
  assertClusterArn(ctx, resourceArn)
  const cluster = await database().cluster.findUnique({
    where: { arn: resourceArn },
    select: { id: true, arn: true },
  })
  if (!cluster) throw clusterGone(resourceArn)
  return cluster
}
