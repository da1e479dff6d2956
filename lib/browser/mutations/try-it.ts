import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { tryEndpoints } from '@/lib/contract/console/try-endpoints'
import type { SendMessageInput } from '@/lib/contract/console/try-it'
import { call } from '../call'
import { tryKeys } from '../queries/keys'

export const startTryRun = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['startTryRun'],
    mutationFn: (input: { clusterId: string }) => call(tryEndpoints.startTryRun, input),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: tryKeys.cluster(clusterId) }),
  })

export const sendMessage = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['sendMessage'],
    mutationFn: (input: SendMessageInput) => call(tryEndpoints.sendMessage, input),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: tryKeys.cluster(clusterId) }),
  })
