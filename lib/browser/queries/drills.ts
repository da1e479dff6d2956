import { queryOptions } from '@tanstack/react-query'
import { drillEndpoints } from '@/lib/contract/console/drills'
import { call } from '../call'
import { drillKeys } from './keys'
import { pollMs } from './poll'

export const drillsQuery = (clusterId: string) =>
  queryOptions({
    queryKey: drillKeys.list(clusterId),
    queryFn: ({ signal }) => call(drillEndpoints.listDrills, { clusterId }, { signal }),
    refetchInterval: ({ state }) =>
      pollMs({ inFlight: state.data?.drills.some((drill) => drill.state === 'RUNNING') ?? false }),
  })

export const drillQuery = (clusterId: string, drillId: string) =>
  queryOptions({
    queryKey: drillKeys.detail(drillId),
    queryFn: ({ signal }) => call(drillEndpoints.getDrill, { clusterId, drillId }, { signal }),
    // What is over never changes again.
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'RUNNING' ? pollMs({ inFlight: true }) : false,
  })
