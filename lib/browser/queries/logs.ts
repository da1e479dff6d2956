import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'

const LINES = 500

export const nodeLogQuery = (clusterId: string, nodeId: number) =>
  queryOptions({
    queryKey: ['log', clusterId, nodeId] as const,
    queryFn: ({ signal }) =>
      call(consoleEndpoints.getNodeLog, { clusterId, nodeId, lines: LINES }, { signal }),
    refetchInterval: 1000,
  })
