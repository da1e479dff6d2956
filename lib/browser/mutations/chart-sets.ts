import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { SavedChart } from '@/lib/domain/metrics/chart-set'
import { call } from '../call'
import { chartSetKeys } from '../queries/chart-sets'

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
    mutationFn: (change: Change) => call(consoleEndpoints.putChartSet, change),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: chartSetKeys.cluster(clusterId) }),
  })

type Removal = { clusterId: string; name: string; expected: number }

export const deleteChartSet = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteChartSet'],
    mutationFn: (removal: Removal) => call(consoleEndpoints.deleteChartSet, removal),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: chartSetKeys.cluster(clusterId) }),
  })
