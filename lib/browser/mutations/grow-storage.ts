import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { operationIdOf } from '@/lib/domain/arn'
import { call } from '../call'
import { rememberOperation } from '../own-operations'
import { clusterKeys } from '../queries/keys'

type Order = { cluster: { arn: string; region: string; currentVersion: string }; sizeGiB: number }

/** Makes the volumes of all brokers larger. They never become smaller again. */
export const growStorage = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['growStorage'],
    mutationFn: async ({ cluster: { arn, region, currentVersion }, sizeGiB }: Order): Promise<void> => {
      const volume = { kafkaBrokerNodeId: 'All', volumeSizeGB: sizeGiB }
      const input = { clusterArn: arn, currentVersion, targetBrokerEBSVolumeInfo: [volume] }
      const { clusterOperationArn } = await call(mskEndpoints.UpdateBrokerStorage, input, { region })
      rememberOperation(operationIdOf(clusterOperationArn))
    },
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
