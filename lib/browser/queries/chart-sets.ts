import { queryOptions } from '@tanstack/react-query'
import { chartSetEndpoints } from '@/lib/contract/console/chart-sets'
import { call } from '../call'
import { chartSetKeys } from './keys'

export const chartSetsQuery = (clusterId: string) =>
  queryOptions({
    queryKey: chartSetKeys.cluster(clusterId),
    queryFn: async ({ signal }) =>
      (await call(chartSetEndpoints.listChartSets, { clusterId }, { signal })).chartSets,
  })
