import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'
import { alarmKeys } from '../queries/alarms'

const askAgain = (client: QueryClient) => client.invalidateQueries({ queryKey: alarmKeys.webhooks() })

/** Adds one, or gives it another address. */
export const putWebhook = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['putWebhook'],
    mutationFn: (order: { name: string; url: string }) => call(consoleEndpoints.putWebhook, order),
    onSettled: () => askAgain(client),
  })

export const testWebhook = () =>
  mutationOptions({
    mutationKey: ['testWebhook'],
    mutationFn: (name: string) => call(consoleEndpoints.testWebhook, { name }),
  })

export const deleteWebhook = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteWebhook'],
    mutationFn: (name: string) => call(consoleEndpoints.deleteWebhook, { name }),
    onSettled: () => askAgain(client),
  })
