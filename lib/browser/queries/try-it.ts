import { queryOptions } from '@tanstack/react-query'
import { tryEndpoints } from '@/lib/contract/console/try-endpoints'
import { call } from '../call'
import { tryKeys } from './keys'

/** A run lasts a second or two: to be seen as it goes, it is asked about this often. */
const RUN_LOOK_MS = 250
const LOOK_MS = 5000

export const tryItQuery = (clusterId: string) =>
  queryOptions({
    queryKey: tryKeys.overview(clusterId),
    queryFn: ({ signal }) => call(tryEndpoints.getTryIt, { clusterId }, { signal }),
    refetchInterval: LOOK_MS,
  })

export const tryRunQuery = (clusterId: string, runId: string) =>
  queryOptions({
    queryKey: tryKeys.run(clusterId, runId),
    queryFn: ({ signal }) => call(tryEndpoints.getTryRun, { clusterId, runId }, { signal }),
    // What is over never changes again.
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? RUN_LOOK_MS : false),
  })
