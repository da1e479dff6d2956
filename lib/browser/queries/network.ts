import { queryOptions } from '@tanstack/react-query'
import { networkEndpoints } from '@/lib/contract/console/network'
import { call } from '../call'

/** Addresses change only when a cluster comes or goes. */
const LOOK_MS = 5000

export const networkQuery = (region: string) =>
  queryOptions({
    queryKey: ['network', region] as const,
    queryFn: ({ signal }) => call(networkEndpoints.getNetwork, { region }, { signal, region }),
    refetchInterval: LOOK_MS,
  })
