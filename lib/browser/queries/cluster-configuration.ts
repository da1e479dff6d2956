import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { clusterChangeEndpoints } from '@/lib/contract/console/cluster-change'
import { clusterConfigurationEndpoints } from '@/lib/contract/console/cluster-configuration'
import { call } from '../call'
import type { Wished } from '../cluster-change/wishes'
import { clusterConfigurationKeys } from './keys'

/** Kafka's own tools tell nobody what they told a broker: within five seconds it is on the page all the same. */
const LOOK_MS = 5_000

export const clusterConfigurationQuery = (clusterId: string) =>
  queryOptions({
    queryKey: clusterConfigurationKeys.cluster(clusterId),
    queryFn: ({ signal }) =>
      call(clusterConfigurationEndpoints.getClusterConfiguration, { clusterId }, { signal }),
    refetchInterval: LOOK_MS,
  })

type Planned = {
  clusterId: string
  /** Whatever changes of the cluster changes the plan too: it is asked for anew. */
  standing: string
  wishes: Wished
}

/** What a change would do. While another one is asked about, the plan before it stays in view. */
export const changePlanQuery = ({ clusterId, standing, wishes }: Planned) =>
  queryOptions({
    queryKey: [...clusterConfigurationKeys.plan(clusterId), standing, wishes] as const,
    queryFn: ({ signal }) => call(clusterChangeEndpoints.planChange, { clusterId, ...wishes }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
