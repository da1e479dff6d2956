import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { configurationChangeEndpoints } from '@/lib/contract/console/configuration-change'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { operationIdOf } from '@/lib/domain/arn'
import { call } from '../call'
import type { RevisionInfo } from '../cluster-configuration/choice'
import { rememberOperation } from '../own-operations'
import { clusterConfigurationKeys, clusterKeys } from '../queries/keys'

type Order = {
  cluster: { id: string; arn: string; region: string }
  /** Null: back to what MSK sets by itself, for which MSK has no word; or with another version: what it has. */
  info: RevisionInfo | null
  /** Null: the version stays. */
  version: string | null
  /** Of the plan that was read: if the cluster is another by now, the server says so. */
  currentVersion: string
}

/** Answers with the id of the operation that was begun. */
export const applyConfiguration = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['applyConfiguration'],
    mutationFn: async (order: Order): Promise<string> => {
      const operationId = await begin(order)
      rememberOperation(operationId)
      return operationId
    },
    onSettled: (_id, _error, { cluster }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: clusterKeys.all }),
        client.invalidateQueries({ queryKey: clusterConfigurationKeys.cluster(cluster.id) }),
      ]),
  })

async function begin({ cluster, info, version, currentVersion }: Order): Promise<string> {
  if (version !== null) return upgrade(cluster, { targetKafkaVersion: version, currentVersion }, info)
  if (info === null) {
    const input = { clusterId: cluster.id, currentVersion }
    return (await call(configurationChangeEndpoints.resetConfiguration, input)).operationId
  }
  const input = { clusterArn: cluster.arn, configurationInfo: info, currentVersion }
  const { region } = cluster
  return operationIdOf(
    (await call(mskEndpoints.UpdateClusterConfiguration, input, { region })).clusterOperationArn,
  )
}

async function upgrade(
  { arn, region }: Order['cluster'],
  order: { targetKafkaVersion: string; currentVersion: string },
  info: RevisionInfo | null,
): Promise<string> {
  const input = { clusterArn: arn, ...order, ...(info === null ? {} : { configurationInfo: info }) }
  return operationIdOf(
    (await call(mskEndpoints.UpdateClusterKafkaVersion, input, { region })).clusterOperationArn,
  )
}
