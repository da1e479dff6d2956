import { useQuery } from '@tanstack/react-query'
import { CallError } from '@/lib/browser/call-error'
import { clusterQuery } from '@/lib/browser/queries/clusters'

/** Whether the server says that there is no such cluster (any more): its pages would be dead ends. */
export function useClusterGone(clusterId: string | null): boolean {
  const { error } = useQuery({ ...clusterQuery(clusterId ?? ''), enabled: clusterId !== null })
  return error instanceof CallError && error.isNotFound
}
