import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { configurationChangeEndpoints } from '@/lib/contract/console/configuration-change'
import { call } from '../call'
import type { RevisionInfo } from '../cluster-configuration/choice'
import { clusterConfigurationKeys } from './keys'

/** Kafka's own tools tell nobody what they told a broker: within five seconds it is on the page all the same. */
const LOOK_MS = 5_000

export const clusterConfigurationQuery = (clusterId: string) =>
  queryOptions({
    queryKey: clusterConfigurationKeys.cluster(clusterId),
    queryFn: ({ signal }) =>
      call(configurationChangeEndpoints.getClusterConfiguration, { clusterId }, { signal }),
    refetchInterval: LOOK_MS,
  })

type Planned = {
  clusterId: string
  /** Whatever changes of the cluster changes the plan too: it is asked for anew. */
  standing: string
  /** Null: back to what MSK sets by itself, or with another version: what it has. */
  info: RevisionInfo | null
  /** Null: the version stays. */
  version: string | null
}

/** What a revision would change. While another one is asked about, the plan before it stays in view. */
export const configurationPlanQuery = ({ clusterId, standing, info, version }: Planned) =>
  queryOptions({
    queryKey: [...clusterConfigurationKeys.plan(clusterId), standing, info, version] as const,
    queryFn: ({ signal }) =>
      call(
        configurationChangeEndpoints.planConfiguration,
        { clusterId, configurationInfo: info, ...(version === null ? {} : { targetKafkaVersion: version }) },
        { signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
