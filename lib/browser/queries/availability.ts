import { queryOptions } from '@tanstack/react-query'
import { availabilityEndpoints } from '@/lib/contract/console/availability'
import { call } from '../call'
import { availabilityKeys } from './keys'

/** Figures are of minutes. */
const EVERY_MS = 15_000

export const availabilityQuery = (clusterId: string) =>
  queryOptions({
    queryKey: availabilityKeys.cluster(clusterId),
    queryFn: ({ signal }) => call(availabilityEndpoints.getAvailability, { clusterId }, { signal }),
    refetchInterval: EVERY_MS,
  })

export const availabilityDayQuery = (clusterId: string, day: string) =>
  queryOptions({
    queryKey: availabilityKeys.day(clusterId, day),
    queryFn: ({ signal }) => call(availabilityEndpoints.getAvailabilityDay, { clusterId, day }, { signal }),
    refetchInterval: EVERY_MS,
  })
