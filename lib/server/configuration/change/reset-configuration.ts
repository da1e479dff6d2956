import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { applyRevision } from '../../cluster/update-cluster-configuration'
import { notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { database } from '../../process'

export const resetConfiguration: Verb<typeof consoleEndpoints.resetConfiguration> = async ({
  ctx,
  input,
}) => {
  const { clusterId, currentVersion } = input
  const cluster = await database().cluster.findUnique({ where: { id: clusterId }, select: { arn: true } })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const { operationId } = await applyRevision(ctx, {
    clusterArn: cluster.arn,
    currentVersion,
    configurationInfo: null,
  })
  return { operationId }
}
