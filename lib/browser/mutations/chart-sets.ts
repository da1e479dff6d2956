import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { chartSetEndpoints } from '@/lib/contract/console/chart-sets'
import type { SavedChart } from '@/lib/domain/metrics/chart-set'
import { call } from '../call'
import { chartSetKeys } from '../queries/keys'

type Change = {
  clusterId: string
  name: string
  charts: SavedChart[]
  /** The version that was seen; null where the set shall be new. */
  expected: number | null
}

export const putChartSet = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['putChartSet'],
    mutationFn: (change: Change) => call(chartSetEndpoints.putChartSet, change),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: chartSetKeys.cluster(clusterId) }),
  })

type Removal = { clusterId: string; name: string; expected: number }

export const deleteChartSet = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteChartSet'],
    mutationFn: (removal: Removal) => call(chartSetEndpoints.deleteChartSet, removal),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: chartSetKeys.cluster(clusterId) }),
  })
