import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'

export const hostKeys = {
  all: ['host'] as const,
  region: (region: string) => [...hostKeys.all, region] as const,
}

export const hostQuery = (region: string) =>
  queryOptions({
    queryKey: hostKeys.region(region),
    queryFn: ({ signal }) => call(consoleEndpoints.getHost, { region }, { signal, region }),
    refetchInterval: 10_000,
  })
