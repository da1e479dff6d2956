import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'

export const tryKeys = {
  all: ['try'] as const,
  cluster: (clusterId: string) => [...tryKeys.all, clusterId] as const,
  overview: (clusterId: string) => [...tryKeys.cluster(clusterId), 'overview'] as const,
  run: (clusterId: string, runId: string) => [...tryKeys.cluster(clusterId), 'run', runId] as const,
}

/** A run lasts a second or two: to be seen as it goes, it is asked about this often. */
const RUN_LOOK_MS = 250
const LOOK_MS = 5000

export const tryItQuery = (clusterId: string) =>
  queryOptions({
    queryKey: tryKeys.overview(clusterId),
    queryFn: ({ signal }) => call(consoleEndpoints.getTryIt, { clusterId }, { signal }),
    refetchInterval: LOOK_MS,
  })

export const tryRunQuery = (clusterId: string, runId: string) =>
  queryOptions({
    queryKey: tryKeys.run(clusterId, runId),
    queryFn: ({ signal }) => call(consoleEndpoints.getTryRun, { clusterId, runId }, { signal }),
    // What is over never changes again.
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? RUN_LOOK_MS : false),
  })
