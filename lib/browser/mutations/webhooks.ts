import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { webhookEndpoints } from '@/lib/contract/console/webhooks'
import { call } from '../call'
import { alarmKeys } from '../queries/keys'

const askAgain = (client: QueryClient) => client.invalidateQueries({ queryKey: alarmKeys.webhooks() })

/** Adds one, or gives it another address. */
export const putWebhook = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['putWebhook'],
    mutationFn: (order: { name: string; url: string }) => call(webhookEndpoints.putWebhook, order),
    onSettled: () => askAgain(client),
  })

export const testWebhook = () =>
  mutationOptions({
    mutationKey: ['testWebhook'],
    mutationFn: (name: string) => call(webhookEndpoints.testWebhook, { name }),
  })

export const deleteWebhook = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteWebhook'],
    mutationFn: (name: string) => call(webhookEndpoints.deleteWebhook, { name }),
    onSettled: () => askAgain(client),
  })
