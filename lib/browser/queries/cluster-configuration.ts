import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { configurationChangeEndpoints } from '@/lib/contract/console/configuration-change'
import type { configurationRevisionSchema, configurationSchema } from '@/lib/contract/msk/configuration'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import type { RevisionInfo } from '../cluster-configuration/choice'
import { clusterConfigurationKeys } from './keys'

export type ConfigurationChoice = z.infer<typeof configurationSchema>
export type RevisionChoice = z.infer<typeof configurationRevisionSchema>

/** Kafka's own tools tell nobody what they told a broker: within five seconds it is on the page all the same. */
const LOOK_MS = 5_000
const PAGE_SIZE = 100

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
  /** Null: back to what MSK sets by itself. */
  info: RevisionInfo | null
}

/** What a revision would change. While another one is asked about, the plan before it stays in view. */
export const configurationPlanQuery = ({ clusterId, standing, info }: Planned) =>
  queryOptions({
    queryKey: [...clusterConfigurationKeys.plan(clusterId), standing, info] as const,
    queryFn: ({ signal }) =>
      call(
        configurationChangeEndpoints.planConfiguration,
        { clusterId, configurationInfo: info },
        { signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

/** Every configuration of a region, to choose from. */
export const configurationChoicesQuery = (region: string) =>
  queryOptions({
    queryKey: clusterConfigurationKeys.choices(region),
    queryFn: ({ signal }) =>
      everyPage<ConfigurationChoice>(async (page) => {
        const reply = await call(mskEndpoints.ListConfigurations, page, { region, signal })
        return { items: reply.configurations, nextToken: reply.nextToken }
      }),
    refetchInterval: LOOK_MS,
  })

export const revisionChoicesQuery = (region: string, arn: string) =>
  queryOptions({
    queryKey: clusterConfigurationKeys.revisions(region, arn),
    queryFn: ({ signal }) =>
      everyPage<RevisionChoice>(async (page) => {
        const reply = await call(
          mskEndpoints.ListConfigurationRevisions,
          { arn, ...page },
          { region, signal },
        )
        return { items: reply.revisions, nextToken: reply.nextToken }
      }),
    refetchInterval: LOOK_MS,
  })

type Page<Item> = { items: readonly Item[]; nextToken?: string | undefined }

async function everyPage<Item>(
  ask: (page: { maxResults: number; nextToken?: string }) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const found: Item[] = []
  let nextToken: string | undefined
  do {
    const reply = await ask({ maxResults: PAGE_SIZE, ...(nextToken === undefined ? {} : { nextToken }) })
    found.push(...reply.items)
    nextToken = reply.nextToken
  } while (nextToken !== undefined)
  return found
}
