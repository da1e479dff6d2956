import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'

/** Addresses change only when a cluster comes or goes. */
const LOOK_MS = 5000

export const networkQuery = (region: string) =>
  queryOptions({
    queryKey: ['network', region] as const,
    queryFn: ({ signal }) => call(consoleEndpoints.getNetwork, { region }, { signal, region }),
    refetchInterval: LOOK_MS,
  })
