import { queryOptions } from '@tanstack/react-query'
import { configurationEndpoints } from '@/lib/contract/console/configurations'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { fromBase64 } from '../configuration/base64'
import type { Configuration } from '../configuration/configuration-list'
import { configurationKeys } from './keys'

/** Revisions are made by hand, and clusters get them by operations: nothing here changes quicker than one reads. */
const LOOK_MS = 5000

/** All configurations of a region, a page of MSK’s after the other. */
export const configurationsQuery = (region: string) =>
  queryOptions({
    queryKey: configurationKeys.list(region),
    queryFn: async ({ signal }): Promise<readonly Configuration[]> => {
      const found: Configuration[] = []
      let nextToken: string | undefined
      do {
        const reply = await call(
          mskEndpoints.ListConfigurations,
          { maxResults: 100, nextToken },
          { region, signal },
        )
        found.push(...reply.configurations)
        nextToken = reply.nextToken
      } while (nextToken !== undefined)
      return found
    },
    refetchInterval: LOOK_MS,
  })

export const configurationUsesQuery = (region: string) =>
  queryOptions({
    queryKey: configurationKeys.uses(region),
    queryFn: async ({ signal }) =>
      (await call(configurationEndpoints.listConfigurationUses, { region }, { signal })).uses,
    refetchInterval: LOOK_MS,
  })

export const revisionsQuery = (region: string, arn: string) =>
  queryOptions({
    queryKey: configurationKeys.revisions(arn),
    queryFn: async ({ signal }) =>
      (await call(configurationEndpoints.listRevisionRecords, { arn }, { region, signal })).revisions,
    refetchInterval: LOOK_MS,
  })

/** Never changed once stored. */
export const revisionTextQuery = (region: string, arn: string, revision: number) =>
  queryOptions({
    queryKey: configurationKeys.text(arn, revision),
    queryFn: async ({ signal }) =>
      fromBase64(
        (await call(mskEndpoints.DescribeConfigurationRevision, { arn, revision }, { region, signal }))
          .serverProperties,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
