import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { SendMessageInput } from '@/lib/contract/console/try-it'
import { call } from '../call'
import { tryKeys } from '../queries/try-it'

export const startTryRun = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['startTryRun'],
    mutationFn: (input: { clusterId: string }) => call(consoleEndpoints.startTryRun, input),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: tryKeys.cluster(clusterId) }),
  })

export const sendMessage = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['sendMessage'],
    mutationFn: (input: SendMessageInput) => call(consoleEndpoints.sendMessage, input),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: tryKeys.cluster(clusterId) }),
  })
