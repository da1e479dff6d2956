import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { availabilityEndpoints } from '@/lib/contract/console/availability'
import { call } from '../call'
import { availabilityKeys } from '../queries/keys'

/** Has a cluster measured, or left alone. */
export const changeAvailability = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changeAvailability'],
    mutationFn: (change: { clusterId: string; isOn: boolean }) =>
      call(availabilityEndpoints.changeAvailability, change),
    onSettled: (_reply, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: availabilityKeys.cluster(clusterId) }),
  })
