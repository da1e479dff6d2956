import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { operationIdOf } from '@/lib/domain/arn'
import { call } from '../call'
import { rememberOperation } from '../own-operations'
import { clusterKeys } from '../queries/keys'

type Order = { cluster: { arn: string; region: string }; nodeId: number }

/** Restarts one broker; answers with the id of the operation that was begun. */
export const rebootBroker = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['rebootBroker'],
    mutationFn: async ({ cluster: { arn, region }, nodeId }: Order): Promise<string> => {
      const input = { clusterArn: arn, brokerIds: [String(nodeId)] }
      const { clusterOperationArn } = await call(mskEndpoints.RebootBroker, input, { region })
      const operationId = operationIdOf(clusterOperationArn)
      rememberOperation(operationId)
      return operationId
    },
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
