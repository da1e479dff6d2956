import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { recommendedAlarmEndpoints } from '@/lib/contract/console/recommended-alarms'
import type { AlarmDefinition } from '../alarm/wire'
import { call } from '../call'
import { changeAlarms, putMetricAlarm } from '../call-cloudwatch'
import { alarmKeys } from '../queries/keys'

const askAgain = (client: QueryClient) => client.invalidateQueries({ queryKey: alarmKeys.all })

type Change = {
  region: string
  operation: 'DeleteAlarms' | 'EnableAlarmActions' | 'DisableAlarmActions'
  name: string
}

export const changeAlarm = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changeAlarm'],
    mutationFn: ({ region, operation, name }: Change) => changeAlarms(operation, [name], { region }),
    onSettled: () => askAgain(client),
  })

/** All that are recommended for a cluster and not there; what is there stays as it is. */
export const putRecommendedAlarms = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['putRecommendedAlarms'],
    mutationFn: (order: { clusterId: string; webhooks: string[] }) =>
      call(recommendedAlarmEndpoints.putRecommendedAlarms, order),
    onSettled: () => askAgain(client),
  })

type Put = { region: string; alarms: readonly AlarmDefinition[] }

/** One after the other: what is refused of the first is not said thirty times. */
export const putAlarms = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['putAlarms'],
    mutationFn: async ({ region, alarms }: Put) => {
      for (const alarm of alarms) await putMetricAlarm(alarm, { region })
    },
    onSettled: () => askAgain(client),
  })
