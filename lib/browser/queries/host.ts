import { queryOptions } from '@tanstack/react-query'
import { clusterEndpoints } from '@/lib/contract/console/cluster-endpoints'
import { call } from '../call'
import { hostKeys } from './keys'

export const hostQuery = (region: string) =>
  queryOptions({
    queryKey: hostKeys.region(region),
    queryFn: ({ signal }) => call(clusterEndpoints.getHost, { region }, { signal, region }),
    refetchInterval: 10_000,
  })
