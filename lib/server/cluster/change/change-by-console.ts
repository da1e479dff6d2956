import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { database } from '../../process'
import { changeCluster as change } from './change-cluster'
import { readWishes } from './read-wishes'

/** All that is wished for in one change: one plan, one roll, listed under the strongest of its parts. */
export const changeCluster: Verb<typeof consoleEndpoints.changeCluster> = async ({ ctx, input }) => {
  const { clusterId, currentVersion, ...told } = input
  const cluster = await database().cluster.findUnique({ where: { id: clusterId }, select: { arn: true } })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const { operationId } = await change(ctx, {
    clusterArn: cluster.arn,
    currentVersion,
    wishes: readWishes(input),
    verb: 'ChangeCluster',
    told,
  })
  return { operationId }
}
